/** Who may be a witness of the record, and by what key. [L2] */
import { dayMs, err, fromBase64, minuteMs, ok, type Instant, type Result, type SeatId } from '#shared/core'
import type { Constituency } from '#shared/group'
import type { OrganisationKind } from '#shared/people'
import { witnessNoteKey } from './checkpoint.ts'
import { parseVerifierKey, verifierKey } from './note.ts'

/** How long no witness may have co-signed before it is an alarm. Our own choice: L2 names no time. */
export const unwitnessedAfterMs = 30 * dayMs

/** How long a witness may leave it before the page reminds them: well before the alarm. */
export const cosignEveryMs = 7 * dayMs

/** Clocks of witnesses may go before ours by this much. */
export const clockToleranceMs = 5 * minuteMs

/** Where a witness's key was made: in the browser, which does not give it away, or by another tool. */
export const keyMakers = ['browser', 'tool'] as const
export type KeyMaker = (typeof keyMakers)[number]

export type RecordProblem =
  /** Neither a seat of an international organisation that observes nor an NGO's. */
  | { readonly type: 'witness-not-eligible' }
  | { readonly type: 'witness-already' }
  /** One NGO seat is a witness already. */
  | { readonly type: 'witness-ngo-taken'; readonly seatId: SeatId }
  | { readonly type: 'witness-key-not-valid' }
  /** The key is another witness's, or the workspace's own: it would prove nothing. */
  | { readonly type: 'witness-key-taken' }
  | { readonly type: 'witness-without-key' }
  /** No co-signature by the witness's key on this checkpoint, or of a time that is still to come. */
  | { readonly type: 'cosignature-not-valid' }

/** What the rule needs of a seat. */
export interface WitnessSeat {
  readonly seatId: SeatId
  readonly constituency: Constituency
  /** None while the seat is vacant. */
  readonly organisationKind: OrganisationKind | null
}

export function isEligible({ constituency, organisationKind }: WitnessSeat): boolean {
  if (constituency === 'OBSERVER') return organisationKind === 'io'
  return constituency === 'NGO' && organisationKind !== null
}

/**
 * Whether a seat may be named a witness beside those that are: any IO observer, and one NGO seat.
 *
 * - `witness-not-eligible`, `witness-already`, `witness-ngo-taken`.
 */
export function checkWitness(seat: WitnessSeat, witnesses: readonly WitnessSeat[]): Result<void, RecordProblem> {
  if (!isEligible(seat)) return err({ type: 'witness-not-eligible' })
  if (witnesses.some(other => other.seatId === seat.seatId)) return err({ type: 'witness-already' })
  const ngo = witnesses.find(other => other.constituency === 'NGO')
  return seat.constituency === 'NGO' && ngo ? err({ type: 'witness-ngo-taken', seatId: ngo.seatId }) : ok()
}

/**
 * A witness's key as it was handed in: a C2SP verifier key for co-signatures, or the 32 bytes alone in base64, which get
 * a name here.
 *
 * @returns the verifier key, or null for neither
 */
export function readWitnessKey(text: string): string | null {
  const given = text.trim()
  const key = parseVerifierKey(given)
  if (key) return key.type === 'cosignature' ? given : null
  const bytes = fromBase64(given)
  return bytes?.length === 32 ? verifierKey(witnessNoteKey(bytes)) : null
}

/** Since when nobody has co-signed, where that is too long ago; null where it is not. */
export function unwitnessedSince(
  { lastSignedAt, firstAt }: { readonly lastSignedAt: Instant | null; readonly firstAt: Instant | null },
  now: Instant,
): Instant | null {
  const since = lastSignedAt ?? firstAt
  return since !== null && now - since > unwitnessedAfterMs ? since : null
}
