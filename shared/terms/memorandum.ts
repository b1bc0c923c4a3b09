import type { Instant } from '#shared/core'

/** The validity of a memorandum of understanding with an NGO. [G10] */
export interface Validity {
  readonly validFrom: Instant
  /** The first moment at which it does not hold any more; null for one without an end. */
  readonly validUntil: Instant | null
  /** When it was ended before its time. */
  readonly endedAt: Instant | null
}

export type MemorandumStanding = 'inForce' | 'ahead' | 'expired' | 'ended'

export function memorandumStanding({ validFrom, validUntil, endedAt }: Validity, now: Instant): MemorandumStanding {
  if (endedAt !== null && endedAt <= now) return 'ended'
  if (now < validFrom) return 'ahead'
  return validUntil !== null && validUntil <= now ? 'expired' : 'inForce'
}
