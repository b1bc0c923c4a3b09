import { expect, test } from 'vitest'
import { folded } from './folded.ts'

test.each([
  { text: 'Přístřeší', as: 'pristresi' },
  { text: 'PROTECTION  des\n victimes', as: 'protection des victimes' },
  { text: 'Đorđe Łódź', as: 'dorde lodz' },
  { text: 'Straße', as: 'strasse' },
  { text: 'Œuvre', as: 'oeuvre' },
  { text: 'Ŝelter', as: 'selter' },
  { text: 'Заштита жртава', as: 'заштита жртава' },
])('[M6] $text is searched as $as', ({ text, as }) => {
  expect(folded(text)).toBe(as)
  expect(folded(folded(text))).toBe(as)
})
