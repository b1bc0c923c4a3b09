import { expect, test } from 'vitest'
import { agendaWindow, sceneOf } from './scene.ts'

type Floor = Parameters<typeof sceneOf>[0]
type MotionState = Floor['items'][number]['motions'][number]['state']

const item = (id: string, ...states: MotionState[]) => ({
  id,
  motions: states.map((state, index) => ({ id: `${id}-${index}`, state })),
})
const at = (state: Floor['state'], currentItemId: string | null, ...items: Floor['items']): Floor => ({
  state,
  currentItemId: currentItemId as Floor['currentItemId'],
  items,
})

test.each<[string, Floor, object]>([
  ['before the meeting people arrive', at('convened', null, item('a')), { kind: 'waiting' }],
  ['the current item', at('inSession', 'a', item('a')), { kind: 'item', itemId: 'a' }],
  ['between items the agenda', at('inSession', null, item('a', 'decided')), { kind: 'agenda' }],
  ['a vote', at('inSession', 'a', item('a', 'decided', 'open')), { kind: 'vote', motionId: 'a-1', itemId: 'a' }],
  [
    'a vote held for NGO seats',
    at('inSession', 'a', item('a', 'held')),
    { kind: 'vote', motionId: 'a-0', itemId: 'a' },
  ],
  [
    'a vote that goes on under another item',
    at('inSession', 'b', item('a', 'open'), item('b', 'decided')),
    { kind: 'vote', motionId: 'a-0', itemId: 'a' },
  ],
  [
    'of two votes the current item’s',
    at('inSession', 'b', item('a', 'open'), item('b', 'open')),
    { kind: 'vote', motionId: 'b-0', itemId: 'b' },
  ],
  [
    'a vote that goes on while suspended',
    at('suspended', null, item('a', 'open')),
    { kind: 'vote', motionId: 'a-0', itemId: 'a' },
  ],
  [
    'the last result of the item',
    at('inSession', 'a', item('a', 'returned', 'decided')),
    { kind: 'result', motionId: 'a-1', itemId: 'a' },
  ],
  ['suspension', at('suspended', 'a', item('a', 'decided')), { kind: 'suspended' }],
  ['the end', at('adjourned', null, item('a', 'decided')), { kind: 'over' }],
  ['the end, sealed', at('recorded', null), { kind: 'over' }],
  ['no meeting', at('cancelled', null), { kind: 'cancelled' }],
])('[M8] the screen shows %s', (_, floor, scene) => {
  expect(sceneOf(floor)).toEqual(scene)
})

const agenda = (states: string) => [...states].map(state => ({ state: state === 'f' ? 'finished' : 'planned' }))

test.each([
  ['ppp', 5, 0, 3, 0],
  ['ffpppp', 3, 1, 3, 2],
  ['ffffpp', 3, 3, 3, 0],
  ['ffff', 3, 1, 3, 0],
  ['pppppp', 4, 0, 4, 2],
])('[M8] of the agenda %s, %i rows from place %i', (states, room, from, count, after) => {
  const items = agenda(states)
  const window = agendaWindow(items, room)
  expect(window.shown).toEqual(items.slice(from, from + count))
  expect(window.after).toBe(after)
})
