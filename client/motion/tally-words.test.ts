import { describe, expect, test } from 'vitest'
import { english, makeTranslate } from '../i18n/messages.ts'
import { tallyFigure, tallyParts, tallySpoken } from './tally-words.ts'

const t = makeTranslate(() => english)
const counts = { seats: 10, yes: 6, no: 1, abstain: 2, presentNotVoting: 0, recused: 0, notCast: 1 }
const labels = (parts: ReturnType<typeof tallyParts>) => parts.map(({ label, value }) => `${label} ${value}`)

describe('the words of a count follow the method', () => {
  test.each([
    ['BALLOT', '6–1–2', ['Yes 6', 'No 1', 'Abstain 2'], '6 for, 1 against, 2 abstaining'],
    ['CONSENSUS', '6–2–1', ['Support 6', 'Stand aside 2', 'Block 1'], '6 in support, 2 standing aside, 1 blocking'],
    ['SECRET', '9 papers', ['For the first 6', 'For others 1', 'Blank 2'], '6 for the first, 1 for others, 2 blank'],
  ] as const)('[V10] [V12] %s', (method, figure, parts, spoken) => {
    expect(tallyFigure(counts, t, method)).toBe(figure)
    expect(labels(tallyParts(counts, t, method))).toEqual(parts)
    expect(tallySpoken(counts, t, method)).toBe(spoken)
  })

  test('[V11] in a silence procedure the silent seats stand first', () => {
    const silent = { ...counts, yes: 0, notCast: 7 }
    expect(tallyFigure(silent, t, 'SILENCE')).toBe('1 objection')
    expect(labels(tallyParts(silent, t, 'SILENCE'))).toEqual(['Silent 7', 'Objections 1', 'Noted with the text 2'])
  })

  test('[V12] of a constituency in a secret ballot it is told who took part, and not what they chose', () => {
    const part = { ...counts, yes: 0, no: 0, abstain: 0, presentNotVoting: 9 }
    expect(labels(tallyParts(part, t, 'SECRET'))).toEqual(['Paper in the box 9'])
  })
})
