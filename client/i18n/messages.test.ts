import { expect, test } from 'vitest'
import { makeFormat } from './format.ts'
import { english, makeTranslate, overEnglish } from './messages.ts'
import { pluralFor } from './plural.ts'

test('a text is found by its dotted path, and takes its parameters', () => {
  const t = makeTranslate(() => english)
  expect(t('app.nav.home')).toBe('Home')
  expect(t('ui.field.count', 12, 500)).toBe('12 of 500')
})

test('a translation replaces what it holds and leaves the rest in English', () => {
  const t = makeTranslate(() => overEnglish({ app: { nav: { home: 'Accueil' } } }))
  expect(t('app.nav.home')).toBe('Accueil')
  expect(t('app.nav.votes')).toBe('Votes')
})

test.each([
  ['en', 1, '1 seat'],
  ['en', 0, '0 seats'],
  ['en', 1200, '1,200 seats'],
  ['fr', 0, '0 seat'],
] as const)('%s counts %i as "%s"', (locale, count, text) => {
  expect(pluralFor(locale)(count, { one: 'seat', other: 'seats' })).toBe(text)
})

const minute = 60_000
const now = Date.UTC(2026, 10, 23, 12)

test.each([
  [0, 'now'],
  [-59_999, 'now'],
  [-3 * minute, '3 minutes ago'],
  [2 * 60 * minute, 'in 2 hours'],
  [-24 * 60 * minute, 'yesterday'],
  [14 * 24 * 60 * minute, 'in 2 weeks'],
])('%i ms from now is "%s"', (distance, text) => {
  expect(makeFormat('en').relative(now + distance, now)).toBe(text)
})

test('lists and shares are written as the language writes them', () => {
  expect(makeFormat('en').list(['Prevention', 'Protection', 'Prosecution'])).toBe(
    'Prevention, Protection and Prosecution',
  )
  expect(makeFormat('fr').list(['a', 'b'])).toBe('a et b')
  expect(makeFormat('en').percent(0.25)).toBe('25%')
})
