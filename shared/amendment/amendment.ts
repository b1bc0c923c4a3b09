import { canonicalJson, sha256Hex, type Digest, type SeatId } from '#shared/core'
import type { Place } from './passage.ts'

/** Words that go and the words in their place; either may be empty only as far as something changes. */
export interface Change {
  readonly place: Place
  /** Stands exactly once in its passage. */
  readonly quote: string
  readonly replacement: string
}

/** Other words for marked passages of one text, with a reason, for a seat. [A2] */
export interface Amendment {
  /** Of the text that it changes; no other. [V4] */
  readonly base: Digest
  readonly changes: readonly Change[]
  readonly reason: string
  readonly seatId: SeatId
}

/** What is voted on, byte for byte: its digest is the subject's at opening. [V4] */
export function amendmentText({ base, changes, reason, seatId }: Amendment): string {
  return canonicalJson({
    format: 'plenary/amendment/1',
    base,
    changes: changes.map(({ place, quote, replacement }) => ({ place: [...place], quote, replacement })),
    reason,
    seat: seatId,
  })
}

export function amendmentDigest(amendment: Amendment): Digest {
  return sha256Hex(amendmentText(amendment))
}
