/** A moment: whole milliseconds since 1970-01-01T00:00:00Z. The only clock is `deps.now()`. */
export type Instant = number

export const secondMs = 1_000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** RFC 3339 in UTC with milliseconds, as it stands in published texts: `2026-11-23T08:30:00.000Z`. */
export function instantToText(at: Instant): string {
  return new Date(at).toISOString()
}
