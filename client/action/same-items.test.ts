import { expect, test } from 'vitest'
import { sameItems } from './same-items.ts'

test('[M6] what has not changed stays the object it was, what has is the newer one', () => {
  const before = [
    { id: 'a', text: 'one' },
    { id: 'b', text: 'two' },
  ]
  const now = [
    { id: 'b', text: 'two' },
    { id: 'a', text: 'ONE' },
    { id: 'c', text: 'three' },
  ]
  const merged = sameItems(before, now)
  expect(merged).toEqual(now)
  expect(merged[0]).toBe(before[1])
  expect(merged[1]).toBe(now[1])
})
