import type { Actor } from '#shared/access'
import { err, ok, type MeetingId, type MinutesVersionId, type Result } from '#shared/core'
import type { CommonProblem } from '#shared/problem'
import { mayReadMeeting, placeMeeting } from '#server/meeting'
import type { Deps } from '../deps.ts'
import { findMinutes, findMinutesVersion } from './store.ts'

/**
 * Of which meeting a version of minutes is: an item, a vote and a paper know the version alone.
 *
 * - `not-found`: missing or hidden.
 */
export async function meetingOfVersion(
  { read, now }: Pick<Deps, 'read' | 'now'>,
  actor: Actor,
  id: MinutesVersionId,
): Promise<Result<{ readonly meetingId: MeetingId }, Extract<CommonProblem, { type: 'not-found' }>>> {
  const version = await findMinutesVersion(read, id)
  const minutes = version && (await findMinutes(read, version.minutesId))
  const placed = minutes && (await placeMeeting(read, minutes.meetingId, now()))
  return placed && mayReadMeeting(actor, placed) ? ok({ meetingId: placed.meeting.id }) : err({ type: 'not-found' })
}
