import type { Instant } from '#shared/core'
import { daysLater, localDayPattern, localMinuteIn } from './zoned-time.ts'

/**
 * A day of the calendar, `2026-12-31`: what a due date means. It is no moment and has no time zone; only the question
 * which day it is now does.
 */
export type CalendarDay = string

/** Whether the text is a day that exists: 29 February is one in leap years only. */
export function isCalendarDay(text: string): boolean {
  if (!localDayPattern.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/**
 * Which day it is at a moment.
 *
 * @param timeZone IANA name: at one moment Auckland and Lisbon write different days
 */
export function calendarDayIn(at: Instant, timeZone: string): CalendarDay {
  return localMinuteIn(timeZone, at).slice(0, 10)
}

/** The day so many days later; before, where they are negative. Days of the calendar, which are not all of 24 hours. */
export function daysAfter(day: CalendarDay, days: number): CalendarDay {
  return daysLater(`${day}T00:00`, days).slice(0, 10)
}
