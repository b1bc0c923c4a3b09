import { describe, expect, test } from 'vitest'
import { english, makeTranslate } from '../i18n/messages.ts'
import { outcomeNext } from './outcome-words.ts'

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
