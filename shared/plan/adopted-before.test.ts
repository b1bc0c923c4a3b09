import { expect, test } from 'vitest'
import { adoptedBefore } from './adopted-before.ts'

const first = { id: 'first', state: 'superseded', decidedAt: 10 } as const
const returned = { id: 'returned', state: 'returned', decidedAt: 20 } as const
const second = { id: 'second', state: 'adopted', decidedAt: 30 } as const
const submitted = { id: 'submitted', state: 'submitted', decidedAt: null } as const
const all = [submitted, second, returned, first]

test.each([
  [submitted, second],
  [second, first],
  [returned, first],
  [first, null],
])('[E9] $0.id is compared with what stood adopted when it was decided', (version, base) => {
  expect(adoptedBefore(all, version)).toBe(base)
})

test('[E9] a withdrawn version is compared with what stands now', () => {
  expect(adoptedBefore(all, { id: 'other', state: 'withdrawn', decidedAt: null })).toBe(second)
})

test('[E9, V9] in its second round a version is compared with what was adopted since the first', () => {
  expect(adoptedBefore(all, { ...returned, state: 'underVote' })).toBe(second)
})
