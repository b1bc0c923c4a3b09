import { constituencies, isVoting, type Constituency } from './seat.ts'

/** What composition needs of a seat. */
export interface CompositionSeat {
  readonly constituency: Constituency
  readonly hasOrganisation: boolean
  readonly notApplicable: boolean
  /** Persons who may speak for it now. A count. */
  readonly representatives: number
}

export interface Composition {
  /** Voting seats held by an organisation. */
  readonly votingSeats: number
  readonly ngoSeats: number
  /** NGO seats for which somebody is accredited. */
  readonly ngoSeatsAccredited: number
  readonly observerSeats: number
  /** Seats held by an organisation. */
  readonly seatsByConstituency: { readonly [C in Constituency]: number }
  /** Seats held by an organisation for which nobody is accredited: nobody could cast for them. */
  readonly unaccredited: number
  /** Lines that should be filled and are not. */
  readonly vacancies: number
  /** NGO voting seats in per cent of voting seats, rounded down; none of none is 0. [G12] */
  readonly ngoSharePercent: number
  readonly ngoMinimum: number
  /** A group that falls short cannot open a substantive vote. [G7] */
  readonly properlyConstituted: boolean
}

/**
 * Computes a group's composition; no figure of it is ever typed. [G7, G12]
 *
 * @param ngoMinimum NGO seats with an accredited person that the group must have, from its rule set. A count.
 */
export function composeGroup(seats: readonly CompositionSeat[], ngoMinimum: number): Composition {
  const held = seats.filter(seat => seat.hasOrganisation && !seat.notApplicable)
  const voting = held.filter(seat => isVoting(seat.constituency))
  const ngo = voting.filter(seat => seat.constituency === 'NGO')
  const ngoSeatsAccredited = ngo.filter(seat => seat.representatives > 0).length
  return {
    votingSeats: voting.length,
    ngoSeats: ngo.length,
    ngoSeatsAccredited,
    observerSeats: held.length - voting.length,
    seatsByConstituency: countByConstituency(held),
    unaccredited: held.filter(seat => seat.representatives === 0).length,
    vacancies: seats.filter(seat => !seat.hasOrganisation && !seat.notApplicable).length,
    ngoSharePercent: voting.length === 0 ? 0 : Math.floor((100 * ngo.length) / voting.length),
    ngoMinimum,
    properlyConstituted: ngoSeatsAccredited >= ngoMinimum,
  }
}

function countByConstituency(seats: readonly CompositionSeat[]): Composition['seatsByConstituency'] {
  const counts = { STATE: 0, NGO: 0, PARTNER: 0, OBSERVER: 0 }
  for (const constituency of constituencies) {
    counts[constituency] = seats.filter(seat => seat.constituency === constituency).length
  }
  return counts
}
