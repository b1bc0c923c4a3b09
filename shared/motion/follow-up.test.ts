import { expect, test } from 'vitest'
import { isToCertify } from './follow-up.ts'

test.each([
  { subjectKind: 'sectionVersion', outcome: 'ADOPTED', certifiedAt: null, waits: true },
  { subjectKind: 'termsVersion', outcome: 'ADOPTED_OVER_NGO_OBJECTION', certifiedAt: null, waits: true },
  { subjectKind: 'planVersion', outcome: 'ADOPTED', certifiedAt: 1, waits: false },
  { subjectKind: 'sectionVersion', outcome: 'NOT_ADOPTED', certifiedAt: null, waits: false },
  { subjectKind: 'sectionVersion', outcome: null, certifiedAt: null, waits: false },
  { subjectKind: 'minutesVersion', outcome: 'ADOPTED', certifiedAt: null, waits: false },
  { subjectKind: 'election', outcome: 'ADOPTED', certifiedAt: null, waits: false },
  { subjectKind: 'amendment', outcome: 'ADOPTED', certifiedAt: null, waits: false },
] as const)(
  '[V9] a vote on a $subjectKind that ended $outcome, certified at $certifiedAt, waits for it: $waits',
  ({ waits, ...vote }) => {
    expect(isToCertify(vote)).toBe(waits)
  },
)
