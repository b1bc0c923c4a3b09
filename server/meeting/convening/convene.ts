/** Convening: what stands against it, and the act that invites everybody. [M1, M5] */
import type { Actor } from '#shared/access'
import { can } from '#shared/access'
import {
  sha256Hex,
  digestOf,
  err,
  ok,
  type AgendaItemId,
  type Digest,
  type Instant,
  type MeetingId,
  type Result,
} from '#shared/core'
import {
  agendaLimit,
  conveningProblems,
  conveningWarnings,
  gapless,
  meetingAfter,
  numbered,
  startsFrom,
  type ConveningProblem,
  type MeetingKind,
  type MeetingProblem,
} from '#shared/meeting'
import type { ConveningAnswer } from '#shared/meeting/convening/schema'
import type { CommonProblem } from '#shared/problem'
import { quorumOfRoll } from '#shared/motion'
import type { Queries, Tx } from '#server/db'
import { loadBody } from '#server/motion'
import { meetingSettingsOf } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { mayReadMeeting, placeForAct, placeMeeting, seatsInvited, subjectOf, type PlacedMeeting } from '../access.ts'
import { insertItem, itemsOfMeeting, updateItem } from '../agenda-store.ts'
import { repliesOf } from '../attendance-store.ts'
import { insertInvitations, invitationsOf, renewInvitation } from '../invitation-store.ts'
import type { AgendaItem, Meeting } from '../meeting.ts'
import type { MeetingParts } from '../ports.ts'
import { updateMeeting } from '../store.ts'
import { announceMeeting } from './announce.ts'
import { silentDecisions, type Announcement } from './announcements.ts'
import { invitedTo, speakers } from './invited.ts'

type Refusal = MeetingProblem | CommonProblem

/**
 * Tells, before the act, what keeps the meeting from being convened, who would be told of it, and what to expect. For
 * whoever may conduct it, also later: the answers come in then.
 *
 * - `not-found`, `not-permitted`.
 */
export async function readConvening(
  deps: Pick<Deps, 'read' | 'now'>,
  parts: MeetingParts,
  actor: Actor,
  id: MeetingId,
): Promise<Result<ConveningAnswer, CommonProblem>> {
  const now = deps.now()
  const placed = await placeMeeting(deps.read, id, now)
  if (!placed || !mayReadMeeting(actor, placed)) return err({ type: 'not-found' })
  if (!can(actor, 'meeting.conduct', subjectOf(placed))) return err({ type: 'not-permitted' })
  const replies = await repliesOf(deps.read, id)
  const { byOffice } = await invitedTo(deps.read, placed, now)
  const seats = seatsInvited(placed).map(seat => ({
    seatId: seat.id,
    groupId: seat.groupId,
    label: seat.label,
    organisationName: seat.organisationName,
    constituency: seat.constituency,
    reply: replies.get(seat.id) ?? null,
    persons: speakers(seat),
  }))
  const coming = seats.filter(seat => seat.reply === 'coming').map(seat => seat.seatId)
  const possible = seats.filter(seat => seat.reply !== 'absent').map(seat => seat.seatId)
  const quorum = await expected(deps.read, placed, coming, now)
  const atMost = (await expected(deps.read, placed, possible, now)).map(body => ({
    ...body,
    possible: body.coming,
    ngoPossible: body.ngoComing,
  }))
  const settings = await meetingSettingsOf(deps.read, placed.group.id)
  const convened = placed.meeting.state === 'convened'
  return ok({
    serverNow: now,
    problems: await problemsOf(deps.read, placed, placed.meeting.urgentReason, now),
    warnings: conveningWarnings({ convened, seats: seats.filter(seat => seat.persons.length > 0), quorum: atMost }),
    startsFrom: startsFrom(settings, now),
    seats,
    officers: byOffice.map(({ personId, name }) => ({ personId, name })),
    quorum,
    minutes: (await minutesFor(deps.read, parts, placed.meeting)).map(({ id: versionId, title }) => ({
      id: versionId,
      title,
    })),
  })
}

/**
 * Convenes: invites everybody, fixes the agenda's digest in the record, puts circulated minutes before the body as the first
 * items, tells of what silence has adopted since the last meeting, and keeps with each second call that this notice names it. Two at once convene it once: the second is told that it was done.
 *
 * - `not-found`, `not-permitted`: neither the Secretariat nor the group's chair.
 * - `meeting-moved-on`: not a draft any more.
 * - a `ConveningProblem`: the first of those there are, all of them in `problems`.
 */
export async function conveneMeeting(
  deps: Deps,
  parts: MeetingParts,
  actor: Actor,
  id: MeetingId,
  urgentReason: string | null,
): Promise<Result<void, Refusal>> {
  const convened = await deps.transaction(async (tx): Promise<Result<void, Refusal>> => {
    const now = deps.now()
    const found = await placeForAct(tx, actor, 'meeting.convene', id, now)
    if (!found.ok) return found
    const { meeting } = found.value
    const state = meetingAfter(meeting.state, 'convene')
    if (!state) return err({ type: 'meeting-moved-on', state: meeting.state, move: 'convene' })
    const [first, ...others] = await problemsOf(tx, found.value, urgentReason, now)
    if (first) return err({ ...first, problems: [first, ...others] })

    const urgent = isUrgent(meeting, await meetingSettingsOf(tx, found.value.group.id), now) ? urgentReason : null
    const next = { state, convenedAt: now, convenedBy: actor.personId, urgentReason: urgent, reason: null }
    await updateMeeting(tx, id, { ...next, changedAt: now })
    const told = await silentDecisions(tx, found.value, actor)
    const items = await writeAgenda(tx, deps, parts, { ...meeting, ...next }, told)
    const { bySeat, byOffice } = await invite(tx, deps, found.value, now)
    await appendRecord(tx, deps, {
      act: 'meeting.convened',
      actor: actor.personId,
      subject: id,
      at: now,
      facts: {
        group: meeting.groupId,
        startsAt: meeting.startsAt,
        endsAt: meeting.endsAt,
        timeZone: meeting.timeZone,
        agendaDigest: agendaDigest(items),
        invited: bySeat + byOffice,
        ...(urgent !== null && { reasonDigest: sha256Hex(urgent) }),
      },
    })
    return ok(undefined)
  })
  if (convened.ok) announceMeeting(deps, id)
  return convened
}

async function problemsOf(
  queries: Queries,
  placed: PlacedMeeting,
  urgentReason: string | null,
  now: Instant,
): Promise<readonly ConveningProblem[]> {
  const items = await itemsOfMeeting(queries, placed.meeting.id)
  const { bySeat } = await invitedTo(queries, placed, now)
  return conveningProblems({
    now,
    startsAt: placed.meeting.startsAt,
    urgentReason,
    settings: await meetingSettingsOf(queries, placed.group.id),
    items: items.map(({ id, type, subject }) => ({ id, type, hasSubject: subject !== null })),
    persons: bySeat.length,
  })
}

function isUrgent(meeting: Meeting, settings: Parameters<typeof startsFrom>[0], now: Instant): boolean {
  return meeting.startsAt < startsFrom(settings, now).ordinary
}

async function expected(
  queries: Queries,
  { bodies }: PlacedMeeting,
  coming: Parameters<typeof quorumOfRoll>[2],
  now: Instant,
): Promise<ConveningAnswer['quorum']> {
  const found = []
  for (const { id, name } of bodies) {
    const body = await loadBody(queries, id, now)
    if (!body) continue
    const { seats, needed, present, ngoSeats, ngoNeeded, ngoPresent } = quorumOfRoll(body.rules, body, coming)
    found.push({ groupId: id, name, seats, needed, coming: present, ngoSeats, ngoNeeded, ngoComing: ngoPresent })
  }
  return found
}

/** Meetings to which a group comes as a whole; only such a one approves its minutes. */
const wholeKinds: readonly MeetingKind[] = ['nwg', 'twg', 'joint']

async function minutesFor(queries: Queries, parts: MeetingParts, meeting: Meeting) {
  return wholeKinds.includes(meeting.kind) ? parts.minutes.waiting(queries, meeting.groupId, meeting.startsAt) : []
}

/** @returns the agenda as convened, its second calls named by this notice */
async function writeAgenda(
  tx: Tx,
  deps: Deps,
  parts: MeetingParts,
  meeting: Meeting,
  told: readonly Announcement[],
): Promise<readonly AgendaItem[]> {
  const standing = await itemsOfMeeting(tx, meeting.id)
  // Never left out for want of room: what does not fit waits for the next meeting.
  const waiting = (await minutesFor(tx, parts, meeting)).slice(0, agendaLimit - standing.length)
  const ofSystem = {
    groupId: meeting.groupId,
    meetingId: meeting.id,
    parentId: null,
    note: '',
    presenterSeatId: null,
    plannedMinutes: 0,
    state: 'planned',
    usedMs: 0,
    openedAt: null,
    secondCall: false,
    secondCallNoticeAt: null,
    carriedFromId: null,
    createdBy: null,
    createdAt: deps.now(),
    removed: null,
  } as const satisfies Partial<AgendaItem>
  const approvals = waiting.map(({ title, ...subject }): AgendaItem => ({
    ...ofSystem,
    id: deps.newId<AgendaItemId>(),
    position: 0,
    type: 'minutesApproval',
    title,
    subject,
  }))
  const announced = told
    .slice(0, agendaLimit - standing.length - waiting.length)
    .map(({ motionId, title }): AgendaItem => ({
      ...ofSystem,
      id: deps.newId<AgendaItemId>(),
      position: 0,
      type: 'information',
      title,
      subject: null,
      announces: motionId,
    }))
  const inFront = [...approvals, ...announced]
  const first = inFront.map((item, place) => ({ ...item, position: place - inFront.length }))
  const noted = standing.map(item => ({ ...item, secondCallNoticeAt: item.secondCall ? meeting.convenedAt : null }))
  const agenda = gapless([...first, ...noted])
  for (const item of agenda) {
    if (!first.some(one => one.id === item.id)) await updateItem(tx, item)
    else {
      await insertItem(tx, item)
      if (item.type === 'minutesApproval') await parts.minutes.putBefore(tx, deps, item)
    }
  }
  return agenda
}

/** Each person is told once for each seat; who was told of an earlier date is told again, not twice. */
async function invite(tx: Tx, deps: Deps, placed: PlacedMeeting, now: Instant) {
  const { bySeat, byOffice } = await invitedTo(tx, placed, now)
  const { id: meetingId, sequence } = placed.meeting
  const before = await invitationsOf(tx, meetingId)
  const fresh = []
  for (const { personId, seatId } of [...bySeat, ...byOffice]) {
    const earlier = before.find(one => one.personId === personId && one.seatId === seatId)
    if (earlier) await renewInvitation(tx, earlier.id, { sequence, invitedAt: now })
    else fresh.push({ id: deps.newId(), meetingId, personId, seatId, sequence, invitedAt: now, seenAt: null })
  }
  await insertInvitations(tx, fresh)
  return { bySeat: bySeat.length, byOffice: byOffice.length }
}

function agendaDigest(items: readonly AgendaItem[]): Digest {
  return digestOf(
    numbered(items).map(({ number, id, type, title, plannedMinutes, presenterSeatId, subject }) => ({
      number,
      id,
      type,
      title,
      plannedMinutes,
      presenter: presenterSeatId,
      subject: subject?.digest ?? null,
    })),
  )
}
