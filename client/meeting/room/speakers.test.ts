import { expect, test } from 'vitest'
import { speakersOf, turnsOf } from './speakers.ts'

const floor = [
  { id: 'r1', state: 'speaking', personId: 'ana', seatId: null },
  { id: 'r2', state: 'waiting', personId: 'bo', seatId: 's1' },
  { id: 'r3', state: 'waiting', personId: 'ana', seatId: 's2' },
  { id: 'r4', state: 'spoke', personId: 'ana', seatId: 's2' },
] as never[] as { id: string; state: 'speaking'; personId: never; seatId: never }[]

test('[M4] the floor falls into who speaks, who waits and who spoke', () => {
  const { speaking, waiting, spoke } = speakersOf(floor)
  expect([speaking, waiting, spoke].map(part => part.map(request => request.id))).toEqual([
    ['r1'],
    ['r2', 'r3'],
    ['r4'],
  ])
})

test.each([
  ['bo', [['r2', 1]]],
  [
    'ana',
    [
      ['r1', null],
      ['r3', 2],
    ],
  ],
  ['cy', []],
])('[M4] the turns of %s are told with their place', (person, turns) => {
  expect(turnsOf(floor, person).map(({ request, place }) => [request.id, place])).toEqual(turns)
})
