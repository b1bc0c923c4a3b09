import { flatten } from '@solid-primitives/i18n'
import { describe, expect, test } from 'vitest'
import { en } from '../en/index.ts'
import { makeTranslate, overEnglish } from '../messages.ts'
import { messages } from './index.ts'

const english: Readonly<Record<string, unknown>> = flatten(en)
const french: Readonly<Record<string, unknown>> = flatten<Record<string, unknown>>({ ...messages })
const keys = Object.keys(english).filter(key => typeof english[key] !== 'object')

/** A text as French shows it: functions are given a number in every place, or the shape they ask for. */
function spoken(key: string): string {
  const message = french[key]
  if (typeof message !== 'function') return String(message)
  const parameters = key.startsWith('problems.') ? [anyProblem] : Array.from({ length: message.length }, () => 2)
  return String(Reflect.apply(message, undefined, parameters))
}

const anyProblem = {
  holder: 'Amina Diallo',
  limit: 3,
  number: 2,
  seatLabel: 'Justice',
  missing: [{ code: 'C.1.1' }],
  code: 'C.1.1',
  title: '',
  expected: 'e'.repeat(64),
  found: '',
  faults: [{ place: 'C.1.1' }],
  allowed: ['pdf'],
  limitBytes: 1_048_576,
}

describe('the French catalogue beside the English one', () => {
  test('has the same keys, none left out and none left over', () => {
    const own = Object.keys(french).filter(key => typeof french[key] !== 'object')
    expect(own.toSorted()).toEqual(keys.toSorted())
  })

  test('takes the same number of parameters in every text', () => {
    const arity = (text: unknown): number => (typeof text === 'function' ? text.length : 0)
    expect(keys.filter(key => arity(french[key]) !== arity(english[key]))).toEqual([])
  })

  test('is empty only where the English text is', () => {
    expect(keys.filter(key => french[key] === '' && english[key] !== '')).toEqual([])
  })
})

describe('French typography', () => {
  test('a narrow no-break space stands before ; : ! ? % and inside guillemets', () => {
    const asked = /(?<!\u202F)[;!?»%]|«(?!\u202F)|(?<![\u202F])(?<!https?|mailto):/
    expect(keys.filter(key => asked.test(spoken(key)))).toEqual([])
  })

  test('apostrophes are typographic', () => {
    expect(keys.filter(key => spoken(key).includes("'"))).toEqual([])
  })
})

test('counts follow French plural rules: nothing and one are singular', () => {
  const t = makeTranslate(() => overEnglish(messages))
  expect(t('group.vacancies', 0)).toBe('0 place vacante')
  expect(t('group.vacancies', 2)).toBe('2 places vacantes')
  expect(t('motion.list.cast', 1, 9)).toBe('1 sur 9 sièges a voté')
})
