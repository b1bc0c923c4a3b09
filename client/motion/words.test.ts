import { expect, test } from 'vitest'
import { makeFormat } from '../i18n/format.ts'
import { english, makeTranslate } from '../i18n/messages.ts'
import { dayMs, hourMs, minuteMs, secondMs } from '#shared/core'
import type { TraceStep } from '#shared/motion'
import { motionProblem, timeLeft, traceSentence } from './words.ts'

const t = makeTranslate(() => english)
const format = makeFormat('en')
const quorum = { seats: 9, present: 6, needed: 5, ngoSeats: 3, ngoPresent: 1, ngoNeeded: 1 }
const at = Date.UTC(2026, 10, 23, 12)
const on = format.dateTime(at)

test.each<readonly [TraceStep, string]>([
  [
    { step: 'electorate', rule: 'V1', ok: true, facts: { seats: 15, state: 9, ngo: 4, partner: 2 } },
    '15 seats could vote: 9 of the State, 4 of NGOs, 2 of social partners.',
  ],
  [
    { step: 'composition', rule: 'V2', ok: false, facts: { ngoSeats: 1, required: 2 } },
    'The group has 1 NGO seat; at least 2 are required.',
  ],
  [
    { step: 'quorum-at-closing', rule: 'V7', ok: true, facts: quorum },
    '6 of 9 seats took part, 5 needed; of NGO seats 1 of 3, 1 needed.',
  ],
  [
    { step: 'ballots', rule: 'V3', ok: true, facts: { cast: 7, seats: 5, recused: 1, setAside: 0 } },
    '7 ballots cast by 5 seats; the last of the highest rank counts. 1 seat recused.',
  ],
  [
    { step: 'time', rule: 'V5', ok: true, facts: { closesAt: at, closedAt: at, late: 1 } },
    `Closed on ${on}. 1 ballot came late: not counted.`,
  ],
  [
    {
      step: 'majority',
      rule: 'V8',
      ok: true,
      facts: { majority: 'TWO_THIRDS', left: 27, relation: '>=', right: 24, yes: 9, no: 3, eligible: 15 },
    },
    '9 for and 3 against: two thirds means 3 × 9 = 27 is at least 2 × 12 = 24.',
  ],
  [
    { step: 'tie', rule: 'V8', ok: false, facts: { yes: 4, no: 4, second: false } },
    '4 for and 4 against: a tie. One new vote may follow after a day.',
  ],
  [
    {
      step: 'concurrence',
      rule: 'V9',
      ok: false,
      facts: { policy: 'SUSPENSIVE', round: 1, position: 'OPPOSED', ngoYes: 1, ngoNo: 3, ngoSeats: 4 },
    },
    'Of 4 NGO seats, 1 for and 3 against: they oppose.',
  ],
])('a member reads why: %j', (step, sentence) => {
  expect(traceSentence(step, t, format)).toBe(sentence)
})

test.each([
  [-5, '0:00'],
  [1, '0:01'],
  [42 * secondMs, '0:42'],
  [12 * minuteMs, '12:00'],
  [3 * hourMs + 5 * minuteMs, '3 h 5 min'],
  [2 * dayMs + 4 * hourMs, '2 d 4 h'],
])('[V5] %i ms before the deadline it says %s', (ms, text) => {
  expect(timeLeft(ms, t)).toBe(text)
})

test('a refusal tells its numbers and what to do', () => {
  const problem = { type: 'composition-blocked', ngoSeats: 1, required: 2 } as const
  expect(motionProblem(problem, t, format)).toBe(
    'The group has 1 NGO seat with somebody accredited and needs 2. The Secretariat can fill them.',
  )
  expect(motionProblem({ type: 'ballot-late', closesAt: at }, t, format)).toContain(on)
})
