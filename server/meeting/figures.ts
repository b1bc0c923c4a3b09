import { can, type Actor } from '#shared/access'
import { dayMs, err, ok, type GroupId, type Instant, type Result } from '#shared/core'
import { meetingYears, overdueSince } from '#shared/meeting'
import type { MeetingFiguresAnswer } from '#shared/meeting/figures/schema'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { findGroup, meetingSettingsOf, settingsByGroup } from '#server/group'
import type { Deps } from '../deps.ts'
import { mayReadOf } from './access.ts'
import { groupsCreatedAt, heldMeetings, lastMetByGroup } from './figures-store.ts'
import { bodiesByMeeting, selectMeetings } from './store.ts'

/**
 * How often a group met, who came, and when it meets next. [G12, M7]
 *
 * - `not-found`: no such group, or none for this person.
 */
export async function readMeetingFigures(
  { read, now: clock }: Pick<Deps, 'read' | 'now'>,
  actor: Actor,
  groupId: GroupId,
): Promise<Result<MeetingFiguresAnswer, CommonProblem>> {
  const now = clock()
  const group = await findGroup(read, groupId)
  if (!group || !can(actor, 'workspace.read')) return err({ type: 'not-found' })
  const held = await heldMeetings(read, groupId, now)
  const { cadenceMs } = await meetingSettingsOf(read, groupId)
  const lastMet = held[0]?.startedAt ?? null
  const createdAt = (await groupsCreatedAt(read)).get(groupId) ?? now
  return ok({
    serverNow: now,
    years: meetingYears(held),
    lastMet,
    next: await nextMeeting(read, actor, groupId),
    cadenceDays: Math.round(cadenceMs / dayMs),
    overdueSince: overdueSince(lastMet, createdAt, cadenceMs, now),
  })
}

async function nextMeeting(read: Queries, actor: Actor, groupId: GroupId): Promise<MeetingFiguresAnswer['next']> {
  const ahead = await selectMeetings(read, { group: groupId, states: ['convened', 'inSession', 'suspended'] })
  const bodies = await bodiesByMeeting(
    read,
    ahead.map(meeting => meeting.id),
  )
  const next = ahead
    .filter(meeting => mayReadOf(actor, bodies.get(meeting.id) ?? []))
    .toSorted((a, b) => a.startsAt - b.startsAt)[0]
  if (!next) return null
  const { id, title, state, startsAt, timeZone } = next
  return { id, title, state, startsAt, timeZone }
}

/** When a group met last, and since when it should have met again. */
export interface Cadence {
  readonly lastMet: Instant | null
  readonly days: number
  readonly overdueSince: Instant | null
}

/** Of every group. [M7] */
export async function groupCadences(queries: Queries, now: Instant): Promise<ReadonlyMap<GroupId, Cadence>> {
  const created = await groupsCreatedAt(queries)
  const met = await lastMetByGroup(queries)
  const cadences = new Map<GroupId, Cadence>()
  for (const [groupId, { cadenceMs }] of await settingsByGroup(queries)) {
    const lastMet = met.get(groupId) ?? null
    cadences.set(groupId, {
      lastMet,
      days: Math.round(cadenceMs / dayMs),
      overdueSince: overdueSince(lastMet, created.get(groupId) ?? now, cadenceMs, now),
    })
  }
  return cadences
}
