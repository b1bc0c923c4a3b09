import type { Queries, Tx } from '#server/db'
import type { Instant, PersonId } from '#shared/core'
import type { Deps } from '../deps.ts'
import { appendEntries, bindClients, hasText, readDamaged, readStanding, storeStanding } from './store.ts'
import { readTextUpdate } from './text-update.ts'

/**
 * Gives a new live text its first content, in the transaction that creates what it belongs to.
 *
 * An editor that opens an empty text would make its first paragraph itself, and two that open it at once would make two:
 * so the server makes it, once.
 *
 * @param update a Yjs update, version 1 encoding; nobody is its author, and nobody can write under its numbers [A5]
 */
export async function seedDocument(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  documentId: string,
  update: Uint8Array,
): Promise<void> {
  await storeText(tx, { documentId, personId: null, at: deps.now(), bytes: update })
}

/**
 * Gives a live text its first content when somebody first asks for it. Writers run one at a time: of two who ask at once,
 * the second finds it there. To be called before the person is let in, so that no room has opened the text without it.
 *
 * @param update as for `seedDocument`
 */
export async function seedOnce(
  deps: Pick<Deps, 'read' | 'transaction' | 'now'>,
  documentId: string,
  update: () => Uint8Array,
): Promise<void> {
  if (await hasText(deps.read, documentId)) return
  await deps.transaction(async tx => {
    if (!(await hasText(tx, documentId))) await seedDocument(tx, deps, documentId, update())
  })
}

export interface WrittenText {
  readonly documentId: string
  readonly personId: PersonId | null
  readonly at: Instant
  /** A Yjs update, version 1 encoding. */
  readonly bytes: Uint8Array
}

/**
 * Stores text that a person wrote elsewhere than in an open room, such as a draft that is brought along. Only for a text
 * that nobody has open: a room would not hear of it.
 */
export async function storeText(tx: Tx, text: WrittenText): Promise<void> {
  const update = readTextUpdate(text.bytes)
  if (!update) throw new Error('not a Yjs update')
  const { documentId, personId } = text
  await bindClients(
    tx,
    [...update.runs.keys()].map(clientId => ({ documentId, clientId, personId })),
  )
  await appendEntries(tx, [{ ...text, contributions: null }])
}

/** Texts that stand still because a part of what was stored could not be read, with the time this was found. */
export function readDamagedTexts(queries: Queries): Promise<ReadonlyMap<string, Instant>> {
  return readDamaged(queries)
}

/** @returns since when a text stands still because a part of it could not be read; null for one that does not */
export async function damagedSince(queries: Queries, documentId: string): Promise<Instant | null> {
  return (await readStanding(queries, documentId)).damagedAt
}

/**
 * Lets a text that stood still be written again, from what could be read of it, in a new epoch: what somebody may still
 * have of the old one is offered back to them and not merged. Announce `textResumed` when the transaction is over.
 *
 * @returns false for a text that does not stand still
 */
export async function resumeText(tx: Tx, documentId: string): Promise<boolean> {
  const { epoch, damagedAt } = await readStanding(tx, documentId)
  if (damagedAt === null) return false
  await storeStanding(tx, documentId, { epoch: epoch + 1, damagedAt: null })
  return true
}
