import type { Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import { appendUpdates, type LoggedUpdate } from './store.ts'

/**
 * Gives a new live text its first content, in the transaction that creates what it belongs to.
 *
 * An editor that opens an empty text would make its first paragraph itself, and two that open it at once would make two:
 * so the server makes it, once.
 *
 * @param update a Yjs update, version 1 encoding; nobody is its author [A5]
 */
export async function seedDocument(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  documentId: string,
  update: Uint8Array,
): Promise<void> {
  await appendUpdates(tx, [{ documentId, personId: null, at: deps.now(), bytes: update }])
}

/**
 * Stores text that a person wrote elsewhere than in an open room, such as a draft that is brought along. Only for a text
 * that nobody has open: a room would not hear of it.
 */
export async function storeText(tx: Tx, update: LoggedUpdate): Promise<void> {
  await appendUpdates(tx, [update])
}
