import { expect, test } from 'vitest'
import { instantIn } from '#shared/meeting'
import { isSameDay, nextAt } from './resumption.ts'

const zone = 'Europe/Skopje'
const at = (local: string): number => instantIn(zone, local) ?? expect.fail('no such time')

test.each([
  ['2026-06-01T10:40', '11:00', '2026-06-01T11:00'],
  ['2026-06-01T10:40', '10:40', '2026-06-02T10:40'],
  ['2026-06-01T18:00', '09:30', '2026-06-02T09:30'],
  // Clocks are put back in between.
  ['2026-10-24T18:00', '09:30', '2026-10-25T09:30'],
])('[M2] suspended at %s until %s: it goes on at %s, by the meeting’s clock', (now, time, until) => {
  expect(nextAt(zone, time, at(now))).toBe(at(until))
})

test.each(['', '1', '25:00'])('[M2] “%s” is no time', time => {
  expect(nextAt(zone, time, 0)).toBeNull()
})

test('[M2] the day is the meeting’s', () => {
  expect(isSameDay(zone, at('2026-06-01T00:30'), at('2026-06-01T23:30'))).toBe(true)
  expect(isSameDay(zone, at('2026-06-01T23:30'), at('2026-06-02T00:30'))).toBe(false)
})
