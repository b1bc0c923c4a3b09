import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amendmentAfter, amendmentStates, dispositions, isOpen } from './moves.ts'
import { distanceFrom, orderAmendments, rebase } from './order.ts'
import { applyAmendment } from './apply.ts'
import { paragraph, section } from './testing.ts'

const text = section(paragraph('The police act. The courts decide in time.'))
const far = { changes: [{ place: [0], quote: 'police act', replacement: 'police and the prosecutors act at once' }] }
const near = { changes: [{ place: [0], quote: 'in time', replacement: 'within time' }] }

const amendments = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1 }), distance: fc.nat(4), receivedAt: fc.nat(3) }),
  { selector: one => one.id },
)

describe('the order of voting', () => {
  test('[V4] of two the one that moves more words is further from the text', () => {
    expect(distanceFrom(text, far)).toBeGreaterThan(distanceFrom(text, near))
    expect(distanceFrom(text, { changes: [{ place: [0], quote: 'judges', replacement: '' }] })).toBe(0)
  })

  test.each([
    {
      tie: 'none',
      given: [
        ['a', 1, 0],
        ['b', 2, 9],
      ],
      order: 'ba',
    },
    {
      tie: 'distance: who came first',
      given: [
        ['a', 1, 2],
        ['b', 1, 1],
      ],
      order: 'ba',
    },
    {
      tie: 'distance and time: by id',
      given: [
        ['b', 1, 1],
        ['a', 1, 1],
      ],
      order: 'ab',
    },
  ] as const)('[V4] furthest first; tie $tie', ({ given, order }) => {
    const list = given.map(([id, distance, receivedAt]) => ({ id, distance, receivedAt }))
    expect(
      orderAmendments(list)
        .map(({ id }) => id)
        .join(''),
    ).toBe(order)
  })

  test('[V4] the order is total: whatever order they are read in, they are voted in one', () => {
    fc.assert(
      fc.property(amendments, list => {
        const ordered = orderAmendments(list)
        expect(orderAmendments(list.toReversed())).toEqual(ordered)
        expect(orderAmendments(ordered)).toEqual(ordered)
      }),
    )
  })
})

describe('what becomes of the others', () => {
  test('[V4] one whose words still stand goes on; one whose words went is overtaken', () => {
    const amended = applyAmendment(text, far)
    if (!amended.ok) throw new Error('fits')
    expect(rebase(amended.value, near)).toEqual({ ok: true })
    const same = { changes: [{ place: [0], quote: 'police act.', replacement: 'police wait.' }] }
    expect(rebase(amended.value, same)).toEqual({ ok: false, problem: 'words-gone' })
    const twice = { changes: [{ place: [0], quote: 'The', replacement: 'All' }] }
    expect(rebase(amended.value, twice)).toEqual({ ok: false, problem: 'words-repeated' })
    const done = { changes: [{ place: [0], quote: 'at once', replacement: 'at once' }] }
    expect(rebase(amended.value, done)).toEqual({ ok: false, problem: 'nothing-left' })
  })

  test('[A3] whatever is not open has its disposition, and keeps it', () => {
    expect(amendmentStates.filter(state => !isOpen(state))).toEqual([...dispositions])
    for (const state of dispositions) {
      for (const move of ['open', 'withdraw', 'overtake', 'adopt', 'reject', 'release'] as const) {
        expect(amendmentAfter(state, move)).toBeNull()
      }
    }
  })
})
