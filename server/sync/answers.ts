import * as Y from 'yjs'
import type { Allowance } from './allowance.ts'
import type { CommittedText } from './committed-text.ts'
import { writeAnswer, type WireFrame } from './frames.ts'

/** Answers that are kept for others who ask the same, and what one of them may hold. */
const remembered = 64
const rememberedBytes = 65_536

const emptyStateVector = Y.encodeStateVector(new Map())

/** What somebody who asks is sent, made once for all who ask the same before something is written. */
export class Answers {
  readonly #missing = new Map<string, WireFrame>()
  /** For finding out what somebody lacks, shared by all texts. */
  readonly #reading: Allowance

  constructor(reading: Allowance) {
    this.#reading = reading
  }

  /**
   * @param text folded
   * @param committed a document of it, if there is one: reading it is quicker than reading the bytes
   */
  frameFor(stateVector: Uint8Array, text: CommittedText, committed: Y.Doc | null): WireFrame {
    if (stateVector.length === emptyStateVector.length) return text.everything
    const key = Buffer.from(stateVector).toString('latin1')
    const known = this.#missing.get(key)
    if (known) return known
    // Of a large text that takes long: when many ask for different things, they get more than they asked for.
    const missing = this.#reading.spend(() =>
      committed ? Y.encodeStateAsUpdate(committed, stateVector) : Y.diffUpdate(text.whole(), stateVector),
    )
    const frame = missing ? writeAnswer(missing) : text.everything
    if (stateVector.length + frame.length <= rememberedBytes && this.#missing.size < remembered) {
      this.#missing.set(key, frame)
    }
    return frame
  }

  /** Something has been written, or nobody asks any more. */
  forget(): void {
    this.#missing.clear()
  }
}
