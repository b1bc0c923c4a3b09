/**
 * Deciding a vote.
 *
 * One pure function decides every vote, the same in the server, the browser and the offline verifier: no clock, no I/O,
 * whole numbers only. It takes three things, all plain JSON and all kept for ever:
 *
 *   rules     the group's rule set at opening: every number, as data
 *   snapshot  what was frozen at opening: electorate, roll, digest of the text, deadline
 *   events    the log since: ballots in the order received, the close, extensions, pauses
 *
 *   V1 ─ V2 ─ V6 ┆ V3 ─ V4 ─ V5 ┆ V7 ─ V8 ─ V9
 *   could it     ┆ what counts, ┆ is it enough, is it for,
 *   open?        ┆ is it over?  ┆ do the NGO seats concur?
 *
 * The rules are applied in the order of the vote itself, and the first that is not met settles the outcome. Each leaves
 * a step in the trace with its numbers, so that a member reads why. What is invariant:
 *
 * - An outcome exists only as a value of this function. Nothing stores one that was not computed, nobody types one.
 * - The ballots of different seats may be reordered without changing a byte of the decision.
 * - Turning one ballot to YES never turns an adopted motion into a lost one: it raises Y, and where the seat had recused
 *   itself or was not for, it raises presence by as much as it raises any threshold.
 * - Constituencies sum to the whole, and seats sum to the electorate: silent ones are counted as silent.
 * - The same three inputs give the same bytes, in any year.
 *
 * Source: the rules of procedure in docs/rules.md (V1–V9); the Guidelines fix only that NGOs vote, international
 * organisations observe, and every thematic group has an NGO (C.1.1).
 */
import { assert } from '#shared/core'
import { countSeats } from './electorate.ts'
import type { MotionEvent } from './log.ts'
import { gradeOf, type Grade } from './majority.ts'
import { isAdopted, type Outcome } from './outcome.ts'
import { composition, isQuorate, quorumAtOpening } from './quorum.ts'
import type { Proceedings } from './proceedings.ts'
import { replay } from './replay.ts'
import { ruleSetDigest, type RuleSet } from './rules.ts'
import type { Snapshot } from './snapshot.ts'
import { tally, tallyByConstituency, type Tally, type TallyByConstituency } from './tally.ts'
import type { TraceStep } from './trace.ts'
import { reachVerdict } from './verdict.ts'

export type Decision = {
  readonly outcome: Outcome
  /** Of an adopted text only. */
  readonly grade: Grade | null
  /** Of the general vote. A hold decides concurrence and never changes it; its count stands in the trace. [V9] */
  readonly tally: Tally
  readonly tallyByConstituency: TallyByConstituency
  readonly trace: readonly TraceStep[]
}

/**
 * @param rules must be the rule set that `snapshot.ruleSetDigest` names: to decide under another is a bug, and throws
 * @param events in the order of the log. Ballots that were late or refused may be among them: they change nothing.
 */
export function decide(rules: RuleSet, snapshot: Snapshot, events: readonly MotionEvent[]): Decision {
  assert(ruleSetDigest(rules) === snapshot.ruleSetDigest, 'a vote is decided by the rule set it was opened under')
  const proceedings = replay(rules, snapshot, events)
  const { outcome, suffix, trace } = settle(rules, snapshot, proceedings)
  const whole = tally(snapshot.electorate, proceedings.ballots)
  return {
    outcome,
    grade: isAdopted(outcome) ? gradeOf(whole, suffix) : null,
    tally: whole,
    tallyByConstituency: tallyByConstituency(snapshot.electorate, proceedings.ballots),
    trace,
  }
}

function settle(rules: RuleSet, snapshot: Snapshot, proceedings: Proceedings): ReturnType<typeof reachVerdict> {
  const trace: TraceStep[] = [electorateStep(snapshot)]

  const required = composition(rules, snapshot)
  if (required !== null) {
    const constituted = required.ngoSeats >= required.required
    trace.push({ step: 'composition', rule: 'V2', ok: constituted, facts: required })
    if (!constituted) return { outcome: 'BLOCKED_COMPOSITION', suffix: null, trace }
  }
  const quorum = quorumAtOpening(rules, snapshot)
  if (quorum !== null) {
    trace.push({ step: 'quorum-at-opening', rule: 'V6', ok: isQuorate(quorum), facts: quorum })
    if (!isQuorate(quorum)) return { outcome: 'NO_QUORUM_OPEN', suffix: null, trace }
  }

  trace.push(...logSteps(snapshot, proceedings))
  if (proceedings.phase.name === 'open' || proceedings.phase.name === 'paused') {
    return { outcome: 'OPEN', suffix: null, trace }
  }
  if (proceedings.supersededBy !== null) return { outcome: 'STALE_BASE', suffix: null, trace }

  const verdict = reachVerdict(rules, snapshot, proceedings.ballots, proceedings.hold)
  return { ...verdict, trace: [...trace, ...verdict.trace] }
}

function electorateStep({ electorate }: Snapshot): TraceStep {
  return {
    step: 'electorate',
    rule: 'V1',
    ok: true,
    facts: {
      seats: electorate.length,
      state: countSeats(electorate, 'STATE'),
      ngo: countSeats(electorate, 'NGO'),
      partner: countSeats(electorate, 'PARTNER'),
    },
  }
}

/** What the log holds and what of it counts, in the general vote and in the hold together. */
function logSteps(
  snapshot: Snapshot,
  { ballots, hold, setAside, phase, closesAt, supersededBy }: Proceedings,
): TraceStep[] {
  const refused = setAside.filter(({ event }) => event.type === 'ballot').map(({ problem }) => problem.type)
  const late = refused.filter(type => type === 'ballot-late').length
  const otherDigest = refused.filter(type => type === 'ballot-digest-mismatch').length
  const whole = tally(snapshot.electorate, ballots)
  const closedAt = phase.name === 'held' || phase.name === 'closed' ? phase.closedAt : null
  return [
    {
      step: 'ballots',
      rule: 'V3',
      ok: true,
      facts: {
        cast: ballots.length + (hold?.ballots.length ?? 0),
        seats: whole.seats - whole.notCast,
        recused: whole.recused,
        setAside: refused.length - late - otherDigest,
      },
    },
    {
      step: 'text',
      rule: 'V4',
      ok: supersededBy === null,
      facts: { otherDigest, otherVersionAdopted: supersededBy !== null },
    },
    { step: 'time', rule: 'V5', ok: closedAt !== null, facts: { closesAt, closedAt, late } },
  ]
}
