import { expect, test } from 'vitest'
import { isFound, parseSearch } from './search.ts'

const decision = { groupCode: 'nwg', year: 2026, number: 1 }
const found = (text: string, more: Partial<typeof decision> = {}, within = 'shelters\nsix of them') =>
  isFound(parseSearch(text), { ...decision, ...more }, within)

test.each([
  'NWG 2026/1',
  'nwg 2026/1',
  'NWG 2026 / 1',
  'nwg2026/1',
  'NWG-2026-1',
  'NWG 2026–1',
  'nwg 2026/01',
  '2026/1',
  '2026\\1',
  '1/2026',
  '01/2026',
  'NWG 1/2026',
  '1/2026 nwg',
  'Decision 2026/1',
  'Décision NWG 2026/1',
  'decision no. 1/2026',
  'n° 1/2026',
  'nº 1/2026',
  '№ 1/2026',
  'nwg, 2026/1.',
  'NWG 2026 1',
  'nwg',
  'nwg shelters',
  'shelters 2026/1',
])('[M6] “%s” finds NWG 2026/1', typed => {
  expect(found(typed)).toBe(true)
})

test.each([
  { typed: '2026/1', year: 2026, number: 12, found: false },
  { typed: '2026/12', year: 2026, number: 1, found: false },
  { typed: '1/2026', year: 2025, number: 1, found: false },
  { typed: '1/2026', year: 2026, number: 11, found: false },
  { typed: '12/2026', year: 2026, number: 12, found: true },
  { typed: 'hostels 2026/1', year: 2026, number: 1, found: false },
  { typed: 'prevention 2026/1', year: 2026, number: 1, found: false },
  { typed: '2026-01-31', year: 2026, number: 1, found: false },
])('[M6] “$typed” finds $year/$number: $found', ({ typed, year, number, found: expected }) => {
  expect(found(typed, { year, number })).toBe(expected)
})

test('[M6] a text that names another decision is found by that number, whole', () => {
  expect(found('2025/1', {}, 'in line with decision 2025/1')).toBe(true)
  expect(found('2025/1', {}, 'in line with decision 2025/12')).toBe(false)
})
