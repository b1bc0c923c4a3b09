import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId, type AgendaItemId } from '#shared/core'
import { gapless, isFixed, numbered, place, type Spot } from './agenda.ts'
import type { ItemType } from './kinds.ts'

interface Item {
  readonly id: AgendaItemId
  readonly parentId: AgendaItemId | null
  readonly position: number
  readonly type: ItemType
}

const id = (name: string) => asId<AgendaItemId>(name)

/** `m` is fixed; then a with a1 and a2, b, c. */
const agenda: readonly Item[] = [
  { id: id('m'), parentId: null, position: 0, type: 'minutesApproval' },
  { id: id('a'), parentId: null, position: 1, type: 'discussion' },
  { id: id('a1'), parentId: id('a'), position: 0, type: 'discussion' },
  { id: id('a2'), parentId: id('a'), position: 1, type: 'information' },
  { id: id('b'), parentId: null, position: 2, type: 'decision' },
  { id: id('c'), parentId: null, position: 3, type: 'anyOtherBusiness' },
]
const read = (items: readonly Item[]) => numbered(items).map(item => `${item.number} ${item.id}`)
const item = (name: string): Item => {
  const found = agenda.find(one => one.id === name)
  return found ?? { id: id(name), parentId: null, position: 99, type: 'discussion' }
}

function move(name: string, parentId: string | null, after: string | null) {
  const spot: Spot = { parentId: parentId === null ? null : id(parentId), after: after === null ? null : id(after) }
  const placed = place(agenda, item(name), spot)
  return placed.ok ? read(placed.value) : placed.problem.type
}

describe('moving an item', () => {
  test.each([
    ['c', null, 'a', ['1 m', '2 a', '2.1 a1', '2.2 a2', '3 c', '4 b'], 'up by one'],
    ['a', null, 'b', ['1 m', '2 b', '3 a', '3.1 a1', '3.2 a2', '4 c'], 'down, with its sub-items'],
    ['c', null, null, ['1 m', '2 c', '3 a', '3.1 a1', '3.2 a2', '4 b'], 'first: behind the approval of minutes'],
    ['b', 'a', 'a1', ['1 m', '2 a', '2.1 a1', '2.2 b', '2.3 a2', '3 c'], 'made a sub-item'],
    ['a1', null, 'b', ['1 m', '2 a', '2.1 a2', '3 b', '4 a1', '5 c'], 'made an item'],
    ['a2', 'a', null, ['1 m', '2 a', '2.1 a2', '2.2 a1', '3 b', '4 c'], 'among sub-items'],
    ['new', null, 'c', ['1 m', '2 a', '2.1 a1', '2.2 a2', '3 b', '4 c', '5 new'], 'added last'],
    ['b', null, 'a2', ['1 m', '2 a', '2.1 a1', '2.2 a2', '3 c', '4 b'], 'behind one that is elsewhere now: last'],
    ['m', null, 'b', 'item-fixed', 'the approval of minutes itself'],
    ['b', 'm', null, 'item-fixed', 'under the approval of minutes'],
    ['b', 'a1', null, 'item-too-deep', 'under a sub-item'],
    ['a', 'b', null, 'item-too-deep', 'under another, with sub-items'],
    ['a', 'a', null, 'item-too-deep', 'under itself'],
  ] as const)('[M2] %s under %s behind %s: %j (%s)', (name, parentId, after, expected, _why) => {
    expect(move(name, parentId, after)).toEqual(expected)
  })
})

test('[M2] after any moves, by anybody in any order, positions are gapless, nothing is lost and fixed items are first', () => {
  const names = fc.constantFrom('m', 'a', 'a1', 'a2', 'b', 'c')
  const moves = fc.array(fc.record({ name: names, parent: fc.option(names), after: fc.option(names) }), {
    maxLength: 20,
  })
  fc.assert(
    fc.property(moves, made => {
      let items: readonly Item[] = agenda
      for (const { name, parent, after } of made) {
        const moved = items.find(one => one.id === name) ?? item(name)
        const spot = { parentId: parent === null ? null : id(parent), after: after === null ? null : id(after) }
        const placed = place(items, moved, spot)
        if (placed.ok) items = placed.value
      }
      expect(items.map(one => one.id).toSorted()).toEqual(agenda.map(one => one.id).toSorted())
      expect(numbered(items).map(one => one.id)).toEqual(items.map(one => one.id))
      expect(items[0]?.id).toBe('m')
      for (const parentId of new Set(items.map(one => one.parentId))) {
        const siblings = items.filter(one => one.parentId === parentId)
        expect(siblings.map(one => one.position)).toEqual(siblings.map((_, position) => position))
        expect(items.find(one => one.id === parentId)?.parentId ?? null).toBeNull()
      }
      expect(items.filter(isFixed)).toHaveLength(1)
    }),
  )
})

test('[M2] an item struck leaves no gap', () => {
  expect(gapless(agenda.filter(one => one.id !== 'a1' && one.id !== 'b'))).toMatchObject([
    { id: 'm', position: 0 },
    { id: 'a', position: 1 },
    { id: 'a2', position: 0 },
    { id: 'c', position: 2 },
  ])
})
