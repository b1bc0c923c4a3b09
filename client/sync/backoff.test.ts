import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

test.each([
  [0, 0, 100],
  [0, 1, 200],
  [3, 0.5, 1_200],
  [6, 1, 10_000],
  [60, 0, 5_000],
])('attempt %i with chance %d waits %i ms', (attempt, random, waits) => {
  expect(backoffMs(attempt, random)).toBe(waits)
})
