import { expect, test } from 'vitest'
import { closeCodes } from '#shared/wire'
import { backoffMs } from './backoff.ts'

test.each([
  [0, 0, null, 100],
  [0, 1, 1006, 200],
  [3, 0.5, closeCodes.notStored, 1_200],
  [6, 1, 1006, 10_000],
  [60, 0, 1006, 5_000],
  [0, 0, 1001, 200],
  [0, 1, 1001, 5_000],
  [0, 0.5, closeCodes.tryAgainLater, 2_600],
  [1, 1, closeCodes.tryAgainLater, 10_000],
])('attempt %i with chance %d after %s waits %i ms', (attempt, random, code, waits) => {
  expect(backoffMs(attempt, random, code)).toBe(waits)
})

test('three hundred who were sent away at once return spread over seconds', () => {
  const waits = Array.from({ length: 300 }, (_, index) => backoffMs(0, index / 300, 1001))
  for (let from = 0; from < 5_000; from += 500) {
    expect(waits.filter(wait => wait >= from && wait < from + 500).length).toBeLessThan(40)
  }
})
