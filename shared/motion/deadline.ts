import { err, ok, type Instant, type PersonId, type Result } from '#shared/core'
import { judge } from './admission.ts'
import { nextSeq, type OpenedMotion } from './ballot.ts'
import type { Closed, Extended, MotionEvent, Paused, Resumed, VoidCause, Voided } from './log.ts'
import type { BallotProblem, DeadlineProblem } from './problems.ts'
import { replay } from './replay.ts'

/**
 * The acts on a vote's time. Each gives the event to append to the motion's log, or why it may not happen; who may do
 * it stands in `moves.ts`. [V5]
 */

/**
 * Closes the vote, or ends the hold. `by` is the chair who confirms, null when the system closes by time.
 *
 * Refused: `seats-still-to-cast` before the deadline, `hold-still-running`, `motion-not-open` when paused or closed.
 */
export function closeMotion(motion: OpenedMotion, by: PersonId | null, now: Instant): Result<Closed, TimeProblem> {
  return admit(motion, { type: 'closed', seq: nextSeq(motion.events), at: now, by })
}

/** Puts the deadline later. Refused: `deadline-passed`, `deadline-not-later`, `deadline-already-extended`, `motion-not-open`. */
export function extendDeadline(motion: OpenedMotion, closesAt: Instant, now: Instant): Result<Extended, TimeProblem> {
  return admit(motion, { type: 'extended', seq: nextSeq(motion.events), at: now, closesAt })
}

/** Refused: `deadline-passed`, `motion-not-open`. */
export function pauseMotion(motion: OpenedMotion, now: Instant): Result<Paused, TimeProblem> {
  return admit(motion, { type: 'paused', seq: nextSeq(motion.events), at: now })
}

/** Refused: `motion-not-paused`. */
export function resumeMotion(motion: OpenedMotion, now: Instant): Result<Resumed, TimeProblem> {
  return admit(motion, { type: 'resumed', seq: nextSeq(motion.events), at: now })
}

/**
 * Ends a vote that went wrong; its ballots stay. [V13]
 *
 * @param by chair and Secretariat. Refused: `motion-already-voided`, `needs-two-persons`
 */
export function voidMotion(
  motion: OpenedMotion,
  cause: VoidCause,
  by: readonly [PersonId, PersonId],
  now: Instant,
): Result<Voided, TimeProblem> {
  return admit(motion, { type: 'voided', seq: nextSeq(motion.events), at: now, cause, by })
}

/**
 * When time alone moves the vote on: its deadline, or the end of the hold. The system closes it then.
 *
 * @returns null while it is paused and once it is closed
 */
export function movesOnAt({ rules, snapshot, events }: OpenedMotion): Instant | null {
  const { phase, closesAt, hold } = replay(rules, snapshot, events)
  if (phase.name === 'held') return hold?.closesAt ?? null
  return phase.name === 'open' ? closesAt : null
}

type TimeProblem = BallotProblem | DeadlineProblem

function admit<E extends MotionEvent>({ rules, snapshot, events }: OpenedMotion, event: E): Result<E, TimeProblem> {
  const problem = judge(rules, snapshot, replay(rules, snapshot, events), event)
  return problem === null ? ok(event) : err(problem)
}
