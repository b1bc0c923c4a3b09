/** How the NGO seats stood in votes, beside what came of these. A position is theirs as V9 reads it, in every vote. [G5, V9] */
import {
  isAdopted,
  ngoPosition,
  type Decision,
  type MethodName,
  type NgoPosition,
  type Outcome,
  type Tally,
} from '#shared/motion'

export const voteEnds = ['adopted', 'returned', 'notAdopted', 'undecided'] as const
export type VoteEnd = (typeof voteEnds)[number]

export const ngoStands = ['CONCUR', 'OPPOSED', 'SILENT'] as const satisfies readonly NgoPosition[]

/** A vote that is over. */
export interface EndedVote {
  readonly method: MethodName
  readonly decision: Decision
}

export type Stand =
  | { readonly told: true; readonly position: NgoPosition }
  /**
   * `secret`: nobody may know. [V12] `silence`: seats that say nothing take no position. [V11] `noSeat`: no NGO seat was in
   * the electorate. `voided`: it counts for nothing. [V13]
   */
  | { readonly told: false; readonly because: 'secret' | 'silence' | 'noSeat' | 'voided' }

/** Seats of electorates and those of them that cast a ballot. */
export interface Cast {
  readonly seats: number
  readonly cast: number
}

export interface VoteFigures {
  /** All that came to an end, the voided ones too. */
  readonly ended: number
  /** Votes in which the NGO seats could take a position, by position and by what came of it. */
  readonly stands: { readonly [P in NgoPosition]: { readonly [E in VoteEnd]: number } }
  readonly untold: {
    readonly secret: number
    readonly silence: number
    readonly noSeat: number
    readonly voided: number
  }
  /** In the votes that `stands` counts. */
  readonly ngo: Cast
  readonly others: Cast
}

/** What came of a vote; null for one that is voided, or not over. */
export function endOf(outcome: Outcome): VoteEnd | null {
  if (isAdopted(outcome)) return 'adopted'
  switch (outcome) {
    case 'RETURNED':
      return 'returned'
    case 'NOT_ADOPTED':
    case 'NO_CONSENSUS':
    case 'BROKEN':
      return 'notAdopted'
    case 'VOIDED':
    case 'OPEN':
    case 'HELD_NGO_SILENT':
      return null
    default:
      return 'undecided'
  }
}

/** How the NGO seats stood; where they were heard alone, what they said then. [V9] */
export function standOf({ method, decision }: EndedVote): Stand {
  if (endOf(decision.outcome) === null) return { told: false, because: 'voided' }
  if (method === 'SECRET') return { told: false, because: 'secret' }
  if (method === 'SILENCE') return { told: false, because: 'silence' }
  if (decision.tallyByConstituency.NGO.seats === 0) return { told: false, because: 'noSeat' }
  const heard = decision.trace.findLast(step => step.step === 'ngo-hold')
  return {
    told: true,
    position: heard?.step === 'ngo-hold' ? heard.facts.position : ngoPosition(decision.tallyByConstituency.NGO),
  }
}

/** The order of votes does not matter. */
export function figuresOf(votes: readonly EndedVote[]): VoteFigures {
  const none = () => ({ adopted: 0, returned: 0, notAdopted: 0, undecided: 0 })
  const stands = { CONCUR: none(), OPPOSED: none(), SILENT: none() }
  const untold = { secret: 0, silence: 0, noSeat: 0, voided: 0 }
  let [ngo, others]: [Cast, Cast] = [
    { seats: 0, cast: 0 },
    { seats: 0, cast: 0 },
  ]
  for (const vote of votes) {
    const stand = standOf(vote)
    const end = endOf(vote.decision.outcome)
    if (!stand.told || end === null) {
      untold[stand.told ? 'voided' : stand.because]++
      continue
    }
    stands[stand.position][end]++
    const { STATE, NGO, PARTNER } = vote.decision.tallyByConstituency
    ngo = withTally(ngo, NGO)
    others = withTally(withTally(others, STATE), PARTNER)
  }
  return { ended: votes.length, stands, untold, ngo, others }
}

function withTally({ seats, cast }: Cast, tally: Tally): Cast {
  return { seats: seats + tally.seats, cast: cast + tally.seats - tally.notCast }
}

/** Votes that were decided with a position of the NGO seats, and those of them that came out as these stood. */
export function inLineWith({ CONCUR, OPPOSED }: VoteFigures['stands']): {
  readonly agreed: number
  readonly decided: number
} {
  const decided = (of: typeof CONCUR): number => of.adopted + of.returned + of.notAdopted
  return { agreed: CONCUR.adopted + OPPOSED.returned + OPPOSED.notAdopted, decided: decided(CONCUR) + decided(OPPOSED) }
}
