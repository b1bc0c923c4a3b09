/** Meetings that recur: their next date, and the agenda each begins with. [M7] */
import { dayMs, minuteMs, type Instant, type SeatId } from '#shared/core'
import type { WrittenItemType } from './kinds.ts'
import { daysLater, instantIn, localMinuteIn } from './zoned-time.ts'

/** An item that every meeting of the series begins with. */
export interface TemplateItem {
  readonly type: WrittenItemType
  readonly title: string
  readonly plannedMinutes: number
  readonly presenterSeatId: SeatId | null
}

interface Rhythm {
  readonly everyWeeks: number
  readonly timeZone: string
  /** `14:30`, in that zone. */
  readonly localTime: string
  readonly durationMinutes: number
}

interface Span {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/**
 * The next meeting: so many weeks after the last one by the calendar of the place, at the series' time of day; later
 * by whole steps while that is past; null where no year of four digits holds it. Clocks put forward or back in between change nothing that a participant sees.
 *
 * @param last beginning of the series' latest meeting, as it stands; a meeting put off moves those after it
 */
export function nextInSeries(series: Rhythm, last: Instant, now: Instant): Span | null {
  const lastDay = localMinuteIn(series.timeZone, last).slice(0, 10)
  const days = 7 * series.everyWeeks
  // Two steps before now is past whatever the clocks show; from there it is a matter of a few.
  for (let step = Math.max(1, Math.floor((now - last) / (days * dayMs)) - 1); ; step++) {
    const span = spanOn(series, daysLater(`${lastDay}T00:00`, step * days).slice(0, 10))
    if (span === null || span.startsAt > now) return span
  }
}

/** The series' meeting on a day (`2026-11-23`); null where there is no such day. */
export function spanOn(series: Rhythm, day: string): Span | null {
  const startsAt = instantIn(series.timeZone, `${day}T${series.localTime}`)
  return startsAt === null ? null : { startsAt, endsAt: startsAt + series.durationMinutes * minuteMs }
}
