import type { Actor } from '#shared/access'
import { err, ok, type DocumentId, type MeetingId, type MinutesId, type Result } from '#shared/core'
import type { MinutesProblem } from '#shared/minutes'
import type { PlanProblem } from '#shared/plan'
import type { CommonProblem } from '#shared/problem'
import { appendRecord } from '#server/record'
import { resumeText } from '#server/sync'
import type { Deps } from '../deps.ts'
import { isWritten, meetingOf, placeMinutes } from './access.ts'
import { announceMinutes, announceWriters } from './announce.ts'

type Refusal =
  | Extract<MinutesProblem, { type: 'minutes-sealed' | 'minutes-moved-on' }>
  | Extract<PlanProblem, { type: 'text-not-damaged' }>
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>

/**
 * Lets a live text that stands still, because a part of it could not be read, be written again from what could be read.
 *
 * - `not-found`: missing or hidden. `not-permitted`: for the Secretariat.
 * - `minutes-sealed`, `minutes-moved-on`: these minutes are not being written.
 * - `text-not-damaged`: it does not stand still, or somebody was quicker.
 */
export async function resumeMinutesText(
  deps: Deps,
  actor: Actor,
  documentId: DocumentId,
): Promise<Result<void, Refusal>> {
  const resumed = await deps.transaction(
    async (tx): Promise<Result<{ meetingId: MeetingId; minutesId: MinutesId }, Refusal>> => {
      const found = await meetingOf(tx, documentId)
      if (!found) return err({ type: 'not-found' })
      const meetingId = found.meeting.id
      const placed = await placeMinutes(tx, actor, 'minutes.circulate', meetingId, deps.now())
      if (!placed.ok) return placed
      const { minutes } = placed.value
      if (minutes.state === 'sealed') return err({ type: 'minutes-sealed' })
      if (!isWritten(minutes)) return err({ type: 'minutes-moved-on', state: minutes.state, move: null })
      if (!(await resumeText(tx, documentId))) return err({ type: 'text-not-damaged' })
      const facts = { meeting: meetingId, text: documentId }
      await appendRecord(tx, deps, { act: 'minutes.textResumed', actor: actor.personId, subject: minutes.id, facts })
      return ok({ meetingId, minutesId: minutes.id })
    },
  )
  if (!resumed.ok) return resumed
  deps.bus.publish({ type: 'textResumed', documentId })
  announceWriters(deps)
  announceMinutes(deps, resumed.value.meetingId, resumed.value.minutesId)
  return ok()
}
