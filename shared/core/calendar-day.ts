/**
 * A day of the calendar, `2026-12-31`: what a due date means. It is no moment and has no time zone; only the question
 * which day it is now does.
 */
export type CalendarDay = string

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day that exists: 29 February is one in leap years only. */
export function isCalendarDay(text: string): boolean {
  const [, year, month, day] = pattern.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return at.toISOString().startsWith(text)
}

/**
 * Which day it is at a moment.
 *
 * @param timeZone IANA name: at one moment Auckland and Lisbon write different days
 */
export function calendarDayIn(at: number, timeZone: string): CalendarDay {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const parts = new Map(format.formatToParts(at).map(part => [part.type, part.value]))
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`
}

/** The day so many days later; before, where they are negative. Days of the calendar, which are not all of 24 hours. */
export function daysAfter(day: CalendarDay, days: number): CalendarDay {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
