/** Drafting a meeting, and changing one that is drafted or convened. [M1, M7] */
import { can, type Actor } from '#shared/access'
import {
  sha256Hex,
  err,
  ok,
  type GroupId,
  type Instant,
  type MeetingId,
  type MeetingSeriesId,
  type Result,
} from '#shared/core'
import type { GroupInFull } from '#shared/group'
import { isTimeZone, meetingSpanLimits, type MeetingKind, type MeetingProblem } from '#shared/meeting'
import type { MeetingBody, MeetingChangeBody } from '#shared/meeting/convening/schema'
import type { CommonProblem } from '#shared/problem'
import type { Tx } from '#server/db'
import { loadGroups } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { mayReadOf, placeForAct } from '../access.ts'
import type { Meeting } from '../meeting.ts'
import { insertMeeting, replaceBodies, updateMeeting } from '../store.ts'
import { announceMeeting } from './announce.ts'

type Refusal = MeetingProblem | CommonProblem

/**
 * Begins a meeting as a draft, which only those see who prepare it. [M1]
 *
 * - `not-found`: no such group, or a hidden one. `not-permitted`: neither the Secretariat nor the chair of every group that
 *   would meet.
 * - `invalid-input`: the kind of meeting does not fit the groups that would meet.
 * - as `timesProblem`.
 */
export async function draftMeeting(deps: Deps, actor: Actor, input: MeetingBody): Promise<Result<MeetingId, Refusal>> {
  const drafted = await deps.transaction(async (tx): Promise<Result<Meeting, Refusal>> => {
    const now = deps.now()
    const groups = await loadGroups(tx, now)
    const group = groups.find(one => one.id === input.groupId)
    if (!group || !mayReadOf(actor, [group.id])) return err({ type: 'not-found' })
    if (!can(actor, 'meeting.conduct', { groupId: group.id, groupKind: group.kind })) {
      return err({ type: 'not-permitted' })
    }
    const bodies = bodiesFor(input.kind, group, input.bodies, groups)
    if (!bodies.ok) return bodies
    if (!conductsAll(actor, bodies.value, groups)) return err({ type: 'not-permitted' })
    const wrong = timesProblem(input, now)
    if (wrong) return err(wrong)
    return ok(await insertDraft(tx, deps, actor, { ...input, seriesId: null }, bodies.value))
  })
  if (!drafted.ok) return drafted
  announceMeeting(deps, drafted.value.id)
  return ok(drafted.value.id)
}

/** What a draft is made of; a series makes some too. */
export type Draft = Pick<
  Meeting,
  'groupId' | 'kind' | 'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'place' | 'link' | 'seriesId'
>

/** Writes a draft and its record entry, in the transaction of the act that makes it. */
export async function insertDraft(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'newSecret'>,
  actor: Actor,
  draft: Draft & { readonly seriesId: MeetingSeriesId | null },
  bodies: readonly GroupId[],
): Promise<Meeting> {
  const now = deps.now()
  const { groupId, kind, title, startsAt, endsAt, timeZone, place, link, seriesId } = draft
  const meeting: Meeting = {
    id: deps.newId<MeetingId>(),
    groupId,
    seriesId,
    kind,
    title,
    state: 'draft',
    startsAt,
    endsAt,
    timeZone,
    place,
    link,
    convenedAt: null,
    convenedBy: null,
    urgentReason: null,
    reason: null,
    sequence: 0,
    startedAt: null,
    adjournedAt: null,
    currentItemId: null,
    speechLimitSeconds: null,
    checkInCode: deps.newSecret(),
    createdBy: actor.personId,
    createdAt: now,
    changedAt: now,
  }
  await insertMeeting(tx, meeting, bodies)
  await appendRecord(tx, deps, {
    act: 'meeting.drafted',
    actor: actor.personId,
    subject: meeting.id,
    facts: {
      group: groupId,
      kind,
      titleDigest: sha256Hex(title),
      startsAt,
      endsAt,
      timeZone,
      bodies: [...bodies],
      series: seriesId,
    },
  })
  return meeting
}

/**
 * Changes what is asked for. Of a draft that is everything but the group that invites, and who meets only while nobody
 * was invited; once convened it is the title, the place and the link. A time that people were told moves by postponing.
 *
 * - `not-found`, `not-permitted`: as when drafting; of the groups that meet, those that are added.
 * - `meeting-moved-on`: its state, or that it was convened before, does not allow this change.
 * - `invalid-input`, and as `timesProblem`: as when drafting.
 */
export async function changeMeeting(
  deps: Deps,
  actor: Actor,
  id: MeetingId,
  change: MeetingChangeBody,
): Promise<Result<void, Refusal>> {
  const changed = await deps.transaction(async (tx): Promise<Result<void, Refusal>> => {
    const now = deps.now()
    const found = await placeForAct(tx, actor, 'meeting.conduct', id, now)
    if (!found.ok) return found
    const { meeting, group, bodies: present } = found.value
    const { kind, bodies: asked, ...others } = change
    const movesTime = change.startsAt !== undefined || change.endsAt !== undefined || change.timeZone !== undefined
    const movesBodies = kind !== undefined || asked !== undefined
    const isDraft = meeting.state === 'draft'
    const allowed = isDraft ? !movesBodies || meeting.convenedAt === null : meeting.state === 'convened' && !movesBodies
    if (!allowed || (movesTime && !isDraft)) {
      return err({ type: 'meeting-moved-on', state: meeting.state, move: null })
    }
    const after = { ...meeting, ...given(others) }
    const wrong = movesTime ? timesProblem(after, now) : null
    if (wrong) return err(wrong)
    if (movesBodies) {
      const further = asked ?? present.map(body => body.id).filter(body => body !== group.id)
      const groups = await loadGroups(tx, now)
      const bodies = bodiesFor(kind ?? meeting.kind, group, further, groups)
      if (!bodies.ok) return bodies
      const added = bodies.value.filter(body => !present.some(one => one.id === body))
      if (!conductsAll(actor, added, groups)) return err({ type: 'not-permitted' })
      await replaceBodies(tx, id, bodies.value)
    }
    const { title, place, link, startsAt, endsAt, timeZone } = after
    const next = { kind: kind ?? meeting.kind, title, place, link, startsAt, endsAt, timeZone }
    await updateMeeting(tx, id, { ...next, changedAt: now })
    await appendRecord(tx, deps, {
      act: 'meeting.changed',
      actor: actor.personId,
      subject: id,
      facts: {
        group: group.id,
        fields: Object.keys(change),
        titleDigest: sha256Hex(title),
        startsAt,
        endsAt,
        timeZone,
      },
    })
    return ok(undefined)
  })
  if (changed.ok) announceMeeting(deps, id)
  return changed
}

/** Fields that were sent. */
function given<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/**
 * Refuses times that cannot be: `time-zone-unknown`, `meeting-ends-before-it-starts`, `meeting-in-the-past`,
 * `meeting-too-far`, `meeting-too-long`.
 */
export function timesProblem(
  { startsAt, endsAt, timeZone }: Pick<Meeting, 'startsAt' | 'endsAt' | 'timeZone'>,
  now: Instant,
): MeetingProblem | null {
  if (!isTimeZone(timeZone)) return { type: 'time-zone-unknown' }
  if (endsAt <= startsAt) return { type: 'meeting-ends-before-it-starts' }
  if (startsAt <= now) return { type: 'meeting-in-the-past', now }
  const { aheadMs, lengthMs } = meetingSpanLimits
  if (startsAt > now + aheadMs) return { type: 'meeting-too-far', latest: now + aheadMs }
  return endsAt - startsAt > lengthMs ? { type: 'meeting-too-long', limitMs: lengthMs } : null
}

/** A group is called to a meeting by its own chair or by the Secretariat, not by the chair of another one. */
function conductsAll(actor: Actor, bodies: readonly GroupId[], groups: readonly GroupInFull[]): boolean {
  return groups
    .filter(one => bodies.includes(one.id))
    .every(({ id, kind }) => can(actor, 'meeting.conduct', { groupId: id, groupKind: kind }))
}

/** The groups that meet, the one that invites first. [M7] */
function bodiesFor(
  kind: MeetingKind,
  group: GroupInFull,
  further: readonly GroupId[],
  groups: readonly GroupInFull[],
): Result<readonly GroupId[], CommonProblem> {
  const refuse = (path: string, message: string): Result<never, CommonProblem> =>
    err({ type: 'invalid-input', errors: [{ path, message }] })
  const bodies = [...new Set([group.id, ...further])]
  const stranger = bodies.find(id => !groups.some(one => one.id === id))
  if (stranger !== undefined) return refuse('/bodies', `no group is called ${stranger}`)
  if ((kind === 'nwg' || kind === 'twg') && kind !== group.kind) return refuse('/kind', 'not of this kind of group')
  if ((kind === 'nwg' || kind === 'twg') && bodies.length > 1) return refuse('/bodies', 'this kind is of one group')
  if (kind === 'joint' && bodies.length < 2) return refuse('/bodies', 'a joint meeting is of two groups or more')
  return ok(bodies)
}
