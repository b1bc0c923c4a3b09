/** Meetings brought to where a test of something else needs them, without the acts that lead there. */
import {
  hourMs,
  type AgendaItemId,
  type AttendanceId,
  type GroupId,
  type MeetingId,
  type PersonId,
  type SeatId,
} from '#shared/core'
import { attendanceTable, meetingBodiesTable, meetingsTable } from '#server/db'
import { findMeeting, insertItem, itemsOfMeeting, updateMeeting, type AgendaItem } from '#server/meeting'
import { minutesPort } from '#server/minutes'
import type { Deps } from '../../server/deps.ts'

export interface Sitting {
  readonly id: MeetingId
  readonly itemIds: readonly AgendaItemId[]
}

export interface Convening {
  readonly id: MeetingId
  readonly groupId: GroupId
  readonly title: string
  readonly items: readonly string[]
  readonly by: PersonId
  /** At once, unless said otherwise. */
  readonly startsAt?: number
}

/** A meeting that is convened, with whatever minutes wait for it as its first items. */
export async function conveneAt(deps: Deps, { id, groupId, title, items, by, ...when }: Convening): Promise<Sitting> {
  return deps.transaction(async tx => {
    const at = deps.now()
    const startsAt = when.startsAt ?? at
    await tx.insert(meetingsTable).values({
      id,
      groupId,
      kind: 'nwg',
      title,
      state: 'convened',
      startsAt,
      endsAt: startsAt + hourMs,
      timeZone: 'Europe/Vienna',
      place: 'Room 1',
      convenedAt: at,
      convenedBy: by,
      sequence: 0,
      checkInCode: `code-${id}`,
      createdBy: by,
      createdAt: at,
      changedAt: at,
    })
    await tx.insert(meetingBodiesTable).values({ meetingId: id, groupId })
    const item = (position: number, more: Partial<AgendaItem>): AgendaItem => ({
      id: deps.newId<AgendaItemId>(),
      groupId,
      meetingId: id,
      parentId: null,
      position,
      type: 'discussion',
      title: '',
      note: '',
      presenterSeatId: null,
      plannedMinutes: 10,
      state: 'planned',
      usedMs: 0,
      openedAt: null,
      subject: null,
      secondCall: false,
      secondCallNoticeAt: null,
      carriedFromId: null,
      createdBy: by,
      createdAt: at,
      removed: null,
      ...more,
    })
    const waiting = await minutesPort.waiting(tx, groupId, startsAt)
    const agenda = [
      ...waiting.map((subject, index) => item(index, { type: 'minutesApproval', title: subject.title, subject })),
      ...items.map((one, index) => item(waiting.length + index, { title: one })),
    ]
    for (const one of agenda) {
      await insertItem(tx, one)
      if (one.subject) await minutesPort.putBefore(tx, deps, one)
    }
    return { id, itemIds: agenda.map(one => one.id) }
  })
}

export interface Present {
  readonly personId: PersonId
  /** None for somebody who is there by office. */
  readonly seatId: SeatId | null
}

/** The session begins, with these there. */
export async function beginAt(deps: Deps, { id }: Pick<Sitting, 'id'>, present: readonly Present[]): Promise<void> {
  await deps.transaction(async tx => {
    const meeting = await findMeeting(tx, id)
    if (!meeting) throw new Error('no such meeting')
    const arrivedAt = deps.now()
    for (const { personId, seatId } of present) {
      const stay = { meetingId: id, seatId, personId, manner: 'room', arrivedAt, departedAt: null, notedBy: personId }
      await tx.insert(attendanceTable).values({ id: deps.newId<AttendanceId>(), ...stay })
    }
    const begun = { ...meeting, state: 'inSession', startedAt: arrivedAt } as const
    await updateMeeting(tx, id, { state: begun.state, startedAt: begun.startedAt })
    await minutesPort.begun(tx, deps, begun)
  })
}

/** The session ends; what it did not come to is taken back. */
export async function adjournAt(deps: Deps, { id }: Pick<Sitting, 'id'>): Promise<void> {
  await deps.transaction(async tx => {
    for (const item of await itemsOfMeeting(tx, id)) await minutesPort.takenBack(tx, deps, item)
    await updateMeeting(tx, id, { state: 'adjourned', adjournedAt: deps.now() })
  })
}
