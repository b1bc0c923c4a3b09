import type { GroupId, Instant, OrganisationId, PersonId, SeatId } from '#shared/core'
import type { Constituency, GroupKind, RepresentativeRank } from './seat.ts'

/** A National or Thematic Working Group. [G1, G8] */
export interface Group {
  readonly id: GroupId
  readonly kind: GroupKind
  /** Short, stable, unique: `nwg`, `prevention`. */
  readonly code: string
  readonly name: string
  readonly position: number
}

export interface PersonName {
  readonly personId: PersonId
  readonly name: string
}

/** A person's accreditation for a seat. [G3] */
export interface Representative extends PersonName {
  /** Of the accreditation, not of the person. */
  readonly id: string
  readonly rank: RepresentativeRank
  readonly since: Instant
  /** The person may not sign in at present and so speaks for nobody; the place stays theirs. */
  readonly suspended: boolean
}

/** A line of a group's composition. Without an organisation it is vacant, or not applicable in the country. [G3, G9] */
export interface Seat {
  readonly id: SeatId
  readonly groupId: GroupId
  readonly label: string
  readonly constituency: Constituency
  readonly organisationId: OrganisationId | null
  readonly organisationName: string | null
  readonly notApplicable: boolean
  readonly position: number
  /** The head first. */
  readonly representatives: readonly Representative[]
}

/** A group with everybody in it, as of one moment. */
export interface GroupInFull extends Group {
  /** Of a TWG whoever was elected or given; of the NWG the National Co-ordinator. None while nobody is. [G6] */
  readonly chair: PersonName | null
  readonly seats: readonly Seat[]
}
