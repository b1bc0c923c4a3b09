import { createMemo } from 'solid-js'
import { intlTag, useLocale } from '#client/i18n'

export interface MeetingTime {
  /** `14:05`, as the clocks of the meeting show it. */
  time(instant: number): string
  /** The same, with the zone's name where the reader's clocks show something else. */
  named(instant: number): string
  /** `23 Nov 2026, 14:05`, named likewise. */
  dateTime(instant: number): string
}

/** Times of a meeting in the meeting's own time zone, whatever the reader's is. */
export function createMeetingTime(timeZone: () => string): () => MeetingTime {
  const { locale } = useLocale()
  return createMemo(() => makeMeetingTime(intlTag[locale()], timeZone(), undefined))
}

/** @param readerZone the device's own where undefined */
export function makeMeetingTime(tag: string, timeZone: string, readerZone: string | undefined): MeetingTime {
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone })
  const clockOf = (zone: string | undefined) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
  const [theirs, readers] = [clockOf(timeZone), clockOf(readerZone)]
  const long = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  } as const
  const short = { hour: '2-digit', minute: '2-digit', timeZone } as const
  const withName = (options: Intl.DateTimeFormatOptions, instant: number): string => {
    const differs = theirs.format(instant) !== readers.format(instant)
    return new Intl.DateTimeFormat(tag, differs ? { ...options, timeZoneName: 'short' } : options).format(instant)
  }
  return {
    time: instant => time.format(instant),
    named: instant => withName(short, instant),
    dateTime: instant => withName(long, instant),
  }
}
