import { expect, test } from 'vitest'
import { makeMeetingTime } from './meeting-time.ts'

const noonInWinter = Date.UTC(2026, 0, 15, 12)
const noonInSummer = Date.UTC(2026, 6, 15, 12)

test.each([
  ['Europe/Tirane', noonInWinter, '13:00'],
  ['Europe/Tirane', noonInSummer, '14:00'],
  ['Africa/Dakar', noonInSummer, '12:00'],
])('[M5] a meeting in %s at %i is told as %s, as the clock in its room shows it', (zone, at, text) => {
  expect(makeMeetingTime('en-GB', zone).time(at)).toBe(text)
})

test('[M5] the zone is named only to a reader whose own clock differs', () => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  expect(makeMeetingTime('en-GB', own).zoneFor(noonInSummer)).toBeNull()
  expect(makeMeetingTime('en-GB', 'Pacific/Kiritimati').zoneFor(noonInSummer)).toBe('Pacific/Kiritimati')
})
