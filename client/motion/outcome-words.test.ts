import { describe, expect, test } from 'vitest'
import { english, makeTranslate } from '../i18n/messages.ts'
import { outcomeNext, subjectTitle } from './outcome-words.ts'

const t = makeTranslate(() => english)

describe('what follows from an outcome', () => {
  test.each([
    { kind: 'sectionVersion', outcome: 'ADOPTED', says: /plan takes over exactly this version/ },
    { kind: 'planVersion', outcome: 'ADOPTED', says: /^The text is adopted as it stands\.$/ },
    { kind: 'termsVersion', outcome: 'ADOPTED', says: /^The text is adopted as it stands\.$/ },
    { kind: 'amendment', outcome: 'ADOPTED', says: /new version of the text, which has a vote of its own/ },
    { kind: 'amendment', outcome: 'NOT_ADOPTED', says: /goes on without this change/ },
  ] as const)('[V4] of a vote on a $kind that ended $outcome', ({ kind, outcome, says }) => {
    expect(outcomeNext({ outcome, method: 'BALLOT', subject: { kind }, election: null }, t)).toMatch(says)
  })

  test('[V12] an election names who takes the chair', () => {
    const candidates = [
      { personId: 'p1', name: 'Idris Nol' },
      { personId: 'p2', name: 'Davor Quist' },
    ]
    const election = { elected: 'p2', candidates }
    const ended = { outcome: 'ADOPTED', method: 'SECRET', subject: { kind: 'election' }, election } as const
    expect(outcomeNext(ended, t)).toMatch(/^Davor Quist has the majority/)
  })
})

test('[V4] a vote on an amendment is not called like a vote on its text', () => {
  expect(subjectTitle({ kind: 'amendment', title: 'C.1.1 – Lifeline 24' }, t)).toBe('Amendment: C.1.1 – Lifeline 24')
  expect(subjectTitle({ kind: 'sectionVersion', title: 'C.1.1' }, t)).toBe('C.1.1')
})
