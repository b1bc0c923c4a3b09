import type { Actor } from '#shared/access'
import { asId, ok, type MotionId, type Result } from '#shared/core'
import { readEntry } from '#shared/record'
import { checkpointLine, entryLine, headerLine, recordFormat, voteLine, type RecordVote } from '#shared/record/whole'
import type { Queries } from '#server/db'
import type { Deps } from '../deps.ts'
import { checkpointsAfter, countCheckpoints } from './checkpoint-store.ts'
import { cosignedNotes } from './checkpoints.ts'
import { signCheckpoint, type SigningRefusal } from './signing.ts'
import { entriesAfter, entriesOfAct } from './store.ts'

/** Decided votes belong to another slice; app.ts hands them over. */
export interface RecordVotes {
  mayRead(queries: Queries, actor: Actor, id: string): Promise<boolean>
  /** As it is stored; what is not there any more is empty, and does not verify. */
  load(queries: Queries, id: string): Promise<RecordVote>
}

const portion = 500

/**
 * The whole record up to its latest checkpoint as a file, line by line. It is read in portions; nothing of it changes
 * meanwhile. [L1, L2]
 *
 * @returns why it is not signed, and so cannot be given away
 */
export async function exportRecord(
  deps: Deps,
  actor: Actor,
  votes: RecordVotes,
): Promise<Result<AsyncGenerator<string>, SigningRefusal>> {
  const signed = await signCheckpoint(deps)
  if (!signed.ok) return signed
  const size = signed.value?.size ?? 0
  const ids: MotionId[] = []
  for (const { number, text } of await entriesOfAct(deps.read, 'motion.closed')) {
    const id = readEntry(text)?.subject
    if (number <= size && id && (await votes.mayRead(deps.read, actor, id))) ids.push(asId<MotionId>(id))
  }
  return ok(linesOf(deps, size, ids, votes))
}

async function* linesOf(
  deps: Pick<Deps, 'read' | 'workspaceKey'>,
  size: number,
  ids: readonly MotionId[],
  votes: RecordVotes,
): AsyncGenerator<string> {
  const checkpoints = await countCheckpoints(deps.read, size)
  const { publicKey } = deps.workspaceKey
  yield headerLine({ format: recordFormat, publicKey, entries: size, votes: ids, checkpoints })
  for (let at = 0; at < size;) {
    const entries = await entriesAfter(deps.read, at, Math.min(portion, size - at))
    if (entries.length === 0) return
    at += entries.length
    yield entries.map(entryLine).join('')
  }
  for (const id of ids) yield voteLine(await votes.load(deps.read, id))
  for (let at = 0; at < size;) {
    const some = (await checkpointsAfter(deps.read, at, portion)).filter(one => one.size <= size)
    if (some.length === 0) return
    at = some.at(-1)?.size ?? size
    yield (await cosignedNotes(deps.read, some)).map(checkpointLine).join('')
  }
}
