import { dayMs } from '#shared/core'

/** How far ahead a meeting may begin, and how long it may last: what lies beyond is a slip of the hand. */
export const meetingSpanLimits = { aheadMs: 3 * 366 * dayMs, lengthMs: 14 * dayMs } as const

/** What fields of a meeting hold: lengths in UTF-16 units, as the fields count them, and minutes. */
export const meetingLimits = {
  title: 200,
  place: 200,
  link: 500,
  note: 4_000,
  reason: 1_000,
  plannedMinutes: 600,
} as const
