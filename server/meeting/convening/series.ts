/** Series: meetings that recur, each begun from a template. [M7] */
import type { Actor } from '#shared/access'
import {
  sha256Hex,
  err,
  ok,
  type AgendaItemId,
  type GroupId,
  type Instant,
  type MeetingId,
  type MeetingSeriesId,
  type Result,
  type SeatId,
} from '#shared/core'
import type { GroupInFull } from '#shared/group'
import { isTimeZone, nextInSeries, spanOn, type MeetingProblem } from '#shared/meeting'
import type { Series, SeriesBody } from '#shared/meeting/convening/schema'
import type { CommonProblem } from '#shared/problem'
import type { Tx } from '#server/db'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { mayReadOf } from '../access.ts'
import { insertItem } from '../agenda-store.ts'
import type { Meeting } from '../meeting.ts'
import {
  aheadInSeries,
  endSeries,
  findSeries,
  insertSeries,
  latestInSeries,
  selectSeries,
  type MeetingSeries,
} from '../series-store.ts'
import { groupForAct } from './agenda-acts.ts'
import { announceMeeting, announcePlans } from './announce.ts'
import { insertDraft, timesProblem } from './drafting.ts'

type Refusal = MeetingProblem | CommonProblem

/** The series of the groups whose meetings this person may read. */
export async function listSeries(
  deps: Pick<Deps, 'read' | 'now'>,
  actor: Actor,
  groupId?: GroupId,
): Promise<readonly Series[]> {
  const found: Series[] = []
  for (const { createdAt: _, ...series } of await selectSeries(deps.read, groupId)) {
    if (!mayReadOf(actor, [series.groupId])) continue
    const last = series.endedAt === null ? await latestInSeries(deps.read, series.id) : null
    found.push({ ...series, next: last === null ? null : nextInSeries(series, last, deps.now()) })
  }
  return found
}

/**
 * Begins a series together with the draft of its first meeting.
 *
 * - `not-found`, `not-permitted`: neither the Secretariat nor the group's chair.
 * - `invalid-input`: the kind is not that of the group, or there is no such day. As `timesProblem`.
 * - `seat-not-invited`: somebody is to present who holds no seat of the group.
 */
export async function beginSeries(
  deps: Deps,
  actor: Actor,
  { firstDay, ...body }: SeriesBody,
): Promise<Result<{ readonly id: MeetingSeriesId; readonly meetingId: MeetingId }, Refusal>> {
  const begun = await deps.transaction(async (tx): Promise<Result<Meeting, Refusal>> => {
    const now = deps.now()
    const found = await groupForAct(tx, actor, body.groupId, now)
    if (!found.ok) return found
    if (found.value.kind !== body.kind) return refuseInput('/kind', 'not of this kind of group')
    if (!isTimeZone(body.timeZone)) return err({ type: 'time-zone-unknown' })
    const first = spanOn(body, firstDay)
    if (!first) return refuseInput('/firstDay', 'there is no such day')
    const wrong = timesProblem({ ...first, timeZone: body.timeZone }, now)
    if (wrong) return err(wrong)
    const strange = body.template.find(({ presenterSeatId: seat }) => seat !== null && !hasSeat(found.value, seat))
    if (strange?.presenterSeatId) return err({ type: 'seat-not-invited', seatId: strange.presenterSeatId })
    const series: MeetingSeries = { ...body, id: deps.newId<MeetingSeriesId>(), createdAt: now, endedAt: null }
    await insertSeries(tx, series)
    await appendRecord(tx, deps, {
      act: 'meetingSeries.begun',
      actor: actor.personId,
      subject: series.id,
      facts: {
        group: series.groupId,
        titleDigest: sha256Hex(series.title),
        everyWeeks: series.everyWeeks,
        timeZone: series.timeZone,
      },
    })
    return ok(await draftOf(tx, deps, actor, found.value, series, first))
  })
  if (!begun.ok) return begun
  const { id: meetingId, seriesId: id, groupId } = begun.value
  if (id === null) throw new Error('the first meeting of a series is of no series')
  announceMeeting(deps, meetingId)
  announcePlans(deps, groupId)
  return ok({ id, meetingId })
}

/**
 * Drafts the series' next meeting, at its own local time whatever the clocks do in between, with the template's items. Of
 * two who ask at once for the one that both were shown, one drafts it and the other is given the same.
 *
 * - `not-found`, `not-permitted`. `series-ended`: also where no date is left to go on with. As `timesProblem`.
 */
export async function draftNext(
  deps: Deps,
  actor: Actor,
  id: MeetingSeriesId,
  shown: Instant,
): Promise<Result<MeetingId, Refusal>> {
  const drafted = await deps.transaction(async (tx): Promise<Result<Pick<Meeting, 'id' | 'groupId'>, Refusal>> => {
    const found = await seriesForAct(tx, deps, actor, id)
    if (!found.ok) return found
    const { series, group } = found.value
    if (series.endedAt !== null) return err({ type: 'series-ended' })
    const made = await aheadInSeries(tx, id, shown)
    if (made) return ok(made)
    const last = await latestInSeries(tx, id)
    if (last === null) throw new Error(`series ${id} has no first meeting`)
    const now = deps.now()
    const next = nextInSeries(series, last, now)
    if (next === null) return err({ type: 'series-ended' })
    const wrong = timesProblem({ ...next, timeZone: series.timeZone }, now)
    if (wrong) return err(wrong)
    return ok(await draftOf(tx, deps, actor, group, series, next))
  })
  if (!drafted.ok) return drafted
  announceMeeting(deps, drafted.value.id)
  announcePlans(deps, drafted.value.groupId)
  return ok(drafted.value.id)
}

/**
 * Ends a series; its meetings stay as they are. Ending it twice is ending it once.
 *
 * - `not-found`, `not-permitted`.
 */
export async function closeSeries(deps: Deps, actor: Actor, id: MeetingSeriesId): Promise<Result<void, Refusal>> {
  const ended = await deps.transaction(async (tx): Promise<Result<MeetingSeries, Refusal>> => {
    const found = await seriesForAct(tx, deps, actor, id)
    if (!found.ok) return found
    const { series } = found.value
    if (series.endedAt !== null) return ok(series)
    await endSeries(tx, id, deps.now())
    await appendRecord(tx, deps, {
      act: 'meetingSeries.ended',
      actor: actor.personId,
      subject: id,
      facts: { group: series.groupId, titleDigest: sha256Hex(series.title) },
    })
    return ok(series)
  })
  if (!ended.ok) return ended
  announcePlans(deps, ended.value.groupId)
  return ok(undefined)
}

async function seriesForAct(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: Actor,
  id: MeetingSeriesId,
): Promise<Result<{ readonly series: MeetingSeries; readonly group: GroupInFull }, Refusal>> {
  const series = await findSeries(tx, id)
  if (!series) return err({ type: 'not-found' })
  const group = await groupForAct(tx, actor, series.groupId, deps.now())
  return group.ok ? ok({ series, group: group.value }) : group
}

const hasSeat = (group: GroupInFull, id: SeatId): boolean => group.seats.some(seat => seat.id === id)

/** A seat that has ended since the series began presents nothing. */

async function draftOf(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  group: GroupInFull,
  series: MeetingSeries,
  span: Pick<Meeting, 'startsAt' | 'endsAt'>,
): Promise<Meeting> {
  const { groupId, kind, title, timeZone, place } = series
  const draft = { groupId, kind, title, timeZone, place, link: null, seriesId: series.id, ...span }
  const meeting = await insertDraft(tx, deps, actor, draft, [groupId])
  for (const [
    position,
    { type, title: itemTitle, plannedMinutes, presenterSeatId: presenter },
  ] of series.template.entries()) {
    await insertItem(tx, {
      id: deps.newId<AgendaItemId>(),
      groupId,
      meetingId: meeting.id,
      parentId: null,
      position,
      type,
      title: itemTitle,
      note: '',
      presenterSeatId: presenter !== null && hasSeat(group, presenter) ? presenter : null,
      plannedMinutes,
      state: 'planned',
      usedMs: 0,
      openedAt: null,
      subject: null,
      secondCall: false,
      secondCallNoticeAt: null,
      carriedFromId: null,
      createdBy: actor.personId,
      createdAt: deps.now(),
      removed: null,
    })
  }
  return meeting
}

function refuseInput(path: string, message: string): Result<never, CommonProblem> {
  return err({ type: 'invalid-input', errors: [{ path, message }] })
}
