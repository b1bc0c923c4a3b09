import { dayMs, hourMs, minuteMs } from '#shared/core'

/** Most UTF-16 units of the reason given with a ballot. */
export const reasonLimit = 2_000

/**
 * How long a vote is open, in milliseconds: suggested, and at most. A roll call ends with the sitting; by correspondence
 * seats need days to consult, and a vote open for a season would hold its text for as long.
 */
export const voteTimes = {
  meeting: { suggestedMs: 15 * minuteMs, mostMs: 12 * hourMs },
  correspondence: { suggestedMs: 7 * dayMs, mostMs: 60 * dayMs },
} as const
