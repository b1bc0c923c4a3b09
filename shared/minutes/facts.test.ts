import { expect, test } from 'vitest'
import { asId, type ActionItemId, type AgendaItemId, type SeatId, type StatementId } from '#shared/core'
import { generalBlocks, itemBlocks, type MeetingFacts, type NotedStay } from './facts.ts'

const seat = {
  seatId: asId<SeatId>('s1'),
  label: 'Labour',
  organisationName: 'Ministry',
  constituency: 'STATE',
} as const
const item = asId<AgendaItemId>('item')

const facts: MeetingFacts = {
  adjournedAt: 100,
  seats: [
    { ...seat, groupId: asId('nwg') },
    { ...seat, seatId: asId('s2'), groupId: asId('nwg') },
  ],
  stays: [],
  quorum: null,
  motions: [],
  statements: [],
  actionItems: [],
}

function stay(more: Partial<NotedStay>): NotedStay {
  return {
    seatId: asId('s1'),
    personId: asId('p1'),
    name: 'Ana',
    manner: 'room',
    arrivedAt: 1,
    departedAt: null,
    ...more,
  }
}

function attendance(stays: readonly NotedStay[], adjournedAt: number | null = 100) {
  const [block] = generalBlocks({ ...facts, stays, adjournedAt }, [item])
  if (block?.type !== 'attendance') throw new Error('attendance comes first')
  return block
}

test('[M3] every invited seat stands in the attendance, one that nobody came for too', () => {
  const { seats, officers } = attendance([stay({})])
  expect(seats.map(one => [one.seatId, one.persons.length])).toEqual([
    ['s1', 1],
    ['s2', 0],
  ])
  expect(officers).toEqual([])
})

test.each([
  ['who is still there', null, 100, null],
  ['who left before the end', 50, 100, 50],
  ['who was noted as leaving with everybody', 100, 100, null],
  ['who left a session that still runs', 50, null, 50],
])('[M3] %s: departed at %s, session over at %s → until %s', (_who, departedAt, adjournedAt, until) => {
  expect(attendance([stay({ departedAt })], adjournedAt).seats[0]?.persons[0]?.stays).toEqual([{ from: 1, until }])
})

test('[M3] who left and came back stands once, with both stays', () => {
  const stays = [stay({ departedAt: 10 }), stay({ arrivedAt: 20, manner: 'remote' })]
  expect(attendance(stays).seats[0]?.persons).toEqual([
    {
      personId: 'p1',
      name: 'Ana',
      manner: 'remote',
      stays: [
        { from: 1, until: 10 },
        { from: 20, until: null },
      ],
    },
  ])
})

test('[M3] who is there by office stands apart from the seats', () => {
  const { seats, officers } = attendance([stay({ seatId: null })])
  expect(seats.flatMap(one => one.persons)).toEqual([])
  expect(officers.map(one => one.name)).toEqual(['Ana'])
})

test('[M5] what belongs to an item stands under it, the rest under the general remarks, and only there', () => {
  const statement = {
    type: 'statement',
    id: asId<StatementId>('st'),
    seat,
    personName: 'Ana',
    text: 'Ours.',
    at: 5,
  } as const
  const action = {
    type: 'actionItem',
    id: asId<ActionItemId>('a'),
    text: 'Do.',
    owner: seat,
    dueOn: '2026-12-31',
  } as const
  const both = { ...facts, statements: [{ ...statement, itemId: null }], actionItems: [{ ...action, itemId: item }] }
  expect(generalBlocks(both, [item]).slice(1)).toEqual([statement])
  expect(itemBlocks(both, { id: item, state: 'finished', text: null })).toEqual([action])
  expect(itemBlocks(both, { id: asId('other'), state: 'finished', text: null })).toEqual([])
})

test('[V4] the text that an item decides on comes first; a postponed item says so last', () => {
  const text = { kind: 'sectionVersion', id: 'v', digest: 'd', title: 'C.1.1' } as const
  expect(itemBlocks(facts, { id: item, state: 'postponed', text }).map(block => block.type)).toEqual([
    'text',
    'postponed',
  ])
})
