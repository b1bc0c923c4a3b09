import { digestOf, type Digest, type PersonId, type SeatId } from '#shared/core'
import { isVoting, type Constituency, type RepresentativeRank } from '#shared/group'

/** Observer seats have weight 0 and are in no electorate (G4), so their constituency does not occur here. */
export type VotingConstituency = Exclude<Constituency, 'OBSERVER'>
export const votingConstituencies = ['STATE', 'NGO', 'PARTNER'] as const satisfies readonly VotingConstituency[]

/** The head's ballot prevails over any alternate's. [V3] */
export type Accreditation = { readonly personId: PersonId; readonly rank: RepresentativeRank }

export type ElectorateSeat = {
  readonly seatId: SeatId
  readonly constituency: VotingConstituency
  /** Who may cast for the seat in this vote. Nobody accredited after opening is added. */
  readonly accredited: readonly Accreditation[]
}

/** A seat of the group as it stands when a motion is opened. */
export type SeatAtOpening = {
  readonly seatId: SeatId
  readonly constituency: Constituency
  readonly suspended: boolean
  readonly accredited: readonly Accreditation[]
}

/**
 * E, the electorate of one vote: the active voting seats with the persons who may cast for them. [V1]
 *
 * A vacant seat is not active. Nobody could cast for it, and an empty chair would raise every quorum and could fill an
 * NGO minimum (G7). The order is fixed (seats by id, the head first) so that one electorate has one digest.
 */
export function freezeElectorate(seats: readonly SeatAtOpening[]): readonly ElectorateSeat[] {
  const electorate: ElectorateSeat[] = []
  for (const { seatId, constituency, suspended, accredited } of seats) {
    if (!isVotingConstituency(constituency) || suspended || accredited.length === 0) continue
    electorate.push({ seatId, constituency, accredited: accredited.toSorted(byRankThenPerson) })
  }
  return electorate.sort((a, b) => compareText(a.seatId, b.seatId))
}

export function electorateDigest(electorate: readonly ElectorateSeat[]): Digest {
  return digestOf(electorate)
}

export function countSeats(electorate: readonly ElectorateSeat[], constituency: VotingConstituency): number {
  return electorate.filter(seat => seat.constituency === constituency).length
}

function isVotingConstituency(constituency: Constituency): constituency is VotingConstituency {
  return isVoting(constituency)
}

function byRankThenPerson(a: Accreditation, b: Accreditation): number {
  if (a.rank !== b.rank) return a.rank === 'head' ? -1 : 1
  return compareText(a.personId, b.personId)
}

// By code units, as canonical JSON sorts: a locale would give two machines two orders.
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
