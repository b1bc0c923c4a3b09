import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makePaced } from './paced.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('a cursor that moves a hundred times a second is told ten times, and its last place always', () => {
  let place = 0
  const told: number[] = []
  const tell = makePaced(() => told.push(place), 100)
  for (place = 1; place <= 100; place++) {
    tell()
    vi.advanceTimersByTime(10)
  }
  place = 100
  vi.advanceTimersByTime(100)
  expect(told.length).toBeLessThanOrEqual(11)
  expect([told[0], told.at(-1)]).toEqual([1, 100])
})

test('after a rest it is told at once, and nothing more without being asked', () => {
  const act = vi.fn()
  const tell = makePaced(act, 100)
  tell()
  vi.advanceTimersByTime(1_000)
  expect(act).toHaveBeenCalledTimes(1)
  tell()
  expect(act).toHaveBeenCalledTimes(2)
})
