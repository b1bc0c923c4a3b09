/** Meetings put straight into the database, in whatever state a test is about. */
import { minuteMs, hourMs, type GroupId, type Id, type MeetingId, type PersonId, type SeatId } from '#shared/core'
import type { ItemType, MeetingState, Reply } from '#shared/meeting'
import type { MinutesState } from '#shared/minutes'
import {
  agendaItemsTable,
  attendanceTable,
  meetingBodiesTable,
  meetingRepliesTable,
  meetingsTable,
  minutesTable,
  minuteTakersTable,
} from '#server/db'
import type { Deps } from '../../server/deps.ts'

export interface MeetingFacts {
  readonly groupId: GroupId
  readonly by: PersonId
  readonly state: MeetingState
  readonly startsAt: number
  readonly title?: string
  readonly timeZone?: string
  /** Of a joint meeting: the other groups that meet. */
  readonly others?: readonly GroupId[]
  readonly items?: readonly { readonly id: Id<'agendaItem'>; readonly type: ItemType; readonly title: string }[]
  readonly minutes?: MinutesState
  readonly minuteTakers?: readonly PersonId[]
  readonly attended?: readonly {
    readonly seatId: SeatId
    readonly personId: PersonId
    /** Minutes after the beginning. */
    readonly from: number
    readonly to: number
  }[]
  readonly replies?: readonly { readonly seatId: SeatId; readonly personId: PersonId; readonly reply: Reply }[]
}

const lasted = 3 * hourMs
const sat = (state: MeetingState): boolean => !['draft', 'convened', 'cancelled'].includes(state)

/** A meeting of three hours with all that hangs on it. */
export async function addMeeting({ transaction, newId }: Deps, facts: MeetingFacts): Promise<MeetingId> {
  const { groupId, by, state, startsAt } = facts
  const id = newId<MeetingId>()
  const isOver = state === 'adjourned' || state === 'recorded'
  await transaction(async tx => {
    await tx.insert(meetingsTable).values({
      id,
      groupId,
      kind: 'nwg',
      title: facts.title ?? 'A meeting',
      state,
      startsAt,
      endsAt: startsAt + lasted,
      timeZone: facts.timeZone ?? 'UTC',
      place: 'Room 1',
      convenedAt: state === 'draft' ? null : startsAt - 10 * 24 * hourMs,
      convenedBy: state === 'draft' ? null : by,
      sequence: 0,
      startedAt: sat(state) ? startsAt : null,
      adjournedAt: isOver ? startsAt + lasted : null,
      checkInCode: `code-${id}`,
      createdBy: by,
      createdAt: startsAt - 20 * 24 * hourMs,
      changedAt: startsAt,
    })
    const bodies = [groupId, ...(facts.others ?? [])]
    await tx.insert(meetingBodiesTable).values(bodies.map(body => ({ meetingId: id, groupId: body })))
    for (const [position, item] of (facts.items ?? []).entries()) {
      await tx.insert(agendaItemsTable).values({
        ...item,
        groupId,
        meetingId: id,
        position,
        note: '',
        plannedMinutes: 10,
        state: 'planned',
        usedMs: 0,
        secondCall: false,
        secondCallNoticeAt: null,
        createdBy: by,
        createdAt: startsAt,
      })
    }
    if (facts.minutes) {
      const row = { id: newId(), kind: 'minutes', meetingId: id, groupId, state: facts.minutes, createdAt: startsAt }
      await tx.insert(minutesTable).values(row)
    }
    for (const personId of facts.minuteTakers ?? []) {
      await tx.insert(minuteTakersTable).values({ meetingId: id, personId, appointedBy: by, appointedAt: startsAt })
    }
    for (const { seatId, personId, from, to } of facts.attended ?? []) {
      await tx.insert(attendanceTable).values({
        id: newId(),
        meetingId: id,
        seatId,
        personId,
        manner: 'room',
        arrivedAt: startsAt + from * minuteMs,
        departedAt: startsAt + to * minuteMs,
        notedBy: personId,
      })
    }
    for (const { seatId, personId, reply } of facts.replies ?? []) {
      await tx.insert(meetingRepliesTable).values({ meetingId: id, seatId, personId, reply, at: startsAt })
    }
  })
  return id
}
