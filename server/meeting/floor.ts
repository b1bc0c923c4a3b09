/** What everybody who follows a meeting sees alike. [M2, M3, M4, M8] */
import { can } from '#shared/access'
import type { Actor } from '#shared/access'
import type { Instant } from '#shared/core'
import { isVoting, type GroupInFull, type Seat } from '#shared/group'
import { numbered, queueOf, seatsPresent, spokenMs, staysThatCount } from '#shared/meeting'
import type { FloorAnswer, FloorItem, FloorRequestView, FloorSeat, MeetingAnswer } from '#shared/meeting/schema'
import { isQuorate, quorumOfRoll, replay, seatsThatCast, talliesOf, type TextTitle } from '#shared/motion'
import type { Queries } from '#server/db'
import { presidingCoordinatorId, ruleSetsByGroup } from '#server/group'
import { bodyOf, motionsOfMeeting, showsGeneralVote, type MotionSubjects, type MotionWithLog } from '#server/motion'
import { seatsHeld, seatsInvited, subjectOf, type PlacedMeeting } from './access.ts'
import { itemsOfMeeting } from './agenda-store.ts'
import { attendanceOf, repliesOf, type NamedAttendance } from './attendance-store.ts'
import { floorRequestsOf, pausesOf, type NamedFloorRequest } from './floor-store.ts'
import type { AgendaItem } from './meeting.ts'
import { papersOf, type Paper } from './paper-store.ts'

/** The floor of a meeting at this moment. */
export async function readFloor(
  queries: Queries,
  subjects: MotionSubjects,
  placed: PlacedMeeting,
  now: Instant,
): Promise<FloorAnswer> {
  const { meeting, group, bodies } = placed
  const seats = seatsInvited(placed)
  const items = await itemsOfMeeting(queries, meeting.id)
  const papers = await papersOf(
    queries,
    items.map(item => item.id),
  )
  const motions = await motionsOfMeeting(queries, meeting.id)
  const shownMotions = motions.map(motion => presentItemMotion(motion, bodies.length === 1))
  const titles = await titlesOf(queries, subjects, items, papers)
  const replies = await repliesOf(queries, meeting.id)
  const stays = await attendanceOf(queries, meeting.id)
  const here = staysThatCount(stays, seats)
  const requests = (await floorRequestsOf(queries, meeting.id)).map(request => presentRequest(request, seats))
  const pause = (await pausesOf(queries, meeting.id)).find(one => one.resumedAt === null)
  return {
    id: meeting.id,
    serverNow: now,
    title: meeting.title,
    kind: meeting.kind,
    group: named(group),
    bodies: bodies.map(named),
    chair: group.chair,
    state: meeting.state,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    timeZone: meeting.timeZone,
    place: meeting.place,
    link: meeting.link,
    convenedAt: meeting.convenedAt,
    urgentReason: meeting.urgentReason,
    reason: meeting.reason,
    startedAt: meeting.startedAt,
    adjournedAt: meeting.adjournedAt,
    suspendedAt: pause?.at ?? null,
    expectedUntil: pause?.expectedUntil ?? null,
    currentItemId: meeting.currentItemId,
    speechLimitSeconds: meeting.speechLimitSeconds,
    items: numbered(items).map(item => presentItem(item, papers, shownMotions, titles, seats)),
    seats: seats.map(seat => presentSeat(seat, replies.get(seat.id) ?? null, here)),
    officers: here
      .filter(stay => stay.seatId === null)
      .map(({ id, personId, name, arrivedAt }) => ({ attendanceId: id, personId, name, since: arrivedAt })),
    quorum: await quorums(queries, bodies, seats, here),
    floor: [
      ...requests.filter(request => request.state === 'speaking'),
      ...queueOf(requests),
      ...requests.filter(request => request.state === 'spoke' && request.itemId === meeting.currentItemId),
    ],
    spokenMs: spokenMs(requests),
  }
}

/** A meeting as one person sees it. */
export function presentMeeting(
  actor: Actor,
  placed: PlacedMeeting,
  floor: FloorAnswer,
  minuteTakers: readonly Actor['personId'][],
): MeetingAnswer {
  const subject = subjectOf(placed)
  const mayConduct = can(actor, 'meeting.conduct', subject)
  return {
    floor,
    mine: {
      seats: seatsHeld(actor, placed).map(seat => ({
        seatId: seat.id,
        label: seat.label,
        constituency: seat.constituency,
        rank: actor.seats.find(held => held.seatId === seat.id)?.rank ?? 'alternate',
      })),
      mayConduct,
      mayConvene: can(actor, 'meeting.convene', subject),
      mayPreside: can(actor, 'meeting.preside', subject),
      mayWriteMinutes: can(actor, 'minutes.write', { ...subject, minuteTakers }),
      checkInCode: mayConduct ? placed.meeting.checkInCode : null,
    },
  }
}

function named({ id, code, name, kind }: GroupInFull): FloorAnswer['group'] {
  return { id, code, name, kind }
}

const untitled: TextTitle = { title: '', name: null }

/** Each text once, also where several items are on it; one query for each kind of text. */
async function titlesOf(
  queries: Queries,
  subjects: MotionSubjects,
  items: readonly AgendaItem[],
  papers: readonly Paper[],
): Promise<ReadonlyMap<string, TextTitle>> {
  const bound = [
    ...items.flatMap(item => item.subject ?? []),
    ...papers.flatMap(paper => (paper.kind === 'version' ? { kind: paper.subjectKind, id: paper.subjectId } : [])),
  ]
  const titles = new Map<string, TextTitle>()
  for (const kind of new Set(bound.map(subject => subject.kind))) {
    const ids = new Set(bound.filter(subject => subject.kind === kind).map(subject => subject.id))
    for (const [id, title] of await subjects[kind].titles(queries, [...ids])) titles.set(id, title)
  }
  return titles
}

function presentItem(
  item: AgendaItem & { readonly number: string },
  papers: readonly Paper[],
  motions: readonly PlacedMotion[],
  titles: ReadonlyMap<string, TextTitle>,
  seats: readonly Seat[],
): FloorItem {
  const { id, parentId, number, type, title, note, plannedMinutes, state, usedMs, openedAt, secondCall } = item
  const presenter = seats.find(seat => seat.id === item.presenterSeatId)
  return {
    id,
    parentId,
    number,
    type,
    title,
    note,
    presenter: presenter ? { seatId: presenter.id, label: presenter.organisationName ?? presenter.label } : null,
    plannedMinutes,
    state,
    usedMs,
    openedAt,
    subject: item.subject && { ...item.subject, ...(titles.get(item.subject.id) ?? untitled) },
    secondCall,
    carried: item.carriedFromId !== null,
    papers: papers.filter(paper => paper.itemId === id).map(paper => presentPaper(paper, titles)),
    motions: motions.filter(({ itemId }) => itemId === id).map(({ motion }) => motion),
  }
}

function presentPaper(paper: Paper, titles: ReadonlyMap<string, TextTitle>): FloorItem['papers'][number] {
  const { id, kind, name, digest } = paper
  return {
    id,
    kind,
    name,
    digest,
    subjectKind: paper.kind === 'version' ? paper.subjectKind : null,
    subjectId: paper.kind === 'version' ? paper.subjectId : null,
    givenName: (paper.kind === 'version' && titles.get(paper.subjectId)?.name) || null,
    mediaType: paper.kind === 'file' ? paper.mediaType : null,
    bytes: paper.kind === 'file' ? paper.bytes : null,
  }
}

interface PlacedMotion {
  readonly itemId: AgendaItem['id'] | undefined
  readonly motion: FloorItem['motions'][number]
}

/** @param isForAll whoever may read the meeting may read its votes: one group meets */
function presentItemMotion(motion: MotionWithLog, isForAll: boolean): PlacedMotion {
  const { id, rules, state, snapshot, subjectKind, closesAt, decision, numbered: decided, meeting } = motion
  const proceedings = replay(rules, snapshot, motion.events)
  const tallies = isForAll && showsGeneralVote(motion, proceedings) ? talliesOf(rules, snapshot, proceedings) : null
  return {
    itemId: meeting?.itemId,
    motion: {
      id,
      state,
      cast: seatsThatCast(proceedings).size,
      seats: snapshot.electorate.length,
      tally: tallies?.whole ?? null,
      tallyByConstituency: tallies?.parts ?? null,
      closesAt,
      outcome: decision?.outcome ?? null,
      onAmendment: subjectKind === 'amendment',
      decision: decided,
    },
  }
}

function presentSeat(seat: Seat, reply: FloorSeat['reply'], here: readonly NamedAttendance[]): FloorSeat {
  const { id, groupId, label, organisationName, constituency } = seat
  return {
    seatId: id,
    groupId,
    label,
    organisationName,
    constituency,
    reply,
    present: here
      .filter(stay => stay.seatId === id)
      .map(stay => ({
        attendanceId: stay.id,
        personId: stay.personId,
        name: stay.name,
        manner: stay.manner,
        since: stay.arrivedAt,
      })),
  }
}

function presentRequest(request: NamedFloorRequest, seats: readonly Seat[]): FloorRequestView {
  const { id, itemId, seatId, personId, name, kind, state, askedAt, startedAt, endedAt } = request
  const seat = seats.find(one => one.id === seatId)
  return {
    id,
    itemId,
    seatId,
    personId,
    name,
    organisationName: seat?.organisationName ?? null,
    constituency: seat?.constituency ?? null,
    kind,
    state,
    askedAt,
    startedAt,
    endedAt,
  }
}

/** Of each group that meets, over the electorate that a vote opened now would freeze. [V6] */
async function quorums(
  queries: Queries,
  bodies: readonly GroupInFull[],
  seats: readonly Seat[],
  here: readonly NamedAttendance[],
): Promise<FloorAnswer['quorum']> {
  const voting = bodies.filter(body => body.seats.some(seat => isVoting(seat.constituency)))
  const rules = await ruleSetsByGroup(queries)
  return voting.flatMap(group => {
    const own = rules.get(group.id)
    if (!own) return []
    const roll = seatsPresent(here, seats, presidingCoordinatorId(group))
    const quorum = quorumOfRoll(own, bodyOf(group, own), roll)
    return [{ group: named(group), ...quorum, quorate: isQuorate(quorum) }]
  })
}
