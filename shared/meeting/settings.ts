import { dayMs, hourMs } from '#shared/core'
import type { GroupKind } from '#shared/group'

/** What a group's terms of reference set for its meetings. [M1, M7] */
export interface MeetingSettings {
  /** Between convening and the beginning. */
  readonly noticeMs: number
  /** The same for an urgent meeting, which needs a reason. */
  readonly urgentNoticeMs: number
  /** A group that has not met for this long raises an alarm. */
  readonly cadenceMs: number
  /** After adjournment, within which the minutes are circulated. [workflow "Minutes"] */
  readonly circulateWithinMs: number
  /** For corrections, from each circulation. [workflow "Minutes"] */
  readonly correctionsMs: number
}

/** As a group has them until its terms of reference say otherwise. */
export function defaultMeetingSettings(groupKind: GroupKind): MeetingSettings {
  return {
    noticeMs: 7 * dayMs,
    urgentNoticeMs: 48 * hourMs,
    cadenceMs: (groupKind === 'nwg' ? 90 : 60) * dayMs,
    circulateWithinMs: 10 * dayMs,
    correctionsMs: 7 * dayMs,
  }
}
