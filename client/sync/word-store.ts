/**
 * Words kept on this device until the server has them.
 *
 * Only what this person wrote, and only as long as it is not stored: the draft is confidential, and the device may be
 * shared. What is kept of one person is given to that person alone.
 */
import type { Instant, PersonId } from '#shared/core'
import type { Refusal } from './refusal.ts'

/** Why words were given back: refused, or taken into a part of the text that others had removed meanwhile. */
export type Reason = Refusal | 'removed'

export interface KeptWords {
  readonly personId: PersonId
  readonly documentId: string
  /** Number of the Y.Doc in which they were written; with `sequence` it names them. */
  readonly writer: number
  readonly sequence: number
  /** Epoch of the text in which they were written (#shared/wire, `messageStanding`); null where the server told none. */
  readonly epoch: number | null
  readonly at: Instant
  /** Yjs update, version 1 encoding. */
  readonly update: Uint8Array
  /** Null as long as they wait to go out. */
  readonly returned: Reason | null
}

/** Acts take effect in the order in which they were asked for. A promise that fails means that nothing was changed. */
export interface WordStore {
  /** In the order in which they were written. */
  of(personId: PersonId, documentId: string): Promise<readonly KeptWords[]>
  /** Resolves once they are on the device. Words that are there already are replaced. */
  put(words: readonly KeptWords[]): Promise<void>
  remove(words: readonly KeptWords[]): Promise<void>
}

export function sameWords(one: KeptWords, other: KeptWords): boolean {
  return one.writer === other.writer && one.sequence === other.sequence
}
