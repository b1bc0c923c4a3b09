import { composition, isQuorate, quorumAtOpening } from './quorum.ts'
import type { OpeningProblem } from './problems.ts'
import { ruleSetDigest, type RuleSet, type SubjectKind } from './rules.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * Everything that stands against opening this vote now, at once, so that the chair sees the whole list. Empty, the
 * motion may be opened with exactly this snapshot. [V2, V6, V8, V9, V11, V12]
 *
 * @param snapshot what would be frozen, with `openedAt` now
 * @param rules the group's rule set in force
 */
export function preflight(snapshot: Snapshot, rules: RuleSet): readonly OpeningProblem[] {
  const problems: OpeningProblem[] = []
  const { openedAt, closesAt, round, call, tiedAt } = snapshot

  const inForce = ruleSetDigest(rules)
  if (snapshot.ruleSetDigest !== inForce) {
    problems.push({ type: 'rule-set-not-in-force', inForce, prepared: snapshot.ruleSetDigest })
  }
  if (closesAt <= openedAt) problems.push({ type: 'closes-before-it-opens', openedAt, closesAt })

  const required = composition(rules, snapshot)
  if (required !== null && required.ngoSeats < required.required) {
    problems.push({ type: 'composition-blocked', ...required })
  }
  const quorum = quorumAtOpening(rules, snapshot)
  if (quorum !== null && !isQuorate(quorum)) {
    const { present, needed, ngoPresent, ngoNeeded } = quorum
    problems.push({ type: 'inquorate-at-opening', present, needed, ngoPresent, ngoNeeded })
  }

  if (call.number === 2 && openedAt < call.noticeAt + rules.secondCallNoticeMs) {
    problems.push({ type: 'second-call-too-soon', opensFrom: call.noticeAt + rules.secondCallNoticeMs })
  }
  if (tiedAt !== null && openedAt < tiedAt + rules.tieRestMs) {
    problems.push({ type: 'tie-too-recent', opensFrom: tiedAt + rules.tieRestMs })
  }
  if (round.number === 2 && round.reconciledAt === null && openedAt < round.returnedAt + rules.reconciliationMs) {
    problems.push({ type: 'reconciliation-open', opensFrom: round.returnedAt + rules.reconciliationMs })
  }
  return [...problems, ...methodProblems(snapshot, rules)]
}

/** What is decided by which method, and how long a silence has to last. [V11, V12] */
function methodProblems(snapshot: Snapshot, rules: RuleSet): readonly OpeningProblem[] {
  const { method, mode, subjectKind, openedAt, closesAt } = snapshot
  const problems: OpeningProblem[] = []
  const isSecret = method?.name === 'SECRET'
  if (isSecret !== (subjectKind === 'election')) problems.push({ type: 'method-of-another-subject' })
  if (method?.name !== 'SILENCE') return problems
  if (method.firstAdoption || !mayPassBySilence(subjectKind)) problems.push({ type: 'silence-not-allowed' })
  if (mode === 'meeting') problems.push({ type: 'silence-in-meeting' })
  const earliest = openedAt + rules.silenceMs
  if (closesAt < earliest) problems.push({ type: 'silence-too-short', earliest })
  return problems
}

/** What binds the country or the group itself is not passed by silence. [V11] */
export function mayPassBySilence(kind: SubjectKind): boolean {
  return !(['plan', 'annex', 'ruleSet', 'election'] as readonly SubjectKind[]).includes(kind)
}
