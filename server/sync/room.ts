/**
 * One open text: its committed state and those who have it open.
 *
 * `doc` holds what is committed and nothing else, so whoever asks is answered from the disk's truth. A room judges what
 * an update would do (`judge`), trying it out on a second document, and does it only when told that it is stored
 * (`commit`).
 */
import { closeCodes, type CloseCode } from '#shared/wire'
import * as Y from 'yjs'
import { writeRefusal } from './admission.ts'
import type { Connection } from './connection.ts'
import { writeAnswer, writeEdit, writeQuestion, type Frame } from './frames.ts'
import type { SyncLimits } from './limits.ts'
import { PresenceList } from './presence.ts'
import { Rehearsal } from './rehearsal.ts'
import type { StoredDocument } from './store.ts'
import { fit, holds, tryUpdate, type TextUpdate } from './text-update.ts'

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

const emptyStateVector = Y.encodeStateVector(new Map())

export class Room {
  readonly documentId: string
  readonly connections = new Set<Connection>()
  readonly presence: PresenceList
  readonly #doc: Y.Doc
  readonly #rehearsal = new Rehearsal(() => this.whole())
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

  /** An update that is new is to be stored: `commit` or `notStored` says what became of all of them. */
  judge(connection: Connection, update: TextUpdate): Verdict {
    if (holds(this.#doc, update, !connection.mayWrite)) return { kind: 'nothingNew' }
    if (!connection.mayWrite) return { kind: 'refused', code: writeRefusal(connection.right), reason: 'reader wrote' }
    const outcome = fit(update, client => this.#rehearsal.reach(client))
    if (outcome === 'gap') return { kind: 'gap' }
    if (outcome === 'circle') return { kind: 'refused', code: closeCodes.malformed, reason: 'circular text' }
    if (!this.#hasRoomFor(update.bytes.length))
      return { kind: 'refused', code: closeCodes.tooLarge, reason: 'text too large' }
    if (!this.#rehearsal.take(update))
      return { kind: 'refused', code: closeCodes.malformed, reason: 'text that cannot be applied' }
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
    this.#rehearsal.stored()
    this.#whole = null
    this.#seq = seq
    this.#updatesSinceSnapshot += updates.length
    for (let start = 0; start < updates.length; start += mergedAtOnce) {
      const together = updates.slice(start, start + mergedAtOnce)
      const changes = this.#apply(together)
      if (changes.length === 0) continue
      const [first] = together
      const onlySender =
        first && together.every(stored => stored.connection === first.connection) ? first.connection : null
      this.broadcast(writeEdit(Y.mergeUpdates(changes)), onlySender)
    }
  }

  /**
   * One by one, as a later opening will. What is sent on is the change as the document tells it, never the bytes that a
   * client chose: merging takes it for granted that they were written as Yjs writes them.
   */
  #apply(updates: readonly Stored[]): Uint8Array[] {
    const changes: Uint8Array[] = []
    const note = (change: Uint8Array): unknown => changes.push(change)
    this.#doc.on('update', note)
    try {
      for (const { update } of updates) Y.applyUpdate(this.#doc, update.bytes)
    } finally {
      this.#doc.off('update', note)
    }
    return changes
  }

  /** What was judged new has not been stored. */
  notStored(): void {
    this.#rehearsal.notStored()
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
    this.#rehearsal.close()
  }
}

/**
 * Applied one by one: `Y.mergeUpdates` over a long log takes time that grows with its square. An update that cannot be
 * applied is left out, which loses nobody's words: applied first, it has failed there too, and was never shown.
 */
export function loadDocument({ snapshot, updates }: Pick<StoredDocument, 'snapshot' | 'updates'>): Y.Doc {
  const doc = new Y.Doc()
  if (snapshot) Y.applyUpdate(doc, snapshot)
  const failed = updates.findIndex(update => !tryUpdate(doc, update))
  if (failed === -1) return doc
  doc.destroy()
  return loadDocument({ snapshot, updates: updates.toSpliced(failed, 1) })
}
