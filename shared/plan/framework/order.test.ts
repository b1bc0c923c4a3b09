import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOrder, orderBetween, spreadOrders } from './order.ts'

describe('places between places', () => {
  test.each([
    { before: null, after: null },
    { before: 'V', after: null },
    { before: null, after: 'V' },
    { before: null, after: '01' },
    { before: 'V', after: 'W' },
    { before: 'z', after: null },
    { before: 'Vz', after: 'W' },
    { before: 'V', after: 'V01' },
  ])('[P3] there is one between $before and $after', ({ before, after }) => {
    const order = orderBetween(before, after)
    expect(isOrder(order)).toBe(true)
    if (before !== null) expect(String(order) > before).toBe(true)
    if (after !== null) expect(String(order) < after).toBe(true)
  })

  test.each([
    { before: 'V', after: 'V', why: 'equal' },
    { before: 'W', after: 'V', why: 'in the wrong order' },
    { before: 'V0', after: 'W', why: 'no place' },
    { before: 'é', after: null, why: 'no place' },
    { before: 'z'.repeat(100), after: null, why: 'full' },
  ])('[P3] there is none between $before and $after: $why', ({ before, after }) => {
    expect(orderBetween(before, after)).toBeNull()
  })

  test.each([0, 1, 2, 30, 31, 62, 500])('[P3] %i places can be spread with room everywhere', count => {
    const orders = spreadOrders(count)
    expect(orders.every(isOrder)).toBe(true)
    expect(orders).toEqual([...new Set(orders)].toSorted())
    const bounds = [null, ...orders, null]
    for (const [index, before] of bounds.slice(0, -1).entries()) {
      expect(orderBetween(before, bounds[index + 1] ?? null)).not.toBeNull()
    }
  })

  test('[P3] however places are inserted, order and room hold', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), gaps => {
        const row: string[] = []
        for (const gap of gaps) {
          const index = gap % (row.length + 1)
          const order = orderBetween(row[index - 1] ?? null, row[index] ?? null)
          if (order === null) throw new Error('no room')
          row.splice(index, 0, order)
        }
        expect(row).toEqual([...new Set(row)].toSorted())
      }),
    )
  })
})
