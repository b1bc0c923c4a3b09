import type { GroupId, Instant, OrganisationId, PersonId, SeatId } from '#shared/core'
import type { Queries } from '#server/db'
import { isVoting, type Constituency, type GroupInFull, type RepresentativeRank } from '#shared/group'
import { loadGroup } from './seat-store.ts'

/** A voting seat and who may speak for it now. */
export interface VotingSeat {
  readonly seatId: SeatId
  readonly label: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly constituency: Exclude<Constituency, 'OBSERVER'>
  /** The head first; may be empty. Persons who may not sign in are left out. */
  readonly representatives: readonly {
    readonly personId: PersonId
    readonly name: string
    readonly rank: RepresentativeRank
  }[]
}

/**
 * The group's voting seats that an organisation holds. A seat for which nobody is accredited is among them; freezing the
 * electorate of a vote leaves it out. Observer seats never are. [V1, G3, G4]
 */
export async function electorate(queries: Queries, groupId: GroupId, now: Instant): Promise<readonly VotingSeat[]> {
  const group = await loadGroup(queries, groupId, now)
  return group ? votingSeats(group) : []
}

/** The same of a group that has been loaded. */
export function votingSeats(group: Pick<GroupInFull, 'seats'>): readonly VotingSeat[] {
  const seats: VotingSeat[] = []
  for (const seat of group.seats) {
    const { constituency, organisationId, organisationName } = seat
    if (!isVotingConstituency(constituency) || organisationId === null || organisationName === null) continue
    const representatives = seat.representatives
      .filter(representative => !representative.suspended)
      .map(({ personId, name, rank }) => ({ personId, name, rank }))
    seats.push({ seatId: seat.id, label: seat.label, organisationId, organisationName, constituency, representatives })
  }
  return seats
}

/**
 * The National Co-ordinator where they preside: in the NWG. They cast no ballot even if accredited, so that their
 * ministry is represented by an alternate. In a TWG nobody: its chair casts for their own seat. [G6, V3]
 */
export function presidingCoordinatorId({ kind, chair }: Pick<GroupInFull, 'kind' | 'chair'>): PersonId | null {
  return kind === 'nwg' ? (chair?.personId ?? null) : null
}

/** Whether the person speaks for a voting seat of the group. */
export async function speaksInGroup(
  queries: Queries,
  groupId: GroupId,
  personId: PersonId,
  now: Instant,
): Promise<boolean> {
  const seats = await electorate(queries, groupId, now)
  return seats.some(seat => seat.representatives.some(representative => representative.personId === personId))
}

function isVotingConstituency(constituency: Constituency): constituency is Exclude<Constituency, 'OBSERVER'> {
  return isVoting(constituency)
}
