import { assertNever, type Instant } from '#shared/core'
import type { Ballot, Closed, Extended, MotionEvent } from './log.ts'
import type { BallotProblem, DeadlineProblem, NotOpen } from './problems.ts'
import type { Proceedings } from './proceedings.ts'
import type { RuleSet } from './rules.ts'
import type { Snapshot } from './snapshot.ts'
import { effectiveBallots } from './tally.ts'

/**
 * Whether an event may happen at this point of a vote: the one answer for those who act now and for those who read the
 * log later.
 *
 * @returns null where it may, otherwise why not
 */
export function judge(
  rules: RuleSet,
  snapshot: Snapshot,
  state: Proceedings,
  event: MotionEvent,
): BallotProblem | DeadlineProblem | null {
  switch (event.type) {
    case 'ballot':
      return judgeBallot(snapshot, state, event)
    case 'extended':
      return judgeExtension(rules, state, event)
    case 'closed':
      return judgeClosing(snapshot, state, event)
    case 'paused':
      return notOpen(state) ?? deadlinePassed(state, event.at)
    case 'resumed':
      return state.phase.name === 'paused' ? null : { type: 'motion-not-paused' }
    case 'superseded':
      return state.phase.name === 'closed' ? { type: 'motion-not-open', phase: 'closed' } : null
    default:
      return assertNever(event)
  }
}

/**
 * Who the person is comes before how the vote stands, so that a stranger's refusal tells nothing about it.
 *
 * The problems, in this order: `presiding-casts-none` [V3], `not-accredited-for-seat` [V1],
 * `person-tied-to-another-seat` [V3], `motion-not-open`, `ballot-late` [V5], `held-for-ngo-seats` [V9],
 * `ballot-digest-mismatch` [V4], `recusal-without-reason` [V3].
 */
export function judgeBallot(snapshot: Snapshot, state: Proceedings, ballot: Ballot): BallotProblem | null {
  const { seatId, personId, rank, receivedAt } = ballot
  if (personId === snapshot.presidingCoordinatorId) return { type: 'presiding-casts-none' }
  const seat = snapshot.electorate.find(candidate => candidate.seatId === seatId)
  if (!seat?.accredited.some(accredited => accredited.personId === personId && accredited.rank === rank)) {
    return { type: 'not-accredited-for-seat' }
  }
  const first = [...state.ballots, ...(state.hold?.ballots ?? [])].find(earlier => earlier.personId === personId)
  if (first !== undefined && first.seatId !== seatId) {
    return { type: 'person-tied-to-another-seat', seatId: first.seatId }
  }

  const { name } = state.phase
  if (receivedAt < snapshot.openedAt) return { type: 'motion-not-open', phase: 'prepared' }
  if (name === 'paused') return { type: 'motion-not-open', phase: name }
  const closesAt = state.hold?.closesAt ?? state.closesAt
  if (name === 'closed' || receivedAt >= closesAt) return { type: 'ballot-late', closesAt }
  if (state.hold !== null && !state.hold.seats.some(held => held.seatId === seatId)) {
    return { type: 'held-for-ngo-seats' }
  }

  if (ballot.digest !== snapshot.subjectDigest) {
    return { type: 'ballot-digest-mismatch', expected: snapshot.subjectDigest, received: ballot.digest }
  }
  if (ballot.choice === 'RECUSED' && (ballot.reason ?? '').trim() === '') return { type: 'recusal-without-reason' }
  return null
}

/** A deadline is put later, before it passes, and no more often than the rule set allows. [V5] */
function judgeExtension(rules: RuleSet, state: Proceedings, { at, closesAt }: Extended): DeadlineProblem | null {
  const refused = notOpen(state) ?? deadlinePassed(state, at)
  if (refused !== null) return refused
  if (state.extensions >= rules.extensions) return { type: 'deadline-already-extended', allowed: rules.extensions }
  return closesAt > state.closesAt ? null : { type: 'deadline-not-later', closesAt: state.closesAt }
}

/**
 * A vote closes by time, or earlier when every seat has cast and the chair confirms; a hold only by time. [V5, V9]
 *
 * A seat that recused itself has cast too, so that "every seat of E′" and "every seat of E" come to the same here.
 */
function judgeClosing(snapshot: Snapshot, state: Proceedings, { at, by }: Closed): DeadlineProblem | null {
  if (state.phase.name === 'held' && state.hold !== null) {
    return at >= state.hold.closesAt ? null : { type: 'hold-still-running', closesAt: state.hold.closesAt }
  }
  const refused = notOpen(state)
  if (refused !== null) return refused
  const seats = snapshot.electorate.length
  const cast = effectiveBallots(state.ballots).size
  if (at >= state.closesAt || (by !== null && cast === seats)) return null
  return { type: 'seats-still-to-cast', cast, seats, closesAt: state.closesAt }
}

function notOpen({ phase }: Proceedings): NotOpen | null {
  return phase.name === 'open' ? null : { type: 'motion-not-open', phase: phase.name }
}

function deadlinePassed({ closesAt }: Proceedings, at: Instant): DeadlineProblem | null {
  return at < closesAt ? null : { type: 'deadline-passed', closesAt }
}
