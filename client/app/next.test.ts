import { expect, test } from 'vitest'
import { nextAddress, nextQuery } from './next.ts'

test.each([
  ['', '/'],
  ['?next=', '/'],
  ['?next=%2Fsections%2F7%3Fview%3Dtext', '/sections/7?view=text'],
  ['?next=https%3A%2F%2Fevil.example', '/'],
  ['?next=%2F%2Fevil.example', '/'],
  ['?next=%2F%5Cevil.example', '/'],
  ['?next=javascript%3Aalert(1)', '/'],
])('after "%s" the way goes on to %s', (search, address) => {
  expect(nextAddress(search)).toBe(address)
})

test('what one door writes the other reads', () => {
  expect(nextAddress(nextQuery('/motions?group=nwg'))).toBe('/motions?group=nwg')
  expect(nextQuery('/')).toBe('')
})
