import { expect, test } from 'vitest'
import { asId, dayMs, hourMs } from '#shared/core'
import type { RepresentativeRank } from '#shared/group'
import { buildMotion, closesAt, openedAt, personId, seatId } from './build-motion.ts'
import { electorateDigest, freezeElectorate, type SeatAtOpening } from './electorate.ts'
import { preflight } from './opening.ts'
import { defaultRuleSet } from './rules.ts'

type Input = Parameters<typeof buildMotion>[0]
const problemsOf = (input: Input) => {
  const { snapshot, rules } = buildMotion(input)
  return preflight(snapshot, rules)
}

test.each<{ group: 'nwg' | 'twg'; electorate: string; kind?: 'procedure'; blocked: boolean }>([
  { group: 'nwg', electorate: 'S6 N2', blocked: false },
  { group: 'nwg', electorate: 'S6 N1', blocked: true },
  { group: 'twg', electorate: 'S6 N1', blocked: false },
  { group: 'twg', electorate: 'S6 P1', blocked: true },
  { group: 'twg', electorate: 'S6 P1', kind: 'procedure', blocked: false },
])('[V2] $group of $electorate, $kind: blocked $blocked', ({ group, electorate, kind, blocked }) => {
  const problems = problemsOf({ electorate, groupKind: group, ...(kind && { kind }) })
  expect(problems.map(problem => problem.type)).toEqual(blocked ? ['composition-blocked'] : [])
})

test.each([
  { present: 'S4 N3', problem: { present: 7, needed: 8, ngoPresent: 3, ngoNeeded: 2 } },
  { present: 'S7 N1', problem: { present: 8, needed: 8, ngoPresent: 1, ngoNeeded: 2 } },
  { present: 'S6 N2', problem: null },
])('[V6] of S10 N4, $present present', ({ present, problem }) => {
  const expected = problem === null ? [] : [{ type: 'inquorate-at-opening', ...problem }]
  expect(problemsOf({ electorate: 'S10 N4', present })).toEqual(expected)
})

test('[V6] by correspondence nobody need be present', () => {
  expect(problemsOf({ electorate: 'S10 N4', byCorrespondence: true })).toEqual([])
})

test('[V6] a second call waives the NGO part and takes seven days’ notice', () => {
  const second = (noticeAt: number) => ({ electorate: 'S10 N4', present: 'S8', call: { number: 2, noticeAt } as const })
  expect(problemsOf(second(openedAt - 7 * dayMs))).toEqual([])
  expect(problemsOf(second(openedAt - 7 * dayMs + 1))).toEqual([
    { type: 'second-call-too-soon', opensFrom: openedAt + 1 },
  ])
})

test('[V8] the new vote after a tie opens a day later', () => {
  expect(problemsOf({ electorate: 'S3 N2', tiedAt: openedAt - 24 * hourMs })).toEqual([])
  expect(problemsOf({ electorate: 'S3 N2', tiedAt: openedAt - 24 * hourMs + 1 })).toEqual([
    { type: 'tie-too-recent', opensFrom: openedAt + 1 },
  ])
})

test.each([
  { story: 'fourteen days after', returnedAt: openedAt - 14 * dayMs, reconciledAt: null, problems: [] },
  { story: 'reconciled at once', returnedAt: openedAt - dayMs, reconciledAt: openedAt - hourMs, problems: [] },
  {
    story: 'too early',
    returnedAt: openedAt - dayMs,
    reconciledAt: null,
    problems: [{ type: 'reconciliation-open', opensFrom: openedAt + 13 * dayMs }],
  },
])('[V9] a second round, $story', ({ returnedAt, reconciledAt, problems }) => {
  expect(problemsOf({ electorate: 'S3 N2', round: { number: 2, returnedAt, reconciledAt } })).toEqual(problems)
})

test('[V1] a motion prepared under another rule set is not opened', () => {
  const { snapshot } = buildMotion({ electorate: 'S3 N2' })
  expect(preflight(snapshot, { ...defaultRuleSet('nwg'), ngoPolicy: 'VETO' })).toMatchObject([
    { type: 'rule-set-not-in-force', prepared: snapshot.ruleSetDigest },
  ])
})

test('[V5] a deadline lies after the opening', () => {
  const { snapshot, rules } = buildMotion({ electorate: 'S3 N2' })
  expect(preflight({ ...snapshot, openedAt: closesAt }, rules)).toEqual([
    { type: 'closes-before-it-opens', openedAt: closesAt, closesAt },
  ])
})

test('everything that stands against opening is told at once', () => {
  const types = problemsOf({ electorate: 'S6 N1', present: 'S1', tiedAt: openedAt }).map(problem => problem.type)
  expect(types).toEqual(['composition-blocked', 'inquorate-at-opening', 'tie-too-recent'])
})

const accredited = (...ranks: readonly RepresentativeRank[]) =>
  ranks.map((rank, index) => ({ personId: personId(`${rank}${index}`), rank }))

const seat = (name: string, more: Partial<SeatAtOpening> = {}): SeatAtOpening => ({
  seatId: seatId(name),
  constituency: 'STATE',
  suspended: false,
  accredited: accredited('head'),
  ...more,
})

test.each([
  { story: 'an observer seat', other: seat('b', { constituency: 'OBSERVER' }) },
  { story: 'a suspended seat', other: seat('b', { suspended: true }) },
  { story: 'a vacant seat', other: seat('b', { accredited: [] }) },
])('[V1] $story is not in the electorate', ({ other }) => {
  expect(freezeElectorate([seat('a'), other]).map(frozen => frozen.seatId)).toEqual([asId('a')])
})

test('[V1] one electorate has one digest, in whatever order it was read', () => {
  const a = seat('a', { accredited: accredited('head', 'alternate') })
  const b = seat('b', { constituency: 'NGO' })
  const reversed = { ...a, accredited: a.accredited.toReversed() }
  expect(electorateDigest(freezeElectorate([a, b]))).toBe(electorateDigest(freezeElectorate([b, reversed])))
  expect(electorateDigest(freezeElectorate([a, b]))).not.toBe(electorateDigest(freezeElectorate([a])))
})
