import { err, ok, type OrganisationId, type PersonId, type Result } from '#shared/core'
import type { GroupProblem } from './problems.ts'
import { alternatesPerSeat, isVoting, type Constituency, type RepresentativeRank } from './seat.ts'

/** What accreditation needs of a seat. */
export interface AccreditationSeat {
  readonly constituency: Constituency
  readonly organisationId: OrganisationId | null
  /** Who speaks for the seat now. */
  readonly representatives: readonly { readonly personId: PersonId; readonly rank: RepresentativeRank }[]
}

/** What accreditation needs of a person. */
export interface AccreditationPerson {
  readonly personId: PersonId
  readonly organisationId: OrganisationId | null
  /** An office held now that excludes a voting seat, if any. */
  readonly officeWithoutVote: string | null
}

/**
 * Whether a person may become head or alternate of a seat. [G3, G11]
 *
 * - `seat-without-organisation`: the line is vacant or not applicable.
 * - `not-of-organisation`: the person belongs to another body.
 * - `office-without-vote`: the seat votes, and the person's office does not allow it.
 * - `already-accredited`, `seat-has-head`, `too-many-alternates`: the place is taken.
 */
export function checkAccreditation(
  seat: AccreditationSeat,
  person: AccreditationPerson,
  rank: RepresentativeRank,
): Result<void, GroupProblem> {
  if (seat.organisationId === null) return err({ type: 'seat-without-organisation' })
  if (person.organisationId !== seat.organisationId) return err({ type: 'not-of-organisation' })
  if (isVoting(seat.constituency) && person.officeWithoutVote !== null) {
    return err({ type: 'office-without-vote', office: person.officeWithoutVote })
  }
  if (seat.representatives.some(other => other.personId === person.personId)) return err({ type: 'already-accredited' })
  const ofRank = seat.representatives.filter(other => other.rank === rank).length
  if (rank === 'head' && ofRank > 0) return err({ type: 'seat-has-head' })
  if (rank === 'alternate' && ofRank >= alternatesPerSeat) {
    return err({ type: 'too-many-alternates', limit: alternatesPerSeat })
  }
  return ok()
}
