/**
 * One open text: its committed state and those who have it open.
 *
 * `doc` holds what is committed and nothing else, so whoever asks is answered from the disk's truth. A room judges what
 * an update would do (`judge`), and does it only when told that it is stored (`commit`).
 */
import { closeCodes, type CloseCode } from '#shared/wire'
import * as Y from 'yjs'
import type { Connection } from './connection.ts'
import { writeAnswer, writeEdit, writeQuestion, type Frame } from './frames.ts'
import type { SyncLimits } from './limits.ts'
import { additionsOf, isNestedTooDeeply, type Addition } from './nesting.ts'
import { PresenceList } from './presence.ts'
import type { StoredDocument } from './store.ts'
import { fit, holds, type TextUpdate } from './text-update.ts'

export type Verdict =
  | { readonly kind: 'new' }
  /** All of it is there already: acknowledged, not stored. */
  | { readonly kind: 'nothingNew' }
  /** Builds on text that the sender has and the server does not yet. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'refused'; readonly code: CloseCode; readonly reason: string }

interface Stored {
  readonly connection: Connection
  readonly update: TextUpdate
}

/** `Y.mergeUpdates` takes time that grows with the square of their number. */
const mergedAtOnce = 64

/** What the updates judged so far will have added to a room when they are stored. */
export type Ahead = Map<number, Addition[]>

const emptyStateVector = Y.encodeStateVector(new Map())

export class Room {
  readonly documentId: string
  readonly connections = new Set<Connection>()
  readonly presence: PresenceList
  readonly #doc: Y.Doc
  readonly #documentBytes: number
  #seq: number
  #updatesSinceSnapshot: number
  /** At least the size of the state: grows with each update and is measured when it passes the limit. */
  #bytesAtMost: number
  /** The whole state encoded, shared by all who join while nobody writes. */
  #whole: Uint8Array | null = null

  constructor(documentId: string, stored: StoredDocument, limits: SyncLimits) {
    this.documentId = documentId
    this.presence = new PresenceList(limits.presenceBytes)
    this.#documentBytes = limits.documentBytes
    this.#doc = loadDocument(stored)
    this.#seq = stored.seq
    this.#updatesSinceSnapshot = stored.updates.length
    this.#bytesAtMost = this.whole().length
  }

  get seq(): number {
    return this.#seq
  }

  get updatesSinceSnapshot(): number {
    return this.#updatesSinceSnapshot
  }

  /** The whole committed state as one update. */
  whole(): Uint8Array {
    this.#whole ??= Y.encodeStateAsUpdate(this.#doc)
    return this.#whole
  }

  join(connection: Connection): void {
    this.connections.add(connection)
    // What the client has and the server lacks (words typed while apart) comes back as its answer.
    connection.send(writeQuestion(this.#doc))
    const present = this.presence.everybody()
    if (present) connection.send(present)
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return
    const left = this.presence.leave(connection)
    if (left) this.broadcast(left, connection)
  }

  /** Answers a question about the text, from committed state only. */
  answer(question: Extract<Frame, { kind: 'question' }>): Uint8Array {
    const fresh = question.stateVector.length === emptyStateVector.length
    return writeAnswer(fresh ? this.whole() : Y.encodeStateAsUpdate(this.#doc, question.stateVector))
  }

  /** @param ahead extended by the update when it is new */
  judge(connection: Connection, update: TextUpdate, ahead: Ahead): Verdict {
    const mayWrite = connection.access === 'edit'
    if (holds(this.#doc, update, !mayWrite)) return { kind: 'nothingNew' }
    if (!mayWrite) return { kind: 'refused', code: closeCodes.notPermitted, reason: 'reader wrote' }
    const reached = (client: number): number => endOf(ahead.get(client)) ?? Y.getState(this.#doc.store, client)
    const outcome = fit(update, reached)
    if (outcome === 'gap') return { kind: 'gap' }
    if (outcome === 'circle') return { kind: 'refused', code: closeCodes.malformed, reason: 'circular text' }
    const additions = additionsOf(update, reached)
    if (isNestedTooDeeply(this.#doc, additions, ahead))
      return { kind: 'refused', code: closeCodes.malformed, reason: 'nested too deeply' }
    if (!this.#hasRoomFor(update.bytes.length))
      return { kind: 'refused', code: closeCodes.tooLarge, reason: 'text too large' }
    for (const [client, added] of additions) extend(ahead, client, added)
    return { kind: 'new' }
  }

  #hasRoomFor(bytes: number): boolean {
    if (this.#bytesAtMost + bytes > this.#documentBytes) this.#bytesAtMost = this.whole().length
    this.#bytesAtMost += bytes
    return this.#bytesAtMost <= this.#documentBytes
  }

  /**
   * Takes what has been stored and shows it to the others. What was committed together is sent together: one frame,
   * encoded once, written to every socket. A sender among several gets its own words back, which changes nothing there.
   */
  commit(updates: readonly Stored[], seq: number): void {
    this.#whole = null
    this.#seq = seq
    this.#updatesSinceSnapshot += updates.length
    for (let start = 0; start < updates.length; start += mergedAtOnce) {
      const together = updates.slice(start, start + mergedAtOnce)
      const merged = mergeStored(together)
      Y.applyUpdate(this.#doc, merged)
      const [first] = together
      const onlySender =
        first && together.every(stored => stored.connection === first.connection) ? first.connection : null
      this.broadcast(writeEdit(merged), onlySender)
    }
  }

  snapshotStored(seq: number): void {
    if (seq === this.#seq) this.#updatesSinceSnapshot = 0
  }

  broadcast(frame: Uint8Array, except: Connection | null): void {
    for (const connection of this.connections) {
      if (connection !== except) connection.send(frame)
    }
  }

  close(): void {
    this.#doc.destroy()
  }
}

function endOf(additions: readonly Addition[] | undefined): number | undefined {
  const last = additions?.at(-1)?.struct
  return last && last.id.clock + last.length
}

function extend(ahead: Ahead, client: number, added: readonly Addition[]): void {
  const before = ahead.get(client)
  if (!before) return void ahead.set(client, [...added])
  for (const addition of added) before.push(addition)
}

function mergeStored(updates: readonly Stored[]): Uint8Array {
  const [first, ...more] = updates
  return first && more.length === 0 ? first.update.bytes : Y.mergeUpdates(updates.map(stored => stored.update.bytes))
}

/** Applied one by one: `Y.mergeUpdates` over a long log takes time that grows with its square. */
export function loadDocument(stored: StoredDocument): Y.Doc {
  const doc = new Y.Doc()
  if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot)
  for (const update of stored.updates) Y.applyUpdate(doc, update)
  return doc
}
