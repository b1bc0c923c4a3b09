import { assertNever, type Instant, type PersonId, type SeatId } from '#shared/core'
import { judge } from './admission.ts'
import type { Ballot, MotionEvent, SecretCast } from './log.ts'
import type { Hold, Proceedings, SetAside } from './proceedings.ts'
import type { RuleSet } from './rules.ts'
import { noNgoSeatOpened, reachedEverySeat } from './silence.ts'
import { methodOf, type Snapshot } from './snapshot.ts'
import { effectiveBallots } from './tally.ts'
import { reachVerdict } from './verdict.ts'

/**
 * A vote's log, read from its beginning. [V3, V4, V5]
 *
 *   open ──closed──▶ closed                      paused: no ballots, and the deadline moves by the pause
 *   open ──closed──▶ held ──closed──▶ closed     held:   V9, for the NGO seats alone
 *   open ◀─paused, resumed─▶ paused              open ──closed──▶ open: V11, extended once
 *   any  ──voided──▶ closed                      open ──objection──▶ closed: V11, the silence is broken
 *
 * Each event is judged before it is applied, by the same `judge` that acts pass before they are written. So a log
 * written by this workspace replays without objection, and in a log that somebody else has altered the event that could
 * not have happened is set aside with its reason and changes nothing.
 */
export function replay(rules: RuleSet, snapshot: Snapshot, events: readonly MotionEvent[]): Proceedings {
  const state: Draft = {
    phase: { name: 'open' },
    closesAt: snapshot.closesAt,
    extensions: 0,
    ballots: [],
    hold: null,
    seats: new Map(snapshot.electorate.map(seat => [seat.seatId, seat])),
    tiedTo: new Map(),
    secretCasts: [],
    papers: null,
    delivered: new Set(),
    textOpened: new Set(),
    silenceExtended: false,
    brokenBy: null,
    supersededBy: null,
    voided: null,
    setAside: [],
  }
  for (const event of events) {
    const problem = judge(rules, snapshot, state, event)
    if (problem === null) apply(rules, snapshot, state, event)
    else state.setAside.push({ event, problem })
  }
  return state
}

/** The same, while it is being made. */
type Draft = { -readonly [Part in keyof Proceedings]: Proceedings[Part] } & {
  ballots: Ballot[]
  secretCasts: SecretCast[]
  hold: (Hold & { ballots: Ballot[] }) | null
  tiedTo: Map<PersonId, SeatId>
  delivered: Set<SeatId>
  textOpened: Set<SeatId>
  setAside: SetAside[]
}

function apply(rules: RuleSet, snapshot: Snapshot, state: Draft, event: MotionEvent): void {
  switch (event.type) {
    case 'ballot':
      return cast(snapshot, state, event)
    case 'secretCast':
      state.secretCasts.push(event)
      return tie(state, event)
    case 'counted':
      state.papers = event.papers
      return
    case 'delivered':
      state.delivered.add(event.seatId)
      return
    case 'textOpened':
      state.textOpened.add(event.seatId)
      return
    case 'extended':
      state.closesAt = event.closesAt
      state.extensions++
      return
    case 'paused':
      state.phase = { name: 'paused', pausedAt: event.at }
      return
    case 'resumed': {
      const pausedFor = state.phase.name === 'paused' ? event.at - state.phase.pausedAt : 0
      state.phase = { name: 'open' }
      state.closesAt += Math.max(0, pausedFor)
      return
    }
    case 'superseded':
      if (event.digest === snapshot.subjectDigest) return
      state.supersededBy = event.digest
      // The hold has nothing left to decide.
      if (state.phase.name === 'held') state.phase = { name: 'closed', closedAt: state.phase.closedAt }
      return
    case 'closed':
      return state.phase.name === 'held'
        ? endHold(state, state.phase.closedAt)
        : close(rules, snapshot, state, event.at)
    case 'voided':
      state.voided = event
      if (state.phase.name !== 'closed') state.phase = { name: 'closed', closedAt: event.at }
      return
    default:
      return assertNever(event)
  }
}

function cast(snapshot: Snapshot, state: Draft, ballot: Ballot): void {
  ;(state.hold ?? state).ballots.push(ballot)
  tie(state, ballot)
  if (methodOf(snapshot) === 'SILENCE' && (ballot.choice === 'OBJECT' || ballot.choice === 'AMEND')) {
    state.brokenBy = ballot
    state.phase = { name: 'closed', closedAt: ballot.receivedAt }
  }
}

function tie(state: Draft, { personId, seatId }: Pick<Ballot, 'personId' | 'seatId'>): void {
  if (!state.tiedTo.has(personId)) state.tiedTo.set(personId, seatId)
}

function close(rules: RuleSet, snapshot: Snapshot, state: Draft, closedAt: Instant): void {
  if (methodOf(snapshot) === 'SILENCE' && !state.silenceExtended && isSilenceToBeExtended(snapshot, state)) {
    state.silenceExtended = true
    state.closesAt += rules.silenceExtensionMs
    return
  }
  const closed: Proceedings = { ...state, phase: { name: 'closed', closedAt } }
  if (state.supersededBy !== null || reachVerdict(rules, snapshot, closed).outcome !== 'HELD_NGO_SILENT') {
    state.phase = { name: 'closed', closedAt }
    return
  }
  const effective = effectiveBallots(state.ballots)
  const seats = snapshot.electorate.filter(
    seat => seat.constituency === 'NGO' && effective.get(seat.seatId)?.choice !== 'RECUSED',
  )
  state.phase = { name: 'held', closedAt }
  state.hold = { closesAt: closedAt + rules.ngoHoldMs, seats, ballots: [], ended: false }
}

function isSilenceToBeExtended(snapshot: Snapshot, state: Proceedings): boolean {
  return state.supersededBy === null && reachedEverySeat(snapshot, state) && noNgoSeatOpened(snapshot, state)
}

function endHold(state: Draft, closedAt: Instant): void {
  state.phase = { name: 'closed', closedAt }
  if (state.hold !== null) state.hold = { ...state.hold, ended: true }
}
