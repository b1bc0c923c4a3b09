import type { KeptWords, Reason } from './word-store.ts'

export interface Found {
  /** Go into the text, and out with its first answer. */
  readonly going: readonly KeptWords[]
  /** Epoch to ask for: another one is refused by the server, and nothing merged. */
  readonly epoch: number | null
  /** Given back before. */
  readonly returned: readonly KeptWords[]
  readonly refused: readonly KeptWords[]
  /** Why those are refused. */
  readonly reason: Reason
}

/**
 * What becomes of the words that were left on the device.
 *
 * @param isHere whether that writer is a text still open on this page, which answers for its own words
 */
export function sortFound(found: readonly KeptWords[], readOnly: boolean, isHere: (writer: number) => boolean): Found {
  const returned = found.filter(words => words.returned !== null)
  const waiting = found.filter(words => words.returned === null)
  if (readOnly) {
    const refused = waiting.filter(words => !isHere(words.writer))
    return { going: [], epoch: null, returned, refused, reason: 'notPermitted' }
  }
  const epoch = waiting.reduce<number | null>((latest, words) => later(latest, words.epoch), null)
  const going = waiting.filter(words => words.epoch === epoch)
  const refused = waiting.filter(words => words.epoch !== epoch)
  return { going, epoch, returned, refused, reason: 'otherEpoch' }
}

function later(one: number | null, other: number | null): number | null {
  return one === null || (other !== null && other > one) ? other : one
}
