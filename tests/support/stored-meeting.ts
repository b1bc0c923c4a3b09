/** Meetings put straight into the database, in whatever state a test is about, without the acts that lead there. */
import {
  dayMs,
  hourMs,
  minuteMs,
  type AgendaItemId,
  type AttendanceId,
  type GroupId,
  type MeetingId,
  type PersonId,
  type SeatId,
} from '#shared/core'
import type { MeetingState, Reply } from '#shared/meeting'
import type { MinutesState } from '#shared/minutes'
import { attendanceTable, meetingRepliesTable, minutesTable, minuteTakersTable, type Tx } from '#server/db'
import { findMeeting, insertItem, insertMeeting, itemsOfMeeting, updateMeeting } from '#server/meeting'
import type { AgendaItem, Meeting } from '#server/meeting'
import { minutesPort } from '#server/minutes'
import type { Deps } from '../../server/deps.ts'

export interface Stay {
  readonly personId: PersonId
  /** None for somebody who is there by office. */
  readonly seatId: SeatId | null
  /** Minutes after the beginning; there from the beginning and still there, unless said otherwise. */
  readonly from?: number
  readonly to?: number
}

/** What of a meeting a test is about; the rest is that of an ordinary one in ten days, for three hours. */
export interface MeetingFacts extends Partial<Meeting> {
  readonly groupId: GroupId
  readonly by: PersonId
  /** Of a joint meeting: the other groups that meet. */
  readonly others?: readonly GroupId[]
  readonly items?: readonly Partial<AgendaItem>[]
  /** Minutes in this state, without a word in them. */
  readonly minutes?: MinutesState
  readonly minuteTakers?: readonly PersonId[]
  readonly attended?: readonly Stay[]
  readonly replies?: readonly { readonly seatId: SeatId; readonly personId: PersonId; readonly reply: Reply }[]
}

type Making = Pick<Deps, 'transaction' | 'now' | 'newId'>

const lasts = 3 * hourMs
const sat = (state: MeetingState): boolean => !['draft', 'convened', 'cancelled'].includes(state)

/** A meeting with all that hangs on it. */
export function storeMeeting(deps: Making, facts: MeetingFacts): Promise<MeetingId> {
  return deps.transaction(async tx => {
    const { others = [], items = [], minutes, minuteTakers = [], attended = [], replies = [], ...given } = facts
    const meeting = ordinaryMeeting(deps, given)
    const { id, groupId, startsAt } = meeting
    await insertMeeting(tx, meeting, [groupId, ...others])
    for (const [position, item] of items.entries()) {
      await insertItem(tx, ordinaryItem(deps, meeting, { position, ...item }))
    }
    if (minutes) {
      const row = { id: deps.newId(), kind: 'minutes', meetingId: id, groupId, state: minutes, createdAt: startsAt }
      await tx.insert(minutesTable).values(row)
    }
    for (const personId of minuteTakers) {
      await tx
        .insert(minuteTakersTable)
        .values({ meetingId: id, personId, appointedBy: facts.by, appointedAt: startsAt })
    }
    await storeStays(tx, deps, id, startsAt, attended)
    for (const { seatId, personId, reply } of replies) {
      await tx.insert(meetingRepliesTable).values({ meetingId: id, seatId, personId, reply, at: startsAt })
    }
    return id
  })
}

function ordinaryMeeting(
  deps: Making,
  { by, ...given }: Partial<Meeting> & { groupId: GroupId; by: PersonId },
): Meeting {
  const id = given.id ?? deps.newId<MeetingId>()
  const state = given.state ?? 'convened'
  const startsAt = given.startsAt ?? deps.now() + 10 * dayMs
  const preparedAt = startsAt - 10 * dayMs
  return {
    id,
    seriesId: null,
    kind: 'nwg',
    title: 'A meeting',
    state,
    startsAt,
    endsAt: startsAt + lasts,
    timeZone: 'Europe/Vienna',
    place: 'Room 1',
    link: null,
    convenedAt: state === 'draft' ? null : preparedAt,
    convenedBy: state === 'draft' ? null : by,
    urgentReason: null,
    reason: null,
    sequence: 0,
    startedAt: sat(state) ? startsAt : null,
    adjournedAt: state === 'adjourned' || state === 'recorded' ? startsAt + lasts : null,
    currentItemId: null,
    speechLimitSeconds: null,
    checkInCode: `code-${id}`,
    createdBy: by,
    createdAt: preparedAt,
    changedAt: preparedAt,
    ...given,
  }
}

function ordinaryItem(deps: Making, meeting: Meeting, given: Partial<AgendaItem>): AgendaItem {
  return {
    id: deps.newId<AgendaItemId>(),
    groupId: meeting.groupId,
    meetingId: meeting.id,
    parentId: null,
    position: 0,
    type: 'discussion',
    title: 'An item',
    note: '',
    presenterSeatId: null,
    plannedMinutes: 20,
    state: 'planned',
    usedMs: 0,
    openedAt: null,
    subject: null,
    secondCall: false,
    secondCallNoticeAt: null,
    carriedFromId: null,
    createdBy: meeting.createdBy,
    createdAt: meeting.createdAt,
    removed: null,
    ...given,
  }
}

async function storeStays(tx: Tx, deps: Making, meetingId: MeetingId, startedAt: number, stays: readonly Stay[]) {
  for (const { personId, seatId, from = 0, to } of stays) {
    await tx.insert(attendanceTable).values({
      id: deps.newId<AttendanceId>(),
      meetingId,
      seatId,
      personId,
      manner: 'room',
      arrivedAt: startedAt + from * minuteMs,
      departedAt: to === undefined ? null : startedAt + to * minuteMs,
      notedBy: personId,
    })
  }
}

/** A meeting that is brought from its notice to its end. */
export interface Sitting {
  readonly id: MeetingId
  /** In the order of the agenda. */
  readonly itemIds: readonly AgendaItemId[]
}

/** Convened, with whatever minutes wait for it as its first items. It begins at once, unless said otherwise. */
export async function storeConvened(
  deps: Deps,
  { items, ...facts }: MeetingFacts & { readonly items: readonly Partial<AgendaItem>[] },
): Promise<Sitting> {
  const startsAt = facts.startsAt ?? deps.now()
  const waiting = await minutesPort.waiting(deps.read, facts.groupId, startsAt)
  const approvals = waiting.map(subject => ({ type: 'minutesApproval' as const, title: subject.title, subject }))
  const id = await storeMeeting(deps, { ...facts, startsAt, items: [...approvals, ...items] })
  return deps.transaction(async tx => {
    const agenda = await itemsOfMeeting(tx, id)
    for (const item of agenda) if (item.subject) await minutesPort.putBefore(tx, deps, item)
    return { id, itemIds: agenda.map(item => item.id) }
  })
}

/** The session begins, with these there. */
export async function storeBegun(deps: Deps, { id }: Pick<Sitting, 'id'>, present: readonly Stay[]): Promise<void> {
  await deps.transaction(async tx => {
    const startedAt = deps.now()
    await storeStays(tx, deps, id, startedAt, present)
    await updateMeeting(tx, id, { state: 'inSession', startedAt })
    const meeting = await findMeeting(tx, id)
    if (!meeting) throw new Error('no such meeting')
    await minutesPort.begun(tx, deps, meeting)
  })
}

/** The session ends; what it did not come to is taken back. */
export async function storeAdjourned(deps: Deps, { id }: Pick<Sitting, 'id'>): Promise<void> {
  await deps.transaction(async tx => {
    for (const item of await itemsOfMeeting(tx, id)) await minutesPort.takenBack(tx, deps, item)
    await updateMeeting(tx, id, { state: 'adjourned', adjournedAt: deps.now() })
  })
}
