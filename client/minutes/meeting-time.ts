/** Times of a meeting, as the clock in its room shows them: the reader may sit in another time zone. */
import { createMemo, type Accessor } from 'solid-js'
import { useLocale } from '#client/i18n'

export interface MeetingTime {
  /** `23 November 2026` */
  day(instant: number): string
  /** `14:05` */
  time(instant: number): string
  /** `23 Nov 2026, 14:05` */
  dayTime(instant: number): string
  /** The zone's name, where the reader's own clock shows another time than the room's at this instant; else null. */
  zoneFor(instant: number): string | null
}

const tags = { en: 'en-GB', fr: 'fr' } as const

export function makeMeetingTime(tag: string, timeZone: string): MeetingTime {
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone })
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone })
  const dayTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const own = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })
  return {
    day: instant => day.format(instant),
    time: instant => time.format(instant),
    dayTime: instant => dayTime.format(instant),
    zoneFor: instant => (own.format(instant) === dayTime.format(instant) ? null : timeZone.replaceAll('_', ' ')),
  }
}

/** @param timeZone IANA name, as the meeting has it */
export function createMeetingTime(timeZone: () => string): Accessor<MeetingTime> {
  const { locale } = useLocale()
  return createMemo(() => makeMeetingTime(tags[locale()], timeZone()))
}
