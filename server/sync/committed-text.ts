/**
 * What is on disk of one text, in memory: the truth that everybody is answered from.
 *
 * The whole state as one update, in the frame it is sent in, and the updates that were committed after it. Folding makes a
 * new whole of both. Whoever joins gets that one frame, the same for all; no document is built for it.
 */
import * as Y from 'yjs'
import { writeAnswer, writeEdit, type WireFrame } from './frames.ts'
import { applyUpdates } from './text-update.ts'

export class CommittedText {
  #frame: WireFrame
  /** The end of the frame, not a copy. */
  #base: Uint8Array
  #tail: Uint8Array[] = []
  #tailBytes = 0
  /** The clock that comes next, by client. */
  readonly #clocks: Map<number, number>
  #stateVector: Uint8Array | null

  /** @param stateVector of the base; read from it when not known */
  constructor(base: Uint8Array, stateVector: Uint8Array | null) {
    this.#frame = writeAnswer(base)
    this.#base = endOf(this.#frame, base)
    this.#stateVector = stateVector ?? Y.encodeStateVectorFromUpdate(base)
    this.#clocks = Y.decodeStateVector(this.#stateVector)
  }

  /** At least the size of the whole state. */
  get bytes(): number {
    return this.#base.length + this.#tailBytes
  }

  get tailBytes(): number {
    return this.#tailBytes
  }

  get tailLength(): number {
    return this.#tail.length
  }

  reach(client: number): number {
    return this.#clocks.get(client) ?? 0
  }

  stateVector(): Uint8Array {
    this.#stateVector ??= Y.encodeStateVector(this.#clocks)
    return this.#stateVector
  }

  /**
   * Adds what has just been committed.
   *
   * @param reached the clocks of the clients that wrote
   * @returns the frame that tells the others
   */
  append(update: Uint8Array, reached: ReadonlyMap<number, number>): WireFrame {
    const frame = writeEdit(update)
    this.#tail.push(endOf(frame, update))
    this.#tailBytes += update.length
    // What an update repeats of older text does not set a client back.
    for (const [client, clock] of reached) this.#clocks.set(client, Math.max(clock, this.reach(client)))
    if (reached.size > 0) this.#stateVector = null
    return frame
  }

  /** @param whole base and tail together, as one update */
  fold(whole: Uint8Array): void {
    this.#frame = writeAnswer(whole)
    this.#base = endOf(this.#frame, whole)
    this.#tail = []
    this.#tailBytes = 0
  }

  /** A new document with all of it. */
  build(): Y.Doc {
    const doc = new Y.Doc()
    applyUpdates(doc, [this.#base, ...this.#tail])
    return doc
  }

  /** Brings all of it to somebody who has nothing; to be folded first. */
  get everything(): WireFrame {
    return this.#frame
  }

  /** The whole state as one update. */
  whole(): Uint8Array {
    if (this.#tail.length === 0) return this.#base
    const doc = this.build()
    const update = Y.encodeStateAsUpdate(doc)
    doc.destroy()
    return update
  }
}

function endOf(frame: WireFrame, { length }: Uint8Array): Uint8Array {
  return frame.subarray(frame.length - length)
}
