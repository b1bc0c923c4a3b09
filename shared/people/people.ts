import type { Instant } from '#shared/core'
import type { GroupId, OrganisationId, PersonId, SeatId } from '#shared/core'
import type { Constituency, RepresentativeRank } from '#shared/group'

/** [G2] */
export const organisationKinds = [
  'ministry',
  'publicBody',
  'ngo',
  'socialPartner',
  'io',
  'research',
  'childAgency',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** One holder at a time of the first two; the Secretariat may have several posts. [G1, G11] */
export const offices = ['nationalCoordinator', 'deputyCoordinator', 'secretariat', 'rapporteur'] as const
export type Office = (typeof offices)[number]

/** A seat that the person may speak for. */
export interface MySeat {
  readonly seatId: SeatId
  readonly groupId: GroupId
  readonly groupName: string
  readonly label: string
  readonly organisationName: string
  readonly constituency: Constituency
  readonly rank: RepresentativeRank
}

/** What `GET /api/me` answers. */
export interface Me {
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string; readonly locale: string }
  readonly organisation: { readonly id: OrganisationId; readonly name: string; readonly kind: OrganisationKind } | null
  readonly offices: readonly Office[]
  readonly seats: readonly MySeat[]
  /** Groups this person chairs, the NWG among them for the National Co-ordinator. [G6] */
  readonly chairs: readonly GroupId[]
  /** None until the duty of confidentiality is confirmed: nothing else opens before. [D3] */
  readonly confidentialityConfirmedAt: Instant | null
  readonly workspace: { readonly name: string; readonly country: string; readonly demo: boolean }
}
