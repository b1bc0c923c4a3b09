import type { GroupId, Instant, MeetingId, MinutesId } from '#shared/core'
import type { Queries } from '#server/db'
import { meetingSettingsOf } from '#server/group'
import { findMeeting } from '#server/meeting'
import { minutesInStates } from './store.ts'

/** Minutes that are to be circulated: of a meeting that is over, and that nobody has seen yet. */
export interface MinutesDue {
  readonly minutesId: MinutesId
  readonly meetingId: MeetingId
  readonly groupId: GroupId
  readonly title: string
  readonly adjournedAt: Instant
  /** By when. [workflow "Minutes"] */
  readonly circulateUntil: Instant
}

/** The one that is due first comes first. */
export async function minutesDue(queries: Queries): Promise<readonly MinutesDue[]> {
  const due: MinutesDue[] = []
  for (const minutes of await minutesInStates(queries, ['live'])) {
    const meeting = await findMeeting(queries, minutes.meetingId)
    const settings = await meetingSettingsOf(queries, minutes.groupId)
    if (!meeting || meeting.adjournedAt === null) continue
    due.push({
      minutesId: minutes.id,
      meetingId: meeting.id,
      groupId: minutes.groupId,
      title: meeting.title,
      adjournedAt: meeting.adjournedAt,
      circulateUntil: meeting.adjournedAt + settings.circulateWithinMs,
    })
  }
  return due.toSorted((a, b) => a.circulateUntil - b.circulateUntil)
}

/** Those of them whose time is over. */
export async function minutesOverdue(queries: Queries, now: Instant): Promise<readonly MinutesDue[]> {
  return (await minutesDue(queries)).filter(({ circulateUntil }) => circulateUntil < now)
}
