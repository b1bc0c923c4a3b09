import { closeCodes } from '#shared/wire'
import type { KeptWords } from './word-store.ts'

export interface Found {
  /** Go into the text, and out with its first answer. */
  readonly going: readonly KeptWords[]
  /** Epoch to ask for: another one is refused by the server, and nothing merged. */
  readonly epoch: number | null
  /** Turned away before. */
  readonly returned: readonly KeptWords[]
  readonly refused: readonly KeptWords[]
  /** Why those are refused that did not go out yet. */
  readonly code: number
}

/**
 * What becomes of the words that were left on the device.
 *
 * @param isHere whether that writer is a text still open on this page, which answers for its own words
 */
export function sortFound(found: readonly KeptWords[], readOnly: boolean, isHere: (writer: number) => boolean): Found {
  const returned = found.filter(words => words.refused !== null)
  const waiting = found.filter(words => words.refused === null)
  if (readOnly) {
    const refused = waiting.filter(words => !isHere(words.writer))
    return { going: [], epoch: null, returned, refused, code: closeCodes.notPermitted }
  }
  const epoch = waiting.reduce<number | null>((latest, words) => later(latest, words.epoch), null)
  const going = waiting.filter(words => words.epoch === epoch)
  const refused = waiting.filter(words => words.epoch !== epoch)
  return { going, epoch, returned, refused, code: closeCodes.otherEpoch }
}

function later(one: number | null, other: number | null): number | null {
  return one === null || (other !== null && other > one) ? other : one
}
