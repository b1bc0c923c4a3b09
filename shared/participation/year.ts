import type { Instant } from '#shared/core'

/** From one moment up to another, that one excluded. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

export function yearOf(at: Instant): number {
  return new Date(at).getUTCFullYear()
}

/** A calendar year in UTC, to its end. */
export function wholeYear(year: number): Span {
  return { from: Date.UTC(year, 0, 1), until: Date.UTC(year + 1, 0, 1) }
}

/** A calendar year in UTC, as far as it has gone by; null for one that has not begun. */
export function yearSpan(year: number, now: Instant): Span | null {
  const { from, until } = wholeYear(year)
  return from > now ? null : { from, until: Math.min(until, now) }
}

/** The years that there is something to say of, the latest first. */
export function yearsSince(first: Instant, now: Instant): readonly number[] {
  const last = yearOf(now)
  return Array.from({ length: Math.max(1, last - yearOf(first) + 1) }, (_, back) => last - back)
}
