import { expect, test } from 'vitest'
import { inForceAt, inForceBefore } from './in-force.ts'

const first = { id: 'first', state: 'superseded', decidedAt: 10, inForceAt: 10 } as const
const rejected = { id: 'rejected', state: 'rejected', decidedAt: 20, inForceAt: null } as const
/** Adopted over the NGO seats' objection, and certified later. */
const certified = { id: 'certified', state: 'superseded', decidedAt: 30, inForceAt: 50 } as const
const returned = { id: 'returned', state: 'returned', decidedAt: 40, inForceAt: null } as const
const last = { id: 'last', state: 'adopted', decidedAt: 60, inForceAt: 60 } as const
const uncertified = { id: 'uncertified', state: 'adopted', decidedAt: 70, inForceAt: null } as const
const submitted = { id: 'submitted', state: 'submitted', decidedAt: null, inForceAt: null } as const
const all = [submitted, uncertified, last, returned, certified, rejected, first]

test.each([
  [submitted, last],
  [uncertified, last],
  [last, certified],
  [returned, first],
  [certified, first],
  [rejected, first],
  [first, null],
])('[G10, E9] $0.id is compared with what was in force until its decision', (version, base) => {
  expect(inForceBefore(all, version)).toBe(base)
})

test('[G10, V9] in its second round a version is compared with what is in force now', () => {
  expect(inForceBefore(all, { ...returned, state: 'underVote' })).toBe(last)
})

test('[G10, V9] adopted and not certified, a version was never in force and is compared with by none', () => {
  expect(inForceBefore([uncertified], submitted)).toBeNull()
})

test.each([
  [9, null],
  [10, first],
  [49, first],
  [50, certified],
  [1000, last],
])('[G10] at %i in force is %o', (at, version) => {
  expect(inForceAt(all, at)).toBe(version)
})
