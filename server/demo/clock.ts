import { dayMs, hourMs, minuteMs } from '#shared/core'

/** A clock of the demonstration's own, so that weeks pass while it is made. */
export interface DemoClock {
  now(): number
  pass(ms: number): void
}

export function makeClock(start: number): DemoClock {
  // On the hour, in the morning: people work by day.
  let at = start - (start % dayMs) + 8 * hourMs
  return {
    now: () => at,
    pass(ms) {
      at += ms - (ms % minuteMs)
    },
  }
}
