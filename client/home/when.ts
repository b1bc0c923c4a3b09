import { showsOwnClock, type Format, type Translate } from '#client/i18n'

interface Moment {
  readonly startsAt: number
  /** IANA name. */
  readonly timeZone: string
}

/** Day and time as the meeting means them; its time zone is named where the reader's clock shows another time. */
export function whenOf(t: Translate, format: Format, { startsAt, timeZone }: Moment): string {
  const there = format.inZone(timeZone).dateTime(startsAt)
  if (showsOwnClock(timeZone, startsAt)) return there
  return t('home.next.zone', there, timeZone.replaceAll('_', ' '))
}
