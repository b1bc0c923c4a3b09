import type { Digest, Instant } from '#shared/core'
import type { ElectorateSeat } from './electorate.ts'
import type { Ballot, MotionEvent } from './log.ts'
import type { BallotProblem, DeadlineProblem } from './problems.ts'

/** How a vote stands after some of its log. `replay` makes it; it is stored nowhere. */
export type Proceedings = {
  readonly phase: Phase
  /** The deadline of the general vote, extensions and pauses included. */
  readonly closesAt: Instant
  readonly extensions: number
  /** The admitted ballots of the general vote, changed ones included. */
  readonly ballots: readonly Ballot[]
  readonly hold: Hold | null
  /** Digest of the other version, once one is adopted. */
  readonly supersededBy: Digest | null
  readonly setAside: readonly SetAside[]
}

export type Phase =
  | { readonly name: 'open' }
  | { readonly name: 'paused'; readonly pausedAt: Instant }
  | { readonly name: 'held'; readonly closedAt: Instant }
  | { readonly name: 'closed'; readonly closedAt: Instant }

/** The time in which the NGO seats are heard alone. [V9] */
export type Hold = {
  /** Exclusive, as the deadline of the vote is. */
  readonly closesAt: Instant
  /** The NGO seats of E′. */
  readonly seats: readonly ElectorateSeat[]
  readonly ballots: readonly Ballot[]
  readonly ended: boolean
}

/** An event without effect, and why. */
export type SetAside = { readonly event: MotionEvent; readonly problem: BallotProblem | DeadlineProblem }
