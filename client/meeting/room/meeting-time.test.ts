import { expect, test } from 'vitest'
import { makeMeetingTime } from './meeting-time.ts'

const summer = Date.UTC(2026, 6, 1, 8, 5)
const winter = Date.UTC(2026, 11, 1, 9, 5)

test.each([
  ['Europe/Skopje', summer, '10:05'],
  ['Europe/Skopje', winter, '10:05'],
])('a meeting in %s shows its own clock', (zone, instant, text) => {
  expect(makeMeetingTime('en-GB', zone, 'America/New_York').time(instant)).toBe(text)
})

test.each([
  // Another name for the same clock says nothing new.
  ['Europe/Vienna', '10:05'],
  ['Europe/London', '10:05 CEST'],
])('the zone is named to a reader in %s: %s', (reader, text) => {
  expect(makeMeetingTime('en-GB', 'Europe/Skopje', reader).named(summer)).toBe(text)
})
