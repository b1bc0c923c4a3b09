import type { SeatId } from '#shared/core'
import { votingConstituencies, type ElectorateSeat, type VotingConstituency } from './electorate.ts'
import type { Ballot, Choice } from './log.ts'

/**
 * Counts of seats; the six sum to `seats`. In a consensus `yes` counts support, `abstain` standing aside, `no` blocks; in
 * a silence procedure `no` counts objections and amendments, `abstain` what does not break the silence.
 */
export type Tally = {
  /** |E|, or a constituency's part of it. */
  readonly seats: number
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly presentNotVoting: number
  readonly recused: number
  readonly notCast: number
}

export type TallyByConstituency = { readonly [C in VotingConstituency]: Tally }

const countedAs = {
  YES: 'yes',
  NO: 'no',
  ABSTAIN: 'abstain',
  PRESENT_NOT_VOTING: 'presentNotVoting',
  RECUSED: 'recused',
  SUPPORT: 'yes',
  STAND_ASIDE: 'abstain',
  BLOCK: 'no',
  OBJECT: 'no',
  AMEND: 'no',
  RESERVE: 'abstain',
  STATEMENT: 'abstain',
} as const satisfies Record<Choice, keyof Tally>

/**
 * The one ballot that counts for each seat: of the highest rank, then the latest. [V3]
 *
 * @param ballots admitted ones, in the order of the log
 */
export function effectiveBallots(ballots: readonly Ballot[]): ReadonlyMap<SeatId, Ballot> {
  const effective = new Map<SeatId, Ballot>()
  for (const ballot of ballots) {
    const standing = effective.get(ballot.seatId)
    if (standing?.rank === 'head' && ballot.rank === 'alternate') continue
    effective.set(ballot.seatId, ballot)
  }
  return effective
}

/** Counts the effective ballots of these seats; ballots of other seats are not looked at. */
export function tally(seats: readonly ElectorateSeat[], ballots: readonly Ballot[]): Tally {
  return count(seats, effectiveBallots(ballots))
}

export function tallyByConstituency(
  electorate: readonly ElectorateSeat[],
  ballots: readonly Ballot[],
): TallyByConstituency {
  const effective = effectiveBallots(ballots)
  const of = (constituency: VotingConstituency) =>
    count(
      electorate.filter(seat => seat.constituency === constituency),
      effective,
    )
  return { STATE: of('STATE'), NGO: of('NGO'), PARTNER: of('PARTNER') }
}

function count(seats: readonly ElectorateSeat[], effective: ReadonlyMap<SeatId, Ballot>): Tally {
  const counts = { yes: 0, no: 0, abstain: 0, presentNotVoting: 0, recused: 0, notCast: 0 }
  for (const { seatId } of seats) {
    const ballot = effective.get(seatId)
    counts[ballot === undefined ? 'notCast' : countedAs[ballot.choice]]++
  }
  return { seats: seats.length, ...counts }
}

/** All constituencies but the NGOs together: shown beside the NGO tally, never instead of it. */
export function tallyOfOthers(parts: TallyByConstituency): Tally {
  return votingConstituencies
    .filter(constituency => constituency !== 'NGO')
    .map(constituency => parts[constituency])
    .reduce(addTallies)
}

export function addTallies(a: Tally, b: Tally): Tally {
  return {
    seats: a.seats + b.seats,
    yes: a.yes + b.yes,
    no: a.no + b.no,
    abstain: a.abstain + b.abstain,
    presentNotVoting: a.presentNotVoting + b.presentNotVoting,
    recused: a.recused + b.recused,
    notCast: a.notCast + b.notCast,
  }
}

/** |E′|: the seats that did not recuse themselves. [V3] */
export function eligibleSeats({ seats, recused }: Tally): number {
  return seats - recused
}

/** p: the seats that took part. Abstaining is taking part, being silent is not. [V7] */
export function seatsTakingPart({ yes, no, abstain, presentNotVoting }: Tally): number {
  return yes + no + abstain + presentNotVoting
}

/** Whether members see the running tally: in a roll call, and not in a vote by correspondence before it closes. [V5] */
export function showsRunningTally(mode: 'meeting' | 'correspondence'): boolean {
  return mode === 'meeting'
}
