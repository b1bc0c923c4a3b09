import { localMinuteIn } from '#shared/meeting'

/** The zone of the reader's device: it decides what is said beside a time, never what a time is. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/**
 * Whether the clocks of a zone show what the reader's own do; another name for the same clock says nothing new.
 *
 * @param readerZone IANA name
 */
export function showsOwnClock(timeZone: string, at: number, readerZone = deviceZone()): boolean {
  return localMinuteIn(timeZone, at) === localMinuteIn(readerZone, at)
}
