/**
 * Worked examples of the settings, each computed by the functions that decide votes, for the seats that the group has.
 * The screen of the rule set puts them into words. [G10]
 */
import { asId, sha256Hex, type MotionId, type PersonId, type SeatId } from '#shared/core'
import {
  decide,
  hasMajority,
  isAdopted,
  quorumOfRoll,
  ruleSetDigest,
  voteTimes,
  votingConstituencies,
  type Choice,
  type ElectorateSeat,
  type Majority,
  type MotionEvent,
  type NgoPolicy,
  type Outcome,
  type Quorum,
  type Round,
  type RuleSet,
  type Snapshot,
  type VotingConstituency,
} from '#shared/motion'

/** Voting seats by constituency: counts. */
export type SeatCounts = { readonly [C in VotingConstituency]: number }

/** What a group without seats yet is shown: S9 N4 P2, as in the examples of the rules of procedure. */
export const exampleSeats: SeatCounts = { STATE: 9, NGO: 4, PARTNER: 2 }

const openedAt = Date.UTC(2026, 0, 12, 9)
const subjectDigest = sha256Hex('the text of an example')

export function seatsIn(counts: SeatCounts): number {
  return votingConstituencies.reduce((sum, constituency) => sum + counts[constituency], 0)
}

/** How many seats must take part, and how many of the NGOs among them. [V6, V7] */
export function quorumExample(rules: RuleSet, counts: SeatCounts): Quorum {
  return quorumOfRoll(rules, { electorate: electorateOf(counts) }, [])
}

export interface MajorityExample {
  readonly seats: number
  /** One seat in five abstains, so that the majorities differ. */
  readonly abstain: number
  /** The fewest YES that carry; the rest of the seats are against. */
  readonly yes: number
  readonly no: number
}

/** The fewest YES that carry when some abstain and everybody else is against. [V8] */
export function majorityExample(majority: Majority, counts: SeatCounts): MajorityExample {
  const seats = seatsIn(counts)
  const abstain = Math.floor(seats / 5)
  const cast = seats - abstain
  for (let yes = 1; yes <= cast; yes++) {
    const no = cast - yes
    const whole = { seats, yes, no, abstain, presentNotVoting: 0, recused: 0, notCast: 0 }
    if (hasMajority(majority, whole)) return { seats, abstain, yes, no }
  }
  return { seats, abstain, yes: cast, no: 0 }
}

export interface PolicyExample {
  /** All seats. */
  readonly yes: number
  readonly no: number
  /** The NGO seats among them. */
  readonly ngoYes: number
  readonly ngoNo: number
  /** Of the first vote on the text. */
  readonly first: Outcome
  readonly firstPasses: boolean
  /** Of the vote on the same text after reconciliation, with the same ballots; null where there is none. */
  readonly second: Outcome | null
  /** When all NGO seats abstain. */
  readonly silent: Outcome
}

/** A text that all others want and the NGO seats oppose, as each policy decides it. [V9] */
export function policyExample(rules: RuleSet, policy: NgoPolicy, counts: SeatCounts): PolicyExample {
  const under = { ...rules, ngoPolicy: policy }
  const electorate = electorateOf(counts)
  const others = seatsIn(counts) - counts.NGO
  const ngoYes = counts.NGO >= 3 ? 1 : 0
  const ngoNo = counts.NGO - ngoYes
  const opposed = (seat: ElectorateSeat, place: number): Choice =>
    seat.constituency === 'NGO' && place >= ngoYes ? 'NO' : 'YES'
  const silence = (seat: ElectorateSeat): Choice => (seat.constituency === 'NGO' ? 'ABSTAIN' : 'YES')
  const first = outcomeOf(under, electorate, opposed, { number: 1 })
  const returnedAt = openedAt - under.reconciliationMs
  return {
    yes: others + ngoYes,
    no: ngoNo,
    ngoYes,
    ngoNo,
    first,
    firstPasses: isAdopted(first),
    second:
      first === 'RETURNED'
        ? outcomeOf(under, electorate, opposed, { number: 2, returnedAt, reconciledAt: null })
        : null,
    silent: outcomeOf(under, electorate, silence, { number: 1 }),
  }
}

/** @param place of the seat among those of its constituency, from 0 */
type Choosing = (seat: ElectorateSeat, place: number) => Choice

function outcomeOf(rules: RuleSet, electorate: readonly ElectorateSeat[], choose: Choosing, round: Round): Outcome {
  const closesAt = openedAt + voteTimes.meeting.suggestedMs
  const snapshot: Snapshot = {
    motionId: asId<MotionId>('example'),
    subjectKind: 'section',
    subjectDigest,
    ruleSetDigest: ruleSetDigest(rules),
    electorate,
    round,
    call: { number: 1 },
    tiedAt: null,
    openedAt,
    closesAt,
    presidingCoordinatorId: null,
    mode: 'meeting',
    roll: electorate.map(seat => seat.seatId),
  }
  const ballots = ballotsOf(electorate, choose)
  const closed: MotionEvent = { type: 'closed', seq: ballots.length + 1, at: closesAt, by: null }
  return decide(rules, snapshot, [...ballots, closed]).outcome
}

function ballotsOf(electorate: readonly ElectorateSeat[], choose: Choosing): readonly MotionEvent[] {
  const placed = new Map<VotingConstituency, number>()
  return electorate.map((seat, index) => {
    const place = placed.get(seat.constituency) ?? 0
    placed.set(seat.constituency, place + 1)
    return {
      type: 'ballot',
      seq: index + 1,
      receivedAt: openedAt + 1,
      seatId: seat.seatId,
      personId: headOf(seat.seatId),
      rank: 'head',
      choice: choose(seat, place),
      digest: subjectDigest,
      reason: null,
    }
  })
}

function electorateOf(counts: SeatCounts): readonly ElectorateSeat[] {
  return votingConstituencies.flatMap(constituency =>
    Array.from({ length: counts[constituency] }, (_, index) => {
      const seatId = asId<SeatId>(`${constituency}-${index + 1}`)
      return { seatId, constituency, accredited: [{ personId: headOf(seatId), rank: 'head' as const }] }
    }),
  )
}

function headOf(seatId: SeatId): PersonId {
  return asId(`head-of-${seatId}`)
}
