/**
 * Keeps what one open text has written and the server has not stored yet, on the device and in memory.
 *
 * Edits that come while the device is writing wait and are written together. When a write fails they are tried again with
 * the next edit, in front of it: what is on the device is always a beginning of what was written, never a part with a gap before.
 */
import type { PersonId } from '#shared/core'
import * as Y from 'yjs'
import type { KeptWords, WordStore } from './word-store.ts'

export interface KeeperFacts {
  readonly store: WordStore
  readonly personId: PersonId
  readonly documentId: string
  /** @see KeptWords.writer */
  readonly writer: number
  readonly now: () => number
  /** The device has the first so many edits, or does not need them any more. */
  readonly onKept: (edits: number) => void
}

export class Keeper {
  readonly #facts: KeeperFacts
  /** On the device, or on their way there. */
  #held: readonly KeptWords[] = []
  #waiting: Uint8Array[] = []
  #epoch: number | null = null
  #edits = 0
  #sequence = 0
  #writing = false

  constructor(facts: KeeperFacts) {
    this.#facts = facts
  }

  keep(update: Uint8Array, epoch: number | null): void {
    this.#edits++
    this.#epoch = epoch
    this.#waiting.push(update)
    void this.#write()
  }

  /** Words of an earlier page, from the device, that are in the text now. */
  adopt(words: readonly KeptWords[]): void {
    this.#held = [...this.#held, ...words]
  }

  /** Hands over what is not stored, in the order in which it was written. */
  giveUp(): readonly KeptWords[] {
    const all = this.#waiting.length > 0 ? [...this.#held, this.#pack()] : this.#held
    this.#held = []
    this.#waiting = []
    return all
  }

  /** The server has these words: the device needs them no more. */
  forget(words: readonly KeptWords[]): void {
    // What stays after all is sent once more by the next page, and found to be there.
    if (words.length > 0) void succeeds(this.#facts.store.remove(words))
  }

  async #write(): Promise<void> {
    if (this.#writing) return
    this.#writing = true
    while (this.#waiting.length > 0) {
      const edits = this.#edits
      const words = this.#pack()
      this.#waiting = []
      this.#held = [...this.#held, words]
      if (await succeeds(this.#facts.store.put([words]))) this.#facts.onKept(edits)
      else if (this.#takeBack(words) && edits === this.#edits) break
    }
    this.#writing = false
  }

  #pack(): KeptWords {
    const { personId, documentId, writer, now } = this.#facts
    const update = Y.mergeUpdates(this.#waiting)
    const sequence = this.#sequence++
    return { personId, documentId, writer, sequence, epoch: this.#epoch, at: now(), update, returned: null }
  }

  /** @returns false when they were stored or handed over meanwhile */
  #takeBack(words: KeptWords): boolean {
    if (!this.#held.includes(words)) return false
    this.#held = this.#held.filter(each => each !== words)
    this.#waiting.unshift(words.update)
    return true
  }
}

export function succeeds(act: Promise<void>): Promise<boolean> {
  return act.then(
    () => true,
    () => false,
  )
}
