import { intlTag, type Locale } from './locale.ts'

/** Instants are integer milliseconds since the epoch in UTC; they are shown in the reader's own time zone. */
export interface Format {
  /** `23 November 2026` */
  date(instant: number): string
  /** `23 Nov 2026` */
  shortDate(instant: number): string
  /** `14:05` */
  time(instant: number): string
  /** `23 Nov 2026, 14:05` */
  dateTime(instant: number): string
  /** With seconds and time zone, for tooltips and the record: `23 November 2026 at 14:05:09 UTC`. */
  exact(instant: number): string
  /** `3 minutes ago`, `in 2 days`; `now` in ms. */
  relative(instant: number, now: number): string
  /** The same moments as they are told in another place, by its IANA name. */
  zoned(timeZone: string): ZonedFormat
  number(value: number): string
  /** @param share a fraction of one: 0.25 → `25 %` or `25%` by locale, without decimals */
  percent(share: number): string
  /** `Prevention, Protection and Prosecution` */
  list(items: readonly string[]): string
}

/** Moments as the clocks of one place show them. */
export interface ZonedFormat {
  /** `Monday 30 November 2026` */
  day(instant: number): string
  /** `30 Nov 2026, 14:30` */
  dateTime(instant: number): string
  /** `Monday 30 November 2026 at 14:30–16:00` */
  span(from: number, to: number): string
  /** `14:30–16:00`, with dates where it passes midnight */
  shortSpan(from: number, to: number): string
  /** `Central European Standard Time` */
  zoneName(instant: number): string
}

function makeZonedFormat(tag: string, timeZone: string): ZonedFormat {
  const whole = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
  const clock = { hour: '2-digit', minute: '2-digit', timeZone } as const
  const day = new Intl.DateTimeFormat(tag, whole)
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const span = new Intl.DateTimeFormat(tag, { ...whole, ...clock })
  const shortSpan = new Intl.DateTimeFormat(tag, clock)
  const zone = new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'long' })
  return {
    day: instant => day.format(instant),
    dateTime: instant => dateTime.format(instant),
    span: (from, to) => span.formatRange(from, to),
    shortSpan: (from, to) => shortSpan.formatRange(from, to),
    zoneName: instant => zone.formatToParts(instant).find(part => part.type === 'timeZoneName')?.value ?? timeZone,
  }
}

const steps = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[]

export function makeFormat(locale: Locale): Format {
  const tag = intlTag[locale]
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long' })
  const shortDate = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' })
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short' })
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'long' })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const number = new Intl.NumberFormat(tag)
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const list = new Intl.ListFormat(tag, { type: 'conjunction' })
  const zones = new Map<string, ZonedFormat>()
  return {
    zoned: timeZone => {
      const zoned = zones.get(timeZone) ?? makeZonedFormat(tag, timeZone)
      zones.set(timeZone, zoned)
      return zoned
    },
    date: instant => date.format(instant),
    shortDate: instant => shortDate.format(instant),
    time: instant => time.format(instant),
    dateTime: instant => dateTime.format(instant),
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
  }
}
