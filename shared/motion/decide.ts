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
 *   V1 ─ V2 ─ V6 ┆ V3 ─ V4 ─ V5 ─ V13 ┆ V7 ─ V8 ─ V13 ─ V9     ballots
 *   could it     ┆ what counts,       ┆ V7 ─ V10               consensus
 *   open?        ┆ is it over?        ┆ V11                    silence procedure
 *                ┆                    ┆ V7 ─ V12 ─ V8          secret ballot
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
 * Source: the rules of procedure in docs/rules.md (V1–V13); the Guidelines fix only that NGOs vote, international
 * organisations observe, and every thematic group has an NGO (C.1.1).
 */
import { assert, type PersonId } from '#shared/core'
import { countSeats } from './electorate.ts'
import type { MotionEvent } from './log.ts'
import { consensusGrade, gradeOf, type Grade } from './majority.ts'
import type { MethodName } from './method.ts'
import { isAdopted, type Outcome } from './outcome.ts'
import { composition, isQuorate, quorumAtOpening } from './quorum.ts'
import type { Proceedings, SetAside } from './proceedings.ts'
import { replay } from './replay.ts'
import { ruleSetDigest, type RuleSet } from './rules.ts'
import { countSecret, type Election } from './secret.ts'
import { methodOf, type Snapshot } from './snapshot.ts'
import { tally, type Tally, type TallyByConstituency } from './tally.ts'
import type { TraceStep } from './trace.ts'
import { reachVerdict, talliesOf } from './verdict.ts'

export type Decision = {
  readonly outcome: Outcome
  /** Of an adopted text only. */
  readonly grade: Grade | null
  /** Of the general vote. A hold decides concurrence and never changes it; its count stands in the trace. [V9] */
  readonly tally: Tally
  readonly tallyByConstituency: TallyByConstituency
  readonly trace: readonly TraceStep[]
  /** Of a secret ballot whose papers are counted. [V12] */
  readonly election?: Election & { readonly elected: PersonId | null }
}

/**
 * @param rules must be the rule set that `snapshot.ruleSetDigest` names: to decide under another is a bug, and throws
 * @param events in the order of the log. Ballots that were late or refused may be among them: they change nothing.
 */
export function decide(rules: RuleSet, snapshot: Snapshot, events: readonly MotionEvent[]): Decision {
  assert(ruleSetDigest(rules) === snapshot.ruleSetDigest, 'a vote is decided by the rule set it was opened under')
  const proceedings = replay(rules, snapshot, events)
  const { outcome, suffix, trace } = settle(rules, snapshot, proceedings)
  const { whole, parts } = talliesOf(rules, snapshot, proceedings)
  const agreed = methodOf(snapshot) === 'CONSENSUS' || methodOf(snapshot) === 'SILENCE'
  return {
    outcome,
    grade: !isAdopted(outcome) ? null : agreed ? consensusGrade(whole) : gradeOf(whole, suffix),
    tally: whole,
    tallyByConstituency: parts,
    trace,
    ...(proceedings.papers !== null && electionOf(rules, snapshot, proceedings, outcome)),
  }
}

function electionOf(
  rules: RuleSet,
  snapshot: Snapshot,
  state: Proceedings,
  outcome: Outcome,
): Pick<Decision, 'election'> {
  const { election, leader } = countSecret(rules, snapshot, state)
  return { election: { ...election, elected: isAdopted(outcome) ? leader : null } }
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
  const { phase, voided } = proceedings
  if (voided !== null) {
    const facts = { cause: voided.cause, at: voided.at }
    return { outcome: 'VOIDED', suffix: null, trace: [...trace, { step: 'voided', rule: 'V13', ok: false, facts }] }
  }
  const isUncounted = methodOf(snapshot) === 'SECRET' && proceedings.papers === null
  if (phase.name === 'open' || phase.name === 'paused' || isUncounted) return { outcome: 'OPEN', suffix: null, trace }
  if (proceedings.supersededBy !== null) return { outcome: 'STALE_BASE', suffix: null, trace }

  const verdict = reachVerdict(rules, snapshot, proceedings)
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
  { ballots, secretCasts, hold, setAside, phase, closesAt, supersededBy }: Proceedings,
): TraceStep[] {
  const isBallot = ({ event }: SetAside): boolean => event.type === 'ballot' || event.type === 'secretCast'
  const refused = setAside.filter(isBallot).map(({ problem }) => problem.type)
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
        cast: ballots.length + secretCasts.length + (hold?.ballots.length ?? 0),
        seats: whole.seats - whole.notCast + secretCasts.length,
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

/** By which method an adopted or rejected text was decided, for whoever has only the decision. */
export function decidedBy({ trace, election }: Pick<Decision, 'trace' | 'election'>): MethodName {
  if (election) return 'SECRET'
  if (trace.some(({ step }) => step === 'consensus')) return 'CONSENSUS'
  return trace.some(({ step }) => step === 'silence') ? 'SILENCE' : 'BALLOT'
}
