import { expect, test } from 'vitest'
import { instantToText } from '#shared/core'
import { nextInSeries, spanOn } from './series.ts'

const monthly = { everyWeeks: 4, timeZone: 'Europe/Tirane', localTime: '14:30', durationMinutes: 120 }
const at = (text: string) => Date.parse(`${text}Z`)

test.each([
  ['in one season', '2026-01-07T13:30', '2026-01-08T00:00', '2026-02-04T13:30'],
  ['when clocks are put forward', '2026-03-11T13:30', '2026-03-12T00:00', '2026-04-08T12:30'],
  ['when clocks are put back', '2026-10-07T12:30', '2026-10-08T00:00', '2026-11-04T13:30'],
  ['the latest was held at another time of day', '2026-01-07T08:00', '2026-01-08T00:00', '2026-02-04T13:30'],
  ['nobody made one for a year', '2025-01-08T13:30', '2026-01-08T00:00', '2026-02-04T13:30'],
])('[M7] the next meeting: %s', (_, last, now, next) => {
  expect(instantToText(nextInSeries(monthly, at(last), at(now))?.startsAt ?? 0).slice(0, 16)).toBe(next)
})

test('[M7] a meeting that would begin in the hour that is skipped begins an hour later on the clocks', () => {
  const night = { ...monthly, everyWeeks: 1, localTime: '02:30' }
  const startsAt = at('2026-03-29T01:30')
  const next = nextInSeries(night, at('2026-03-22T01:30'), at('2026-03-23T00:00'))
  expect(next).toEqual({ startsAt, endsAt: startsAt + 2 * 3_600_000 })
})

test('[M7] a day that there is not has no meeting', () => {
  expect(spanOn(monthly, '2026-02-30')).toBeNull()
})

test.each([8_640_000_000_000_000, Date.UTC(9999, 11, 25)])('[M7] after %i there is no next meeting', last => {
  expect(nextInSeries(monthly, last, at('2026-01-08T00:00'))).toBeNull()
})

test('[M7] a series whose last meeting lies centuries back has its next one in a few steps', () => {
  const weekly = { ...monthly, everyWeeks: 1 }
  expect(instantToText(nextInSeries(weekly, 0, at('2026-01-08T00:00'))?.startsAt ?? 0)).toBe('2026-01-08T13:30:00.000Z')
})
