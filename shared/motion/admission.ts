import { assertNever, type Instant } from '#shared/core'
import {
  choicesBy,
  type Ballot,
  type Choice,
  type Closed,
  type Counted,
  type Delivered,
  type Extended,
  type MotionEvent,
  type SecretCast,
  type TextOpened,
  type Voided,
} from './log.ts'
import type { BallotProblem, DeadlineProblem, NotOpen } from './problems.ts'
import type { Proceedings } from './proceedings.ts'
import type { RuleSet } from './rules.ts'
import { shownConstituencies } from './secret.ts'
import { methodOf, type Snapshot } from './snapshot.ts'
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
    case 'secretCast':
      return judgeSecretCast(snapshot, state, event)
    case 'counted':
      return judgeCount(rules, snapshot, state, event)
    case 'delivered':
    case 'textOpened':
      return judgeDelivery(state, event)
    case 'voided':
      return judgeVoiding(state, event)
    case 'extended':
      return judgeExtension(rules, state, event)
    case 'closed':
      return judgeClosing(snapshot, state, event)
    case 'paused':
      return notOpen(state) ?? deadlinePassed(state, event.at)
    case 'resumed':
      return state.phase.name === 'paused' ? null : { type: 'motion-not-paused' }
    case 'superseded':
      return state.phase.name === 'closed' ? closedAlready : null
    default:
      return assertNever(event)
  }
}

/**
 * Who the person is comes before how the vote stands, so that a stranger's refusal tells nothing about it.
 *
 * The problems, in this order: `presiding-casts-none` [V3], `not-accredited-for-seat` [V1],
 * `person-tied-to-another-seat` [V3], `motion-not-open`, `ballot-late` [V5], `held-for-ngo-seats` [V9],
 * `ballot-digest-mismatch` [V4], `choice-not-offered`, `secret-ballot-final` [V12], `recusal-without-reason` [V3],
 * `block-without-reason` [V10].
 */
export function judgeBallot(snapshot: Snapshot, state: Proceedings, ballot: Ballot): BallotProblem | null {
  const refused = judgeCaster(snapshot, state, ballot)
  if (refused !== null) return refused
  const offered: readonly Choice[] = choicesBy[methodOf(snapshot)]
  if (!offered.includes(ballot.choice)) return { type: 'choice-not-offered' }
  if (methodOf(snapshot) === 'SECRET' && hasActedInSecret(state, ballot)) return { type: 'secret-ballot-final' }
  if ((ballot.reason ?? '').trim() !== '') return null
  if (ballot.choice === 'RECUSED') return { type: 'recusal-without-reason' }
  return ballot.choice === 'BLOCK' ? { type: 'block-without-reason' } : null
}

/** A paper into the box: once for a seat, since nobody can tell which one to take out again. [V12] */
export function judgeSecretCast(snapshot: Snapshot, state: Proceedings, cast: SecretCast): BallotProblem | null {
  const refused = judgeCaster(snapshot, state, cast)
  if (refused !== null) return refused
  if (methodOf(snapshot) !== 'SECRET') return { type: 'choice-not-offered' }
  return hasActedInSecret(state, cast) ? { type: 'secret-ballot-final' } : null
}

function hasActedInSecret({ ballots, secretCasts }: Proceedings, { seatId }: Pick<Ballot, 'seatId'>): boolean {
  return [...ballots, ...secretCasts].some(earlier => earlier.seatId === seatId)
}

function judgeCaster(
  snapshot: Snapshot,
  state: Proceedings,
  { seatId, personId, rank, receivedAt, digest }: Omit<SecretCast, 'type' | 'seq'>,
): BallotProblem | null {
  if (personId === snapshot.presidingCoordinatorId) return { type: 'presiding-casts-none' }
  const seat = state.seats.get(seatId)
  if (!seat?.accredited.some(accredited => accredited.personId === personId && accredited.rank === rank)) {
    return { type: 'not-accredited-for-seat' }
  }
  const first = state.tiedTo.get(personId)
  if (first !== undefined && first !== seatId) return { type: 'person-tied-to-another-seat', seatId: first }

  const { name } = state.phase
  if (receivedAt < snapshot.openedAt) return { type: 'motion-not-open', phase: 'prepared' }
  if (name === 'paused') return { type: 'motion-not-open', phase: name }
  const closesAt = state.hold?.closesAt ?? state.closesAt
  if (name === 'closed' || receivedAt >= closesAt) return { type: 'ballot-late', closesAt }
  if (state.hold !== null && !state.hold.seats.some(held => held.seatId === seatId)) {
    return { type: 'held-for-ngo-seats' }
  }
  return digest === snapshot.subjectDigest
    ? null
    : { type: 'ballot-digest-mismatch', expected: snapshot.subjectDigest, received: digest }
}

/**
 * As many papers of each constituency as were cast for its seats, each for a candidate or for none. A paper that leaves its
 * constituency out is of one that is not told apart; older logs tell it of every paper. [V12]
 */
function judgeCount(
  rules: RuleSet,
  snapshot: Snapshot,
  state: Proceedings,
  { papers }: Counted,
): DeadlineProblem | null {
  if (state.phase.name !== 'closed') return { type: 'motion-not-open', phase: state.phase.name }
  const candidates = snapshot.method?.name === 'SECRET' ? snapshot.method.candidates : []
  const left = state.secretCasts.map(({ seatId }) => state.seats.get(seatId)?.constituency)
  for (const { constituency, candidate } of papers) {
    if (candidate !== null && !candidates.includes(candidate)) return { type: 'count-differs' }
    if (constituency === null) continue
    const at = left.indexOf(constituency)
    if (at === -1) return { type: 'count-differs' }
    left.splice(at, 1)
  }
  const shown = shownConstituencies(rules, snapshot, state)
  const untold = papers.filter(({ constituency }) => constituency === null).length
  const isWhole = left.length === untold && left.every(one => one !== undefined && !shown.has(one))
  return isWhole && state.papers === null ? null : { type: 'count-differs' }
}

function judgeDelivery(
  state: Proceedings,
  { seatId, personId, at }: Delivered | TextOpened,
): BallotProblem | DeadlineProblem | null {
  const seat = state.seats.get(seatId)
  if (!seat?.accredited.some(accredited => accredited.personId === personId)) return { type: 'not-accredited-for-seat' }
  return state.phase.name === 'closed' ? closedAlready : deadlinePassed(state, at)
}

function judgeVoiding({ voided }: Proceedings, { by: [one, other] }: Voided): DeadlineProblem | null {
  if (voided !== null) return { type: 'motion-already-voided' }
  return one === other ? { type: 'needs-two-persons' } : null
}

/** A deadline is put later, before it passes, and no more often than the rule set allows. [V5] */
function judgeExtension(rules: RuleSet, state: Proceedings, { at, closesAt }: Extended): DeadlineProblem | null {
  const refused = notOpen(state) ?? deadlinePassed(state, at)
  if (refused !== null) return refused
  if (state.extensions >= rules.extensions) return { type: 'deadline-already-extended', allowed: rules.extensions }
  return closesAt > state.closesAt ? null : { type: 'deadline-not-later', closesAt: state.closesAt }
}

/**
 * A vote closes by time, or earlier when every seat has cast and the chair confirms; a hold and a silence procedure only
 * by time. [V5, V9, V11]
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
  const cast = effectiveBallots(state.ballots).size + state.secretCasts.length
  const isEarly = by !== null && cast === seats && methodOf(snapshot) !== 'SILENCE'
  if (at >= state.closesAt || isEarly) return null
  return { type: 'seats-still-to-cast', cast, seats, closesAt: state.closesAt }
}

const closedAlready = { type: 'motion-not-open', phase: 'closed' } as const satisfies NotOpen

function notOpen({ phase }: Proceedings): NotOpen | null {
  return phase.name === 'open' ? null : { type: 'motion-not-open', phase: phase.name }
}

function deadlinePassed({ closesAt }: Proceedings, at: Instant): DeadlineProblem | null {
  return at < closesAt ? null : { type: 'deadline-passed', closesAt }
}
