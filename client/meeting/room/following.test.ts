import { expect, test } from 'vitest'
import { chosenAfter, neighbour, nextItem, viewOf } from './following.ts'

const items = ['a', 'b', 'c'].map(id => ({ id }))

test.each([
  ['b', null, 'b', true],
  ['b', 'b', 'b', true],
  ['b', 'a', 'a', false],
  [null, null, undefined, true],
  [null, 'c', 'c', false],
  // Struck from the agenda.
  ['b', 'gone', 'b', true],
] as const)('[M2] the meeting at %s, the reader at %s: sees %s', (current, chosen, seen, isFollowing) => {
  const view = viewOf(items, current, chosen)
  expect(view.item?.id).toBe(seen)
  expect(view.isFollowing).toBe(isFollowing)
})

test.each([
  ['who follows goes along', null, 'a', 'b', false, null],
  ['who writes stays', null, 'a', 'b', true, 'a'],
  ['who reads elsewhere stays there', 'c', 'a', 'b', false, 'c'],
  ['who was there already follows', 'b', 'a', 'b', false, null],
  ['nothing moved', null, 'a', 'a', true, null],
  ['the meeting goes between items under who writes', null, 'a', null, true, 'a'],
] as const)('[M2] %s', (_, chosen, before, after, isWriting, then) => {
  expect(chosenAfter(chosen, before, after, isWriting)).toBe(then)
})

test.each([
  ['a', 1, 'b'],
  ['a', -1, undefined],
  ['c', 1, undefined],
  [null, 1, 'a'],
  [null, -1, 'c'],
] as const)('from %s by %i', (from, step, to) => {
  expect(neighbour(items, from, step)?.id).toBe(to)
})

const agenda = [
  { id: '1', state: 'finished' },
  { id: '2', state: 'planned' },
  { id: '3', state: 'open' },
  { id: '4', state: 'postponed' },
  { id: '5', state: 'planned' },
]

test.each([
  [null, '2'],
  ['1', '2'],
  ['3', '5'],
  // Skipped items come last.
  ['5', '2'],
])('[M2] after item %s the meeting comes to %s', (from, to) => {
  expect(nextItem(agenda, from)?.id).toBe(to)
})

test('[M2] after the last item that is left there is none', () => {
  expect(
    nextItem(
      [
        { id: '1', state: 'finished' },
        { id: '2', state: 'open' },
      ],
      '2',
    ),
  ).toBeNull()
})
