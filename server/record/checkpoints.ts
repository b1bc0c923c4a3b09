import { parseNote, parseSignatureLine, writeNote } from '#shared/record'
import type { Queries } from '#server/db'
import {
  cosignatureLines,
  cosignedSizes,
  findCheckpoint,
  firstCovering,
  latestCheckpoint,
  type SignedCheckpoint,
} from './checkpoint-store.ts'

/** The latest checkpoint, or that of one size, with its co-signatures: the note as it is handed out. [L2] */
export async function checkpointNote(queries: Queries, size?: number): Promise<string | null> {
  const checkpoint = size === undefined ? await latestCheckpoint(queries) : await findCheckpoint(queries, size)
  if (!checkpoint) return null
  const [note] = await cosignedNotes(queries, [checkpoint])
  return note ?? null
}

/**
 * The checkpoint by which entries up to this one are proven to somebody outside: of those that cover them the one with the
 * most co-signatures, the earliest of several.
 */
export async function provingNote(queries: Queries, number: number): Promise<string | null> {
  const [best] = (await cosignedSizes(queries, number)).toSorted((a, b) => b.count - a.count || a.size - b.size)
  if (best) return checkpointNote(queries, best.size)
  const first = await firstCovering(queries, number)
  return first && first.note
}

/** Each checkpoint's note with its co-signatures, in their order. */
export async function cosignedNotes(
  queries: Queries,
  checkpoints: readonly SignedCheckpoint[],
): Promise<readonly string[]> {
  const lines = await cosignatureLines(
    queries,
    checkpoints.map(({ size }) => size),
  )
  return checkpoints.map(({ size, note }) => {
    const read = parseNote(note)
    // What was altered in storage is handed out as it is: whoever verifies it shall see.
    if (!read) return note
    const added = (lines.get(size) ?? []).flatMap(line => parseSignatureLine(line) ?? [])
    return writeNote({ text: read.text, signatures: [...read.signatures, ...added] })
  })
}
