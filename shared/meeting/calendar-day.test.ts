import { expect, test } from 'vitest'
import { calendarDayIn, daysAfter, isCalendarDay } from './calendar-day.ts'

test.each([
  { text: '2026-12-31', is: true },
  { text: '2024-02-29', is: true },
  { text: '2026-02-29', is: false },
  { text: '2026-13-01', is: false },
  { text: '2026-00-10', is: false },
  { text: '2026-1-1', is: false },
  { text: '2026-12-31T00:00:00Z', is: false },
  { text: 'tomorrow', is: false },
])('[M6] $text is a day of the calendar: $is', ({ text, is }) => {
  expect(isCalendarDay(text)).toBe(is)
})

test.each([
  { at: '2026-12-31T23:30:00Z', timeZone: 'UTC', day: '2026-12-31' },
  { at: '2026-12-31T23:30:00Z', timeZone: 'Europe/Belgrade', day: '2027-01-01' },
  { at: '2026-12-31T03:30:00Z', timeZone: 'America/Lima', day: '2026-12-30' },
  // The night in which the clocks go back has 25 hours and is one day.
  { at: '2026-10-24T22:30:00Z', timeZone: 'Europe/Belgrade', day: '2026-10-25' },
  { at: '2026-10-25T22:30:00Z', timeZone: 'Europe/Belgrade', day: '2026-10-25' },
  { at: '2026-10-25T23:30:00Z', timeZone: 'Europe/Belgrade', day: '2026-10-26' },
])('[M6] at $at it is $day in $timeZone', ({ at, timeZone, day }) => {
  expect(calendarDayIn(Date.parse(at), timeZone)).toBe(day)
})

test.each([
  { day: '2026-12-31', days: 1, after: '2027-01-01' },
  { day: '2026-10-24', days: 7, after: '2026-10-31' },
  { day: '2026-03-01', days: -1, after: '2026-02-28' },
])('[M6] $days days after $day is $after', ({ day, days, after }) => {
  expect(daysAfter(day, days)).toBe(after)
})
