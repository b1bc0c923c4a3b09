import { can, type Actor } from '#shared/access'
import { dayMs, err, ok, type GroupId, type Instant, type Result } from '#shared/core'
import { calendarDayIn, meetingYears, overdueSince, type HeldMeeting } from '#shared/meeting'
import type { MeetingFiguresAnswer } from '#shared/meeting/figures/schema'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { findGroup, meetingSettingsOf, settingsByGroup } from '#server/group'
import type { Deps } from '../deps.ts'
import { mayReadOf } from './access.ts'
import { groupsCreatedAt, heldMeetings, lastMetByGroup, speechesOf } from './figures-store.ts'
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

export interface Sessions {
  readonly held: readonly HeldMeeting[]
  /** Finished speeches for seats of the group. */
  readonly speeches: Awaited<ReturnType<typeof speechesOf>>
}

/** The sessions of a group in a year, which is told where they met. [G12, M3, M4] */
export async function readSessions(queries: Queries, groupId: GroupId, year: number, now: Instant): Promise<Sessions> {
  // No place on earth is further from UTC than a day.
  const about = { from: Date.UTC(year, 0, 0), until: Date.UTC(year + 1, 0, 2) }
  const begun = await heldMeetings(queries, groupId, now, about)
  const held = begun.filter(one => calendarDayIn(one.startedAt, one.timeZone).startsWith(`${year}-`))
  return {
    held,
    speeches: await speechesOf(
      queries,
      groupId,
      held.map(({ id }) => id),
    ),
  }
}
