import { concur } from './concurrence.ts'
import { comparisonHolds, compareMajority, isTie, type GradeSuffix } from './majority.ts'
import type { Outcome } from './outcome.ts'
import { isQuorate, quorumAtClosing } from './quorum.ts'
import type { Proceedings } from './proceedings.ts'
import { asksConcurrence, type Majority, type RuleSet } from './rules.ts'
import { countSecret } from './secret.ts'
import { endSilence } from './silence.ts'
import { methodOf, type Snapshot } from './snapshot.ts'
import { eligibleSeats, tally, tallyByConstituency, type Tally, type TallyByConstituency } from './tally.ts'
import type { TraceStep } from './trace.ts'

type Verdict = {
  readonly outcome: Outcome
  readonly suffix: GradeSuffix | null
  readonly trace: readonly TraceStep[]
}

/** What a closed vote says, by its method. */
export function reachVerdict(rules: RuleSet, snapshot: Snapshot, state: Proceedings): Verdict {
  if (methodOf(snapshot) === 'SILENCE') return { ...endSilence(snapshot, state), suffix: null }
  const { whole, parts } = talliesOf(rules, snapshot, state)
  const quorum = quorumAtClosing(rules, snapshot, whole, parts)
  const looked: TraceStep = { step: 'quorum-at-closing', rule: 'V7', ok: isQuorate(quorum), facts: quorum }
  if (!isQuorate(quorum)) return { outcome: 'NO_QUORUM', suffix: null, trace: [looked] }
  const verdict = beyondQuorum(rules, snapshot, state, whole, parts)
  return { ...verdict, trace: [looked, ...verdict.trace] }
}

function beyondQuorum(
  rules: RuleSet,
  snapshot: Snapshot,
  state: Proceedings,
  whole: Tally,
  parts: TallyByConstituency,
): Verdict {
  switch (methodOf(snapshot)) {
    case 'CONSENSUS':
      return agree(whole)
    case 'SECRET':
      return elect(rules, snapshot, state, whole)
    default: {
      const carried = carry(rules, snapshot, whole)
      if (carried.outcome !== 'ADOPTED' || !asksConcurrence(snapshot.subjectKind)) return carried
      const concurrence = concur(rules, snapshot, whole, parts, state.hold)
      return { ...concurrence, trace: [...carried.trace, ...concurrence.trace] }
    }
  }
}

/** The general tally, which a hold never changes. */
export function talliesOf(
  rules: RuleSet,
  snapshot: Snapshot,
  state: Proceedings,
): { readonly whole: Tally; readonly parts: TallyByConstituency } {
  if (methodOf(snapshot) === 'SECRET') return countSecret(rules, snapshot, state)
  const { electorate } = snapshot
  return { whole: tally(electorate, state.ballots), parts: tallyByConstituency(electorate, state.ballots) }
}

/** One block is enough to have no consensus, and nothing else is. [V10] */
function agree({ yes, abstain, no }: Tally): Verdict {
  const facts = { support: yes, standAside: abstain, block: no }
  const trace: TraceStep[] = [{ step: 'consensus', rule: 'V10', ok: no === 0, facts }]
  return { outcome: no === 0 ? 'ADOPTED' : 'NO_CONSENSUS', suffix: null, trace }
}

/** The one with most papers, if these are the majority that the rule set asks for. [V8, V12] */
function elect(rules: RuleSet, snapshot: Snapshot, state: Proceedings, whole: Tally): Verdict {
  const { leader } = countSecret(rules, snapshot, state)
  const facts = { most: whole.yes, others: whole.no, blank: whole.abstain }
  const counted: TraceStep = { step: 'secret-count', rule: 'V12', ok: leader !== null, facts }
  const carried = carry(rules, snapshot, whole)
  return { ...carried, trace: [counted, ...carried.trace] }
}

/** At least one yes, then the majority; of a text adopted before, also that of reconsidering it. [V8, V13] */
function carry(rules: RuleSet, snapshot: Snapshot, whole: Tally): Verdict {
  const trace: TraceStep[] = []
  const { yes, no } = whole
  trace.push({ step: 'one-yes', rule: 'V8', ok: yes >= 1, facts: { yes } })
  if (yes < 1) return { outcome: 'NOT_ADOPTED', suffix: null, trace }

  const majority = rules.majority[snapshot.subjectKind]
  const own = majorityFacts(majority, whole)
  trace.push({ step: 'majority', rule: 'V8', ok: comparisonHolds(own), facts: own })
  if (isTie(majority, whole)) {
    const second = snapshot.tiedAt !== null
    trace.push({ step: 'tie', rule: 'V8', ok: false, facts: { yes, no, second } })
    return { outcome: second ? 'NOT_ADOPTED' : 'TIE', suffix: null, trace }
  }
  if (!comparisonHolds(own)) return { outcome: 'NOT_ADOPTED', suffix: null, trace }
  if (snapshot.reconsiders !== true) return { outcome: 'ADOPTED', suffix: null, trace }

  const again = majorityFacts(rules.reconsideration, whole)
  trace.push({ step: 'reconsideration', rule: 'V13', ok: comparisonHolds(again), facts: again })
  return { outcome: comparisonHolds(again) ? 'ADOPTED' : 'NOT_ADOPTED', suffix: null, trace }
}

function majorityFacts(majority: Majority, whole: Tally) {
  return { majority, ...compareMajority(majority, whole), yes: whole.yes, no: whole.no, eligible: eligibleSeats(whole) }
}
