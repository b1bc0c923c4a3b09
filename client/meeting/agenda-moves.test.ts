import { describe, expect, test } from 'vitest'
import { asId, type AgendaItemId } from '#shared/core'
import { arranged, droppedAt, stepTo, type Direction } from './agenda-moves.ts'

const id = (name: string) => asId<AgendaItemId>(name)
const item = (name: string, number: string, parent: string | null = null) => ({
  id: id(name),
  parentId: parent === null ? null : id(parent),
  type: name === 'm' ? ('minutesApproval' as const) : ('discussion' as const),
  number,
})
const agenda = [item('m', '1'), item('a', '2'), item('a1', '2.1', 'a'), item('b', '3'), item('c', '4')]
const read = (items: readonly { id: string; number: string }[] | null) =>
  items?.map(one => `${one.number} ${one.id}`) ?? null

describe('by key', () => {
  test.each([
    ['c', 'up', ['1 m', '2 a', '2.1 a1', '3 c', '4 b']],
    ['b', 'down', ['1 m', '2 a', '2.1 a1', '3 c', '4 b']],
    ['a', 'up', null],
    ['c', 'down', null],
    ['b', 'indent', ['1 m', '2 a', '2.1 a1', '2.2 b', '3 c']],
    ['a', 'indent', null],
    ['a1', 'indent', null],
    ['a1', 'outdent', ['1 m', '2 a', '3 a1', '4 b', '5 c']],
    ['b', 'outdent', null],
    ['m', 'down', null],
  ] as const)('[M2] %s %s: %j', (name, direction: Direction, result) => {
    const spot = stepTo(agenda, id(name), direction)
    expect(spot && read(arranged(agenda, id(name), spot))).toEqual(result)
  })
})

describe('by dropping', () => {
  test.each([
    ['c', 'b', 'before', ['1 m', '2 a', '2.1 a1', '3 c', '4 b']],
    ['c', 'a', 'after', ['1 m', '2 a', '2.1 a1', '3 c', '4 b']],
    ['c', 'a1', 'before', ['1 m', '2 a', '2.1 c', '2.2 a1', '3 b']],
    ['c', 'a1', 'after', ['1 m', '2 a', '2.1 a1', '2.2 c', '3 b']],
    ['a', 'c', 'after', ['1 m', '2 b', '3 c', '4 a', '4.1 a1']],
    ['c', 'm', 'before', ['1 m', '2 c', '3 a', '3.1 a1', '4 b']],
    ['b', 'b', 'after', null],
  ] as const)('[M2] %s on %s, %s: %j', (name, target, side, result) => {
    const spot = droppedAt(agenda, id(name), id(target), side)
    expect(spot && read(arranged(agenda, id(name), spot))).toEqual(result)
  })
})
