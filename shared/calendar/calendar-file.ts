/**
 * Meetings as a calendar file (RFC 5545, published as RFC 5546, 3.2.1 says). An entry is known by its UID for ever; what
 * is sent later with a higher SEQUENCE takes its place, a cancellation too.
 */
import type { Instant } from '#shared/core'
import { dayMs } from '#shared/core'
import { calendarText, contentLine, quoted, textLine } from './content-line.ts'
import { latestTold, localTime, timeZoneLines, utcTime } from './time-zone.ts'

export type EntryStatus = 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'

export interface CalendarEntry {
  /** Of the meeting: the same in every file, also when the workspace moves to another address. */
  readonly uid: string
  readonly sequence: number
  readonly createdAt: Instant
  /** Of the last change that an entry shows. */
  readonly changedAt: Instant
  readonly status: EntryStatus
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** IANA name. */
  readonly timeZone: string
  readonly summary: string
  readonly description: string
  readonly location: string
  /** The meeting's page. */
  readonly url: string
  /** The group that invites, by its name and its page: no person's address. */
  readonly organiser: { readonly name: string; readonly url: string }
}

export interface CalendarFile {
  /** What the calendar is called; none for a single meeting. */
  readonly name: string | null
  readonly entries: readonly CalendarEntry[]
}

/** Whole hours between two readings of a subscribed calendar. */
const refresh = 'PT1H'

/** A time later than a file can tell is told as the last that it can. */
export function calendarFile({ name, entries: stored }: CalendarFile): string {
  const entries = stored.map(told)
  return calendarText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plenary//Meetings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(name === null
      ? []
      : [
          textLine('NAME', name),
          textLine('X-WR-CALNAME', name),
          `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
          `X-PUBLISHED-TTL:${refresh}`,
        ]),
    ...zonesOf(entries),
    ...entries.flatMap(entryLines),
    'END:VCALENDAR',
  ])
}

function told(entry: CalendarEntry): CalendarEntry {
  const { startsAt, endsAt } = entry
  return { ...entry, startsAt: Math.min(startsAt, latestTold), endsAt: Math.min(endsAt, latestTold) }
}

/** Each zone once, over the times of its entries. A calendar is never empty (3.6), so one without entries has UTC. */
function zonesOf(entries: readonly CalendarEntry[]): readonly string[] {
  const zones = new Set(entries.map(entry => entry.timeZone))
  if (zones.size === 0) return timeZoneLines('UTC', [0, dayMs])
  return [...zones].flatMap(zone => {
    const within = entries.filter(entry => entry.timeZone === zone)
    return timeZoneLines(
      zone,
      within.flatMap(entry => [entry.startsAt, entry.endsAt]),
    )
  })
}

function entryLines(entry: CalendarEntry): readonly string[] {
  return [
    'BEGIN:VEVENT',
    textLine('UID', entry.uid),
    contentLine('SEQUENCE', String(entry.sequence)),
    contentLine('DTSTAMP', utcTime(entry.changedAt)),
    contentLine('CREATED', utcTime(entry.createdAt)),
    contentLine('LAST-MODIFIED', utcTime(entry.changedAt)),
    timeLine('DTSTART', entry.timeZone, entry.startsAt),
    timeLine('DTEND', entry.timeZone, entry.endsAt),
    contentLine('STATUS', entry.status),
    // A meeting that does not take place keeps nobody busy.
    contentLine('TRANSP', entry.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'),
    textLine('SUMMARY', entry.summary),
    textLine('DESCRIPTION', entry.description),
    ...(entry.location === '' ? [] : [textLine('LOCATION', entry.location)]),
    contentLine('URL', entry.url),
    contentLine(`ORGANIZER;CN=${quoted(entry.organiser.name)}`, entry.organiser.url),
    // Calendars that are shared with others show them when, not what.
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

function timeLine(name: string, timeZone: string, at: Instant): string {
  const local = localTime(timeZone, at)
  return local === null ? contentLine(name, utcTime(at)) : contentLine(`${name};TZID=${timeZone}`, local)
}
