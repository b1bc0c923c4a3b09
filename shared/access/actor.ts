import type { GroupId, PersonId, SeatId } from '#shared/core'
import type { Constituency, RepresentativeRank } from '#shared/group'
import type { Office } from '#shared/people'

export interface ActorSeat {
  readonly seatId: SeatId
  readonly groupId: GroupId
  readonly constituency: Constituency
  readonly rank: RepresentativeRank
}

/** A signed-in person as the permission table sees them: offices and seats of this moment, never of the sign-in. */
export interface Actor {
  readonly personId: PersonId
  readonly offices: readonly Office[]
  readonly seats: readonly ActorSeat[]
  /** Groups this person chairs; for the National Co-ordinator the NWG is among them. [G6] */
  readonly chairs: readonly GroupId[]
  /** Whether the duty of confidentiality is confirmed; without it nothing but that confirmation is open. [D3] */
  readonly confidential: boolean
}

/** The columns of the permission table, in its order. */
export const actorRoles = ['coordinator', 'secretariat', 'chair', 'representative', 'observer', 'rapporteur'] as const
export type ActorRole = (typeof actorRoles)[number]

export function rolesOf(actor: Actor): readonly ActorRole[] {
  const roles: ActorRole[] = []
  if (actor.offices.includes('nationalCoordinator')) roles.push('coordinator')
  if (actor.offices.includes('secretariat')) roles.push('secretariat')
  if (actor.chairs.length > 0) roles.push('chair')
  if (actor.seats.some(seat => seat.constituency !== 'OBSERVER')) roles.push('representative')
  if (actor.seats.some(seat => seat.constituency === 'OBSERVER')) roles.push('observer')
  if (actor.offices.includes('rapporteur')) roles.push('rapporteur')
  return roles
}
