/** When a suspended session is expected to go on. It moves nothing by itself. [M2] */
import { daysLater, instantIn, localMinuteIn } from '#shared/meeting'

/**
 * The next time that the clocks of the meeting show this time of day: after the session stopped in the evening, tomorrow's.
 *
 * @param time `14:00`
 * @returns null where it is no time
 */
export function nextAt(timeZone: string, time: string, now: number): number | null {
  const today = `${localMinuteIn(timeZone, now).slice(0, 10)}T${time}`
  const at = instantIn(timeZone, today)
  if (at === null || at > now) return at
  return instantIn(timeZone, daysLater(today, 1))
}

/** Whether both lie on one day of the meeting's calendar. */
export function isSameDay(timeZone: string, one: number, other: number): boolean {
  return localMinuteIn(timeZone, one).slice(0, 10) === localMinuteIn(timeZone, other).slice(0, 10)
}
