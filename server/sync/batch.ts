/**
 * What is committed together of one text: the updates that were taken, in order, as one.
 *
 * They are applied to the room's head inside one Yjs transaction, and what Yjs then tells is what is stored and sent on,
 * never the bytes that a client chose. Deletions name no author in it, so they are noted here whenever the pen changes
 * hands. [A5]
 */
import type { PersonId } from '#shared/core'
import * as Y from 'yjs'
import type { Connection } from './connection.ts'
import { encodeContributions, type Contribution, type DeletedRange } from './contributions.ts'
import { lastOf, type TextUpdate } from './text-update.ts'

/** Text received and not yet stored. */
export interface Received {
  readonly connection: Connection
  readonly update: TextUpdate
  readonly step: 'answer' | 'edit'
}

export class Batch {
  readonly taken: Received[] = []
  /** Frames that are stored, or hold nothing new, once this batch is. */
  readonly settled = new Map<Connection, Received[]>()
  /** As received. */
  bytes = 0
  /** All that was taken, as one update; null when nothing was. */
  update: Uint8Array | null = null
  contributions: Uint8Array | null = null

  /** Whose connection brought it; of several the last. */
  get personId(): PersonId | null {
    return this.taken.at(-1)?.connection.identity.personId ?? null
  }

  /** The clocks that it reaches, by client. */
  get reached(): ReadonlyMap<number, number> {
    const reached = new Map<number, number>()
    for (const { update } of this.taken) {
      for (const [client, run] of update.runs) reached.set(client, Math.max(lastOf(run), reached.get(client) ?? 0))
    }
    return reached
  }

  take(received: Received): void {
    this.taken.push(received)
    this.bytes += received.update.bytes.length
  }

  takeOut(received: Received): void {
    const at = this.taken.indexOf(received)
    if (at >= 0) this.taken.splice(at, 1)
  }

  settle(received: Received): void {
    const settled = this.settled.get(received.connection)
    if (settled) settled.push(received)
    else this.settled.set(received.connection, [received])
  }
}

/** Follows who deletes what within one Yjs transaction. */
export class DeletionLog {
  readonly #transaction: Y.Transaction
  readonly #noted = new Map<number, number>()
  readonly #of = new Map<PersonId, Map<number, DeletedRange[]>>()
  #pen: PersonId | null = null

  constructor(transaction: Y.Transaction) {
    this.#transaction = transaction
  }

  /** What is deleted from now on is this person's doing. */
  hand(personId: PersonId): void {
    if (this.#pen === personId) return
    this.#note()
    this.#pen = personId
  }

  /** @returns null when one person did it all: the update says as much */
  contributions(): Uint8Array | null {
    this.#note()
    if (this.#of.size < 2) return null
    const contributions: Contribution[] = [...this.#of].map(([personId, deletions]) => ({ personId, deletions }))
    return encodeContributions(contributions)
  }

  #note(): void {
    if (this.#pen === null) return
    const own = this.#of.get(this.#pen) ?? new Map<number, DeletedRange[]>()
    this.#of.set(this.#pen, own)
    for (const [client, ranges] of this.#transaction.deleteSet.clients) {
      const from = this.#noted.get(client) ?? 0
      if (from === ranges.length) continue
      const fresh = ranges.slice(from).map(({ clock, len }) => ({ clock, len }))
      own.set(client, [...(own.get(client) ?? []), ...fresh])
      this.#noted.set(client, ranges.length)
    }
  }
}
