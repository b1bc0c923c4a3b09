/** What was set aside of a text because it could not be applied: whose it was, and the words that can be read in it. */
import type { Queries } from '#server/db'
import { asId, type Instant, type PersonId } from '#shared/core'
import * as Y from 'yjs'
import { decodeContributions } from './contributions.ts'
import { readClients, readSetAsideEntries, type SetAsideEntry } from './store.ts'
import { readStoredUpdate, type Struct, type TextUpdate } from './text-update.ts'

export interface SetAsideChange {
  /** Its place in the log. */
  readonly seq: number
  readonly at: Instant
  readonly setAsideAt: Instant
  /** As far as it says so: of what cannot be read, who brought it last. */
  readonly persons: readonly PersonId[]
  /** Null where the change itself cannot be read; empty where it only deletes or formats. */
  readonly words: string | null
  readonly bytes: Uint8Array
}

/** In the order in which it was written. */
export async function readSetAside(queries: Queries, documentId: string): Promise<readonly SetAsideChange[]> {
  const entries = await readSetAsideEntries(queries, documentId)
  if (entries.length === 0) return []
  const owners = await readClients(queries, documentId)
  return entries.map(entry => {
    const update = readStoredUpdate(entry.bytes)
    const { seq, at, setAsideAt, bytes } = entry
    const persons = update ? writersOf(entry, update, owners) : entry.personId === null ? [] : [entry.personId]
    return { seq, at, setAsideAt, persons, words: update && wordsOf(update), bytes }
  })
}

function writersOf(
  { personId, contributions }: SetAsideEntry,
  update: TextUpdate,
  owners: ReadonlyMap<number, PersonId | null>,
): readonly PersonId[] {
  const inserted = [...update.runs.keys()].map(client => owners.get(client) ?? null)
  const writers = [...inserted, ...deletersOf(contributions), personId]
  return [...new Set(writers.filter(writer => writer !== null))]
}

/** What lies on the disk may be no contributions any more. */
function deletersOf(contributions: Uint8Array | null): readonly PersonId[] {
  try {
    return contributions ? decodeContributions(contributions, asId<PersonId>).map(one => one.personId) : []
  } catch {
    return []
  }
}

/** Text that was inserted, a line for each place in which it was. */
function wordsOf({ runs }: TextUpdate): string {
  const lines: string[] = []
  for (const run of runs.values()) {
    let line = ''
    for (const struct of run) {
      if (!continues(struct)) {
        lines.push(line)
        line = ''
      }
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) line += struct.content.str
    }
    lines.push(line)
  }
  return lines.filter(line => line !== '').join('\n')
}

/** Whether it stands right behind what its writer wrote just before. */
function continues(struct: Struct): boolean {
  if (!(struct instanceof Y.Item) || !struct.origin) return false
  return struct.origin.client === struct.id.client && struct.origin.clock === struct.id.clock - 1
}
