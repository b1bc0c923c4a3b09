import type { Digest, Instant, PersonId, SeatId } from '#shared/core'
import type { ElectorateSeat } from './electorate.ts'
import type { Ballot, MotionEvent, Paper, SecretCast, Voided } from './log.ts'
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
  /** The seats of E by id. */
  readonly seats: ReadonlyMap<SeatId, ElectorateSeat>
  /** The seat that each person cast for first. [V3] */
  readonly tiedTo: ReadonlyMap<PersonId, SeatId>
  /** Who has put a paper into the box, and once it is open, the papers. [V12] */
  readonly secretCasts: readonly SecretCast[]
  readonly papers: readonly Paper[] | null
  /** Seats that were reached, and seats that opened the text. [V11] */
  readonly delivered: ReadonlySet<SeatId>
  readonly textOpened: ReadonlySet<SeatId>
  /** Whether a silence procedure was extended because no NGO seat had opened the text. [V11] */
  readonly silenceExtended: boolean
  /** What broke the silence. [V11] */
  readonly brokenBy: Ballot | null
  readonly voided: Voided | null
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
