import { intlTag, type Locale } from './locale.ts'

/** Instants are integer milliseconds since the epoch in UTC; they are shown in the reader's own time zone, below `InZone` in that of the meeting. */
export interface Format {
  /** `23 November 2026` */
  date(instant: number): string
  /** `23 Nov 2026` */
  shortDate(instant: number): string
  /** `14:05` */
  time(instant: number): string
  /** `23 Nov 2026, 14:05` */
  dateTime(instant: number): string
  /** `Monday 30 November 2026` */
  day(instant: number): string
  /** `Monday 30 November 2026 at 14:30–16:00` */
  span(from: number, to: number): string
  /** `14:30–16:00`, with dates where it passes midnight. */
  shortSpan(from: number, to: number): string
  /** `Central European Standard Time` */
  zoneName(instant: number): string
  /** With seconds and time zone, for tooltips and the record: `23 November 2026 at 14:05:09 UTC`. */
  exact(instant: number): string
  /** `3 minutes ago`, `in 2 days`; `now` in ms. */
  relative(instant: number, now: number): string
  number(value: number): string
  /** @param share a fraction of one: 0.25 → `25 %` or `25%` by locale, without decimals */
  percent(share: number): string
  /** `Prevention, Protection and Prosecution` */
  list(items: readonly string[]): string
  /** A day of the calendar, `2026-12-31`, which no time zone moves: `31 December 2026`. */
  calendarDay(day: string): string
  /** The same in another time zone than the reader's, by its IANA name. */
  inZone(timeZone: string): Format
}

const steps = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[]

/** @param timeZone the reader's own, if not given */
export function makeFormat(locale: Locale, timeZone?: string): Format {
  const tag = intlTag[locale]
  const zone = timeZone === undefined ? {} : { timeZone }
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', ...zone })
  const shortDate = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', ...zone })
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', ...zone })
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', ...zone })
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'long', ...zone })
  const calendarDay = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const number = new Intl.NumberFormat(tag)
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const list = new Intl.ListFormat(tag, { type: 'conjunction' })
  const whole = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...zone } as const
  const clock = { hour: '2-digit', minute: '2-digit', ...zone } as const
  const day = new Intl.DateTimeFormat(tag, whole)
  const span = new Intl.DateTimeFormat(tag, { ...whole, ...clock })
  const shortSpan = new Intl.DateTimeFormat(tag, clock)
  const zoneName = new Intl.DateTimeFormat(tag, { timeZoneName: 'long', ...zone })
  const zones = new Map<string, Format>()
  return {
    date: instant => date.format(instant),
    shortDate: instant => shortDate.format(instant),
    time: instant => time.format(instant),
    dateTime: instant => dateTime.format(instant),
    day: instant => day.format(instant),
    span: (from, to) => span.formatRange(from, to),
    shortSpan: (from, to) => shortSpan.formatRange(from, to),
    zoneName: instant => zoneName.formatToParts(instant).find(part => part.type === 'timeZoneName')?.value ?? '',
    exact: instant => exact.format(instant),
    relative: (instant, now) => {
      const distance = instant - now
      for (const [unit, length] of steps) {
        if (Math.abs(distance) >= length) return relative.format(Math.trunc(distance / length), unit)
      }
      return relative.format(0, 'second')
    },
    number: value => number.format(value),
    percent: share => percent.format(share),
    list: items => list.format(items),
    calendarDay: named => calendarDay.format(Date.parse(`${named}T00:00:00Z`)),
    inZone: other => zones.get(other) ?? keep(zones, other, makeFormat(locale, other)),
  }
}

/** Making one takes a while; a list asks for the same again and again. */
function keep(zones: Map<string, Format>, timeZone: string, format: Format): Format {
  zones.set(timeZone, format)
  return format
}
