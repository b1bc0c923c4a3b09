import { err, hasWords, ok, type Digest, type Instant, type PersonId, type Result, type SeatId } from '#shared/core'
import type { RepresentativeRank } from '#shared/group'
import { judgeBallot, judgeSecretCast } from './admission.ts'
import type { Ballot, Choice, MotionEvent, SecretCast } from './log.ts'
import type { BallotProblem } from './problems.ts'
import type { Proceedings } from './proceedings.ts'
import { replay } from './replay.ts'
import type { RuleSet } from './rules.ts'
import { methodOf, type Snapshot } from './snapshot.ts'

/** A motion once opened: what `decide` takes, in one hand. */
export type OpenedMotion = {
  readonly rules: RuleSet
  readonly snapshot: Snapshot
  readonly events: readonly MotionEvent[]
}

/** What a representative sends in. */
export type BallotInput = {
  readonly seatId: SeatId
  readonly personId: PersonId
  readonly choice: Choice
  /** Of the text the person had before them. */
  readonly digest: Digest
  readonly reason: string | null
}

/**
 * Casts a ballot, or changes one by casting another. [V1, V3, V4, V5]
 *
 * Refused in this order:
 * - `presiding-casts-none`: the National Co-ordinator presides.
 * - `not-accredited-for-seat`: the person was not accredited for the seat when the vote opened, or it is not a voting seat.
 * - `person-tied-to-another-seat`: the person's first ballot in this vote was for another seat.
 * - `motion-not-open`: the vote is paused.
 * - `ballot-late`: received at or after the deadline, or after the close.
 * - `held-for-ngo-seats`: the vote is held, and this is not an NGO seat of E′.
 * - `ballot-digest-mismatch`: another text than the one under vote.
 * - `choice-not-offered`, `secret-ballot-final`, `recusal-without-reason`, `block-without-reason`.
 * - `amendment-without-words`, `statement-without-words`: asked for here alone. A log is not judged by it, so that a vote
 *   of the time before it was asked for is decided as it was.
 *
 * @param receivedAt when the server had it
 * @returns the ballot to append to the motion's log
 */
export function castBallot(
  motion: OpenedMotion,
  input: BallotInput,
  receivedAt: Instant,
): Result<Ballot, BallotProblem> {
  const { rules, snapshot, events } = motion
  const rank = rankOf(snapshot, input)
  // A reason that nobody can see is none. Like the words below, it is asked for here alone.
  const reason = input.reason !== null && hasWords(input.reason) ? input.reason : null
  const ballot: Ballot = { type: 'ballot', seq: nextSeq(events), receivedAt, rank, ...input, reason }
  const problem = judgeBallot(snapshot, replay(rules, snapshot, events), ballot) ?? wordsMissing(ballot)
  return problem === null ? ok(ballot) : err(problem)
}

function wordsMissing({ choice, reason }: Pick<Ballot, 'choice' | 'reason'>): BallotProblem | null {
  if ((reason ?? '').trim() !== '') return null
  if (choice === 'AMEND') return { type: 'amendment-without-words' }
  return choice === 'STATEMENT' ? { type: 'statement-without-words' } : null
}

/**
 * Puts a paper into the box for a seat. [V12]
 *
 * Refused as `castBallot` is, and with `secret-ballot-final` when the seat has cast or recused itself.
 */
export function castSecret(
  motion: OpenedMotion,
  input: Pick<BallotInput, 'seatId' | 'personId' | 'digest'>,
  receivedAt: Instant,
): Result<SecretCast, BallotProblem> {
  const { rules, snapshot, events } = motion
  const rank = rankOf(snapshot, input)
  const cast: SecretCast = { type: 'secretCast', seq: nextSeq(events), receivedAt, rank, ...input }
  const problem = judgeSecretCast(snapshot, replay(rules, snapshot, events), cast)
  return problem === null ? ok(cast) : err(problem)
}

/** Somebody who is not accredited has no rank; judged as an alternate, they are refused as any other stranger. */
function rankOf(
  { electorate }: Snapshot,
  { seatId, personId }: Pick<BallotInput, 'seatId' | 'personId'>,
): RepresentativeRank {
  const seat = electorate.find(candidate => candidate.seatId === seatId)
  return seat?.accredited.find(candidate => candidate.personId === personId)?.rank ?? 'alternate'
}

/** Whether the chair may close before the deadline: every seat of E′ has cast. A silence lasts its time. [V5, V11] */
export function mayCloseEarly({ rules, snapshot, events }: OpenedMotion): boolean {
  const proceedings = replay(rules, snapshot, events)
  if (methodOf(snapshot) === 'SILENCE') return false
  return proceedings.phase.name === 'open' && seatsStillToCast(snapshot, proceedings).length === 0
}

/** The seats that nobody has cast for yet. */
export function seatsStillToCast(snapshot: Snapshot, proceedings: Proceedings): readonly SeatId[] {
  const cast = seatsThatCast(proceedings)
  return snapshot.electorate.map(seat => seat.seatId).filter(seatId => !cast.has(seatId))
}

/** The seats that have cast, openly or into the box. */
export function seatsThatCast({ ballots, secretCasts }: Proceedings): ReadonlySet<SeatId> {
  return new Set([...ballots, ...secretCasts].map(({ seatId }) => seatId))
}

/** The position of the next event in a motion's log, from 1. */
export function nextSeq(events: readonly MotionEvent[]): number {
  return (events.at(-1)?.seq ?? 0) + 1
}
