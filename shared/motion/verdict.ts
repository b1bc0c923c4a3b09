import { concur } from './concurrence.ts'
import { comparisonHolds, compareMajority, isTie, type GradeSuffix } from './majority.ts'
import type { Ballot } from './log.ts'
import type { Outcome } from './outcome.ts'
import { isQuorate, quorumAtClosing } from './quorum.ts'
import type { Hold } from './proceedings.ts'
import { asksConcurrence, type RuleSet } from './rules.ts'
import type { Snapshot } from './snapshot.ts'
import { eligibleSeats, tally, tallyByConstituency } from './tally.ts'
import type { TraceStep } from './trace.ts'

type Verdict = {
  readonly outcome: Outcome
  readonly suffix: GradeSuffix | null
  readonly trace: readonly TraceStep[]
}

/**
 * What the ballots of a closed vote say: quorum at closing, then the majority, then NGO concurrence; the first that is
 * not met settles it. [V7, V8, V9]
 *
 * @param ballots the admitted ballots of the general vote, in the order of the log
 * @param hold null before there is one
 */
export function reachVerdict(
  rules: RuleSet,
  snapshot: Snapshot,
  ballots: readonly Ballot[],
  hold: Hold | null,
): Verdict {
  const whole = tally(snapshot.electorate, ballots)
  const parts = tallyByConstituency(snapshot.electorate, ballots)
  const trace: TraceStep[] = []

  const quorum = quorumAtClosing(rules, snapshot, whole, parts)
  trace.push({ step: 'quorum-at-closing', rule: 'V7', ok: isQuorate(quorum), facts: quorum })
  if (!isQuorate(quorum)) return { outcome: 'NO_QUORUM', suffix: null, trace }

  const { yes, no } = whole
  trace.push({ step: 'one-yes', rule: 'V8', ok: yes >= 1, facts: { yes } })
  if (yes < 1) return { outcome: 'NOT_ADOPTED', suffix: null, trace }

  const majority = rules.majority[snapshot.subjectKind]
  const comparison = compareMajority(majority, whole)
  const carried = comparisonHolds(comparison)
  const eligible = eligibleSeats(whole)
  trace.push({ step: 'majority', rule: 'V8', ok: carried, facts: { majority, ...comparison, yes, no, eligible } })
  if (isTie(majority, whole)) {
    const second = snapshot.tiedAt !== null
    trace.push({ step: 'tie', rule: 'V8', ok: false, facts: { yes, no, second } })
    return { outcome: second ? 'NOT_ADOPTED' : 'TIE', suffix: null, trace }
  }
  if (!carried) return { outcome: 'NOT_ADOPTED', suffix: null, trace }

  if (!asksConcurrence(snapshot.subjectKind)) return { outcome: 'ADOPTED', suffix: null, trace }
  const concurrence = concur(rules, snapshot, whole, parts, hold)
  return { ...concurrence, trace: [...trace, ...concurrence.trace] }
}
