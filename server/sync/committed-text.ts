/**
 * What is on disk of one text, in memory: the truth that everybody is answered from.
 *
 * The whole state as one update, and the tail of what was committed after it, both as the frames they are sent in. Whoever
 * joins gets these frames, the same for all, and no document is built for it. Folding makes a new whole of both.
 */
import * as Y from 'yjs'
import { writeAnswer, writeEdit, type WireFrame } from './frames.ts'

/** An update with the frame that carries it; the update is the frame's end, not a copy. */
interface Framed {
  readonly update: Uint8Array
  readonly frame: WireFrame
}

function framed(frame: WireFrame, { length }: Uint8Array): Framed {
  return { frame, update: frame.subarray(frame.length - length) }
}

export class CommittedText {
  #base: Framed
  #tail: Framed[] = []
  #tailBytes = 0
  #tailFrames: WireFrame | null = null
  /** The clock that comes next, by client. */
  readonly #clocks: Map<number, number>
  #stateVector: Uint8Array | null

  /** @param stateVector of the base; read from it when not known */
  constructor(base: Uint8Array, stateVector: Uint8Array | null) {
    this.#base = framed(writeAnswer(base), base)
    this.#stateVector = stateVector ?? Y.encodeStateVectorFromUpdate(base)
    this.#clocks = Y.decodeStateVector(this.#stateVector)
  }

  /** At least the size of the whole state. */
  get bytes(): number {
    return this.#base.update.length + this.#tailBytes
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
    const added = framed(writeEdit(update), update)
    this.#tail.push(added)
    this.#tailBytes += update.length
    this.#tailFrames = null
    // What an update repeats of older text does not set a client back.
    for (const [client, clock] of reached) this.#clocks.set(client, Math.max(clock, this.reach(client)))
    if (reached.size > 0) this.#stateVector = null
    return added.frame
  }

  /** @param whole base and tail together, as one update */
  fold(whole: Uint8Array): void {
    this.#base = framed(writeAnswer(whole), whole)
    this.#tail = []
    this.#tailBytes = 0
    this.#tailFrames = null
  }

  /** A new document with all of it. */
  build(): Y.Doc {
    const doc = new Y.Doc()
    doc.transact(() => {
      Y.applyUpdate(doc, this.#base.update)
      for (const { update } of this.#tail) Y.applyUpdate(doc, update)
    })
    return doc
  }

  /** Frames for somebody who has nothing. */
  everything(): readonly WireFrame[] {
    return [this.#base.frame, ...this.#afterBase()]
  }

  /** Frames for somebody who has some of it. */
  missing(stateVector: Uint8Array): readonly WireFrame[] {
    return [writeAnswer(Y.diffUpdate(this.#base.update, stateVector)), ...this.#afterBase()]
  }

  /** Joined once for all who come before the next is written. */
  #afterBase(): readonly WireFrame[] {
    if (this.#tail.length === 0) return []
    this.#tailFrames ??= Buffer.concat(this.#tail.map(({ frame }) => frame))
    return [this.#tailFrames]
  }

  /** The whole state as one update. */
  whole(): Uint8Array {
    if (this.#tail.length === 0) return this.#base.update
    const doc = this.build()
    const update = Y.encodeStateAsUpdate(doc)
    doc.destroy()
    return update
  }
}
