import { assertNever, type Instant } from '#shared/core'
import { judge } from './admission.ts'
import type { MotionEvent } from './log.ts'
import type { Proceedings } from './proceedings.ts'
import type { RuleSet } from './rules.ts'
import type { Snapshot } from './snapshot.ts'
import { effectiveBallots } from './tally.ts'
import { reachVerdict } from './verdict.ts'

/**
 * A vote's log, read from its beginning. [V3, V4, V5]
 *
 *   open ──closed──▶ closed                      paused: no ballots, and the deadline moves by the pause
 *   open ──closed──▶ held ──closed──▶ closed     held:   V9, for the NGO seats alone
 *   open ◀─paused, resumed─▶ paused
 *
 * Each event is judged before it is applied, by the same `judge` that acts pass before they are written. So a log
 * written by this workspace replays without objection, and in a log that somebody else has altered the event that could
 * not have happened is set aside with its reason and changes nothing.
 */
export function replay(rules: RuleSet, snapshot: Snapshot, events: readonly MotionEvent[]): Proceedings {
  let proceedings: Proceedings = {
    phase: { name: 'open' },
    closesAt: snapshot.closesAt,
    extensions: 0,
    ballots: [],
    hold: null,
    supersededBy: null,
    setAside: [],
  }
  for (const event of events) {
    const problem = judge(rules, snapshot, proceedings, event)
    proceedings =
      problem === null
        ? apply(rules, snapshot, proceedings, event)
        : { ...proceedings, setAside: [...proceedings.setAside, { event, problem }] }
  }
  return proceedings
}

function apply(rules: RuleSet, snapshot: Snapshot, state: Proceedings, event: MotionEvent): Proceedings {
  switch (event.type) {
    case 'ballot':
      return state.hold === null
        ? { ...state, ballots: [...state.ballots, event] }
        : { ...state, hold: { ...state.hold, ballots: [...state.hold.ballots, event] } }
    case 'extended':
      return { ...state, closesAt: event.closesAt, extensions: state.extensions + 1 }
    case 'paused':
      return { ...state, phase: { name: 'paused', pausedAt: event.at } }
    case 'resumed': {
      const pausedFor = state.phase.name === 'paused' ? event.at - state.phase.pausedAt : 0
      return { ...state, phase: { name: 'open' }, closesAt: state.closesAt + Math.max(0, pausedFor) }
    }
    case 'superseded':
      if (event.digest === snapshot.subjectDigest) return state
      // The hold has nothing left to decide.
      return state.phase.name === 'held'
        ? { ...state, supersededBy: event.digest, phase: { name: 'closed', closedAt: state.phase.closedAt } }
        : { ...state, supersededBy: event.digest }
    case 'closed':
      return state.phase.name === 'held'
        ? endHold(state, state.phase.closedAt)
        : close(rules, snapshot, state, event.at)
    default:
      return assertNever(event)
  }
}

function close(rules: RuleSet, snapshot: Snapshot, state: Proceedings, closedAt: Instant): Proceedings {
  const verdict = reachVerdict(rules, snapshot, state.ballots, null)
  if (state.supersededBy !== null || verdict.outcome !== 'HELD_NGO_SILENT') {
    return { ...state, phase: { name: 'closed', closedAt } }
  }
  const effective = effectiveBallots(state.ballots)
  const seats = snapshot.electorate.filter(
    seat => seat.constituency === 'NGO' && effective.get(seat.seatId)?.choice !== 'RECUSED',
  )
  const hold = { closesAt: closedAt + rules.ngoHoldMs, seats, ballots: [], ended: false }
  return { ...state, phase: { name: 'held', closedAt }, hold }
}

function endHold(state: Proceedings, closedAt: Instant): Proceedings {
  const hold = state.hold === null ? null : { ...state.hold, ended: true }
  return { ...state, phase: { name: 'closed', closedAt }, hold }
}
