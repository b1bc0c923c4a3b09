/**
 * Times as they are told in a place: a day and a time of day in an IANA zone, and the instant they mean. The zone's rules
 * come from Intl. Where clocks are put forward a time may not exist, where they are put back it comes twice; both are read
 * as RFC 5545 (3.3.5) reads them: one that is skipped by the offset before the gap, so that it lies as far behind the
 * change as it was meant to lie into the gap, and one that comes twice as the first of the two.
 */
import { dayMs, minuteMs, type Instant } from '#shared/core'

/** `2026-03-29T02:30`: a day and a time of day, to the minute, without saying where. */
export type LocalMinute = string

export const localMinutePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/
export const localTimePattern = /^([01]\d|2[0-3]):[0-5]\d$/
export const localDayPattern = /^\d{4}-\d{2}-\d{2}$/

/** Whether Intl knows the zone: `Europe/Tirane`, `UTC`. Bare offsets are no zones: they know no daylight saving. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A day after the first and before the last that four digits of a year can tell, whatever the zone. */
const [earliest, latest] = [Date.UTC(1000, 0, 3), Date.UTC(9999, 11, 30)] as const

/** What the clocks of the zone show at an instant; outside the years 1000 to 9999, at the nearest that can be told. */
export function localMinuteIn(timeZone: string, at: Instant): LocalMinute {
  return new Date(wallClock(timeZone, Math.min(Math.max(at, earliest), latest))).toISOString().slice(0, 16)
}

/**
 * The instant at which the clocks of the zone show this.
 *
 * @returns null where the text names no day or time that there is, such as 30 February
 */
export function instantIn(timeZone: string, local: LocalMinute): Instant | null {
  const wall = wallOf(local)
  if (wall === null) return null
  // No zone changes its clocks twice within two days: the offsets on either side are all that come into question.
  const before = offsetAt(timeZone, wall - dayMs)
  const after = offsetAt(timeZone, wall + dayMs)
  const shown = [wall - before, wall - after].filter(at => wallClock(timeZone, at) === wall)
  return shown.length > 0 ? Math.min(...shown) : wall - before
}

/** The same time of day some days later, by the calendar of the place; the hours between may be one more or one less. */
export function daysLater(local: LocalMinute, days: number): LocalMinute {
  const wall = wallOf(local)
  return wall === null ? local : new Date(wall + days * dayMs).toISOString().slice(0, 16)
}

/** The text as if it were told in UTC; null where there is no such time. */
function wallOf(local: LocalMinute): number | null {
  if (!localMinutePattern.test(local)) return null
  const wall = Date.parse(`${local}Z`)
  return Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 16) !== local ? null : wall
}

function offsetAt(timeZone: string, at: Instant): number {
  return wallClock(timeZone, at) - Math.floor(at / minuteMs) * minuteMs
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** What the clocks show, to the minute, as if it were told in UTC. */
function wallClock(timeZone: string, at: Instant): number {
  const parts = new Map(
    formatIn(timeZone)
      .formatToParts(at)
      .map(part => [part.type, part.value]),
  )
  const field = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name))
  return Date.UTC(field('year'), field('month') - 1, field('day'), field('hour'), field('minute'))
}

/** Kept, since making one costs a hundred times what using it does. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}
