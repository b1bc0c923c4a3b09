import { describe, expect, test } from 'vitest'
import { dayMs, minuteMs } from '#shared/core'
import { castBallot, mayCloseEarly, type BallotInput, type OpenedMotion } from './ballot.ts'
import {
  buildBallot,
  buildBallots,
  buildClosed,
  buildLog,
  buildMotion,
  closesAt,
  openedAt,
  otherText,
  personId,
  seatId,
  text,
} from './build-motion.ts'
import type { MotionEvent } from './log.ts'
import { effectiveBallots, showsRunningTally } from './tally.ts'

const input = (more: Partial<BallotInput> = {}): BallotInput => ({
  seatId: seatId('s1'),
  personId: personId('s1.head'),
  choice: 'YES',
  digest: text,
  reason: null,
  ...more,
})

const problemOf = (motion: OpenedMotion, ballot: BallotInput, receivedAt = openedAt + 1) => {
  const result = castBallot(motion, ballot, receivedAt)
  return result.ok ? null : result.problem
}

const pausedFrom = (at: number): MotionEvent => ({ type: 'paused', seq: 1, at })
const resumedAt = (at: number): MotionEvent => ({ type: 'resumed', seq: 1, at })

describe('castBallot', () => {
  test('[V3] gives the ballot its place in the log, its rank and the time it was received', () => {
    const motion = buildMotion({ electorate: 'S3 N2', events: buildLog(...buildBallots('S 2Y')) })
    const ballot = input({ personId: personId('s1.alternate'), choice: 'NO' })
    expect(castBallot(motion, ballot, openedAt + 5)).toEqual({
      ok: true,
      value: { type: 'ballot', seq: 3, receivedAt: openedAt + 5, rank: 'alternate', ...ballot },
    })
  })

  test.each([
    { who: 'a person of another seat', ballot: input({ personId: personId('s2.head') }) },
    { who: 'a person accredited after opening', ballot: input({ personId: personId('newcomer') }) },
    { who: 'an observer seat', ballot: input({ seatId: seatId('o1'), personId: personId('o1.head') }) },
  ])('[V1] $who is not accredited for the seat', ({ ballot }) => {
    expect(problemOf(buildMotion({ electorate: 'S3 N2' }), ballot)).toEqual({ type: 'not-accredited-for-seat' })
  })

  test.each([
    { method: 'BALLOT', choice: 'RECUSED', type: 'recusal-without-reason' },
    { method: 'CONSENSUS', choice: 'BLOCK', type: 'block-without-reason' },
  ] as const)('[V3] [V10] a reason that nobody can see is none: $choice', ({ method, choice, type }) => {
    const motion = buildMotion({ electorate: 'S3 N2', ...(method === 'CONSENSUS' && { method: { name: method } }) })
    for (const reason of ['\u200b', '\u2060\ufeff', '\u202e \u2066']) {
      expect(problemOf(motion, input({ choice, reason }))).toEqual({ type })
    }
    expect(problemOf(motion, input({ choice, reason: 'We are named in it.' }))).toBeNull()
  })

  test('[V3] the presiding National Co-ordinator casts none, and the alternate casts for the ministry', () => {
    const motion = buildMotion({ electorate: 'S3 N2', presiding: personId('s1.head') })
    expect(problemOf(motion, input())).toEqual({ type: 'presiding-casts-none' })
    expect(problemOf(motion, input({ personId: personId('s1.alternate') }))).toBeNull()
  })

  test('[V3] a person accredited for two seats is tied to the one they first cast for', () => {
    const both = personId('both')
    const { rules, snapshot } = buildMotion({ electorate: 'S3 N2' })
    const electorate = snapshot.electorate.map(seat => ({
      ...seat,
      accredited: [...seat.accredited, { personId: both, rank: 'alternate' as const }],
    }))
    const first = buildBallot('s2', 'ABSTAIN', { personId: both, rank: 'alternate' })
    const motion = { rules, snapshot: { ...snapshot, electorate }, events: buildLog(first) }
    expect(problemOf(motion, input({ personId: both }))).toEqual({
      type: 'person-tied-to-another-seat',
      seatId: seatId('s2'),
    })
    expect(problemOf(motion, input({ personId: both, seatId: seatId('s2') }))).toBeNull()
  })

  test('[V3] recusal takes a reason', () => {
    const motion = buildMotion({ electorate: 'S3 N2' })
    expect(problemOf(motion, input({ choice: 'RECUSED' }))).toEqual({ type: 'recusal-without-reason' })
    expect(problemOf(motion, input({ choice: 'RECUSED', reason: '  ' }))).toEqual({ type: 'recusal-without-reason' })
    expect(problemOf(motion, input({ choice: 'RECUSED', reason: 'We are named in it.' }))).toBeNull()
  })

  test.each([
    { choice: 'AMEND', type: 'amendment-without-words' },
    { choice: 'STATEMENT', type: 'statement-without-words' },
  ] as const)('[V11] in a silence procedure $choice takes words', ({ choice, type }) => {
    const motion = buildMotion({
      electorate: 'S2 N1',
      groupKind: 'twg',
      byCorrespondence: true,
      method: { name: 'SILENCE', firstAdoption: false },
    })
    expect(problemOf(motion, input({ choice }))).toEqual({ type })
    expect(problemOf(motion, input({ choice, reason: '  ' }))).toEqual({ type })
    expect(problemOf(motion, input({ choice, reason: 'Night shelters too.' }))).toBeNull()
  })

  test('[V4] a ballot on another text is refused with both digests', () => {
    expect(problemOf(buildMotion({ electorate: 'S3 N2' }), input({ digest: otherText }))).toEqual({
      type: 'ballot-digest-mismatch',
      expected: text,
      received: otherText,
    })
  })

  test.each([
    { when: 'a millisecond before the deadline', at: closesAt - 1, problem: null },
    { when: 'at the deadline', at: closesAt, problem: { type: 'ballot-late', closesAt } },
    { when: 'before the opening', at: openedAt - 1, problem: { type: 'motion-not-open', phase: 'prepared' } },
  ])('[V5] $when', ({ at, problem }) => {
    expect(problemOf(buildMotion({ electorate: 'S3 N2' }), input(), at)).toEqual(problem)
  })

  test('[V5] after the close it is late, though the deadline has not come', () => {
    const closed: MotionEvent = { ...buildClosed(openedAt + 9), by: personId('chair') }
    const motion = buildMotion({ electorate: 'S2 N2', events: buildLog(...buildBallots('S 2Y, N 2Y'), closed) })
    expect(problemOf(motion, input(), openedAt + 10)).toEqual({ type: 'ballot-late', closesAt })
  })

  test('[V5] none is taken during a pause, and the deadline moves by it', () => {
    const at = openedAt + 10 * minuteMs
    const paused = buildMotion({ electorate: 'S3 N2', events: buildLog(pausedFrom(at)) })
    expect(problemOf(paused, input(), at + 1)).toEqual({ type: 'motion-not-open', phase: 'paused' })
    const events = buildLog(pausedFrom(at), resumedAt(at + 5 * minuteMs))
    const resumed = buildMotion({ electorate: 'S3 N2', events })
    expect(problemOf(resumed, input(), closesAt + 5 * minuteMs - 1)).toBeNull()
    expect(problemOf(resumed, input(), closesAt + 5 * minuteMs)).toMatchObject({ type: 'ballot-late' })
  })

  test('[V9] in the hold only the NGO seats that had not recused themselves cast', () => {
    const events = buildLog(...buildBallots('S 9Y, N 1R3A'), buildClosed())
    const motion = buildMotion({ electorate: 'S9 N4', events })
    const inHold = closesAt + dayMs
    const by = (seat: string) => input({ seatId: seatId(seat), personId: personId(`${seat}.head`) })
    expect(problemOf(motion, by('s1'), inHold)).toEqual({ type: 'held-for-ngo-seats' })
    expect(problemOf(motion, by('n1'), inHold)).toEqual({ type: 'held-for-ngo-seats' })
    expect(problemOf(motion, by('n2'), inHold)).toBeNull()
    expect(problemOf(motion, by('n2'), closesAt + 7 * dayMs)).toMatchObject({ type: 'ballot-late' })
  })
})

test.each([
  { story: 'the head after the alternate', casts: ['alternate YES', 'head NO'], counts: 'NO' },
  { story: 'the alternate after the head', casts: ['head NO', 'alternate YES'], counts: 'NO' },
  { story: 'the head changing', casts: ['head NO', 'head YES'], counts: 'YES' },
  { story: 'the alternate changing', casts: ['alternate NO', 'alternate ABSTAIN'], counts: 'ABSTAIN' },
])('[V3] $story: $counts counts', ({ casts, counts }) => {
  const ballots = casts.map(cast =>
    buildBallot('s1', cast.endsWith('YES') ? 'YES' : cast.endsWith('NO') ? 'NO' : 'ABSTAIN', {
      rank: cast.startsWith('head') ? 'head' : 'alternate',
    }),
  )
  expect(effectiveBallots(ballots).get(seatId('s1'))?.choice).toBe(counts)
})

test.each([
  { ballots: 'S 2Y, N 2Y', may: true },
  { ballots: 'S 2Y, N 1Y1R', may: true },
  { ballots: 'S 2Y, N 1Y', may: false },
])('[V5] of S2 N2, $ballots: closing early is $may', ({ ballots, may }) => {
  expect(mayCloseEarly(buildMotion({ electorate: 'S2 N2', events: buildLog(...buildBallots(ballots)) }))).toBe(may)
})

test('[V5] the running tally is seen in a roll call and not by correspondence', () => {
  expect(showsRunningTally('meeting')).toBe(true)
  expect(showsRunningTally('correspondence')).toBe(false)
})
