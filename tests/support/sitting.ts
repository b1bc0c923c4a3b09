/** A meeting of the National Working Group of the demonstration workspace, brought to where a browser test of its minutes begins. */
import { asId, hourMs, type AgendaItemId, type GroupId, type MeetingId, type PersonId, type SeatId } from '#shared/core'
import { attendanceTable, meetingBodiesTable, meetingsTable } from '#server/db'
import { findMeeting, insertItem, updateMeeting } from '#server/meeting'
import { minutesPort } from '#server/minutes'
import { sure, type House } from './decisions.ts'
import type { TestServer } from './server.ts'

export interface DemoSitting {
  readonly id: MeetingId
  /** In the order of the agenda. */
  readonly itemIds: readonly AgendaItemId[]
}

export interface SittingFacts {
  readonly title: string
  readonly items: readonly string[]
  /** Who is there: accounts of persons who speak for a seat of the group. */
  readonly present: readonly string[]
}

/** A session that has begun: its minutes are being written. */
export async function beginSitting({ deps }: TestServer, house: House, facts: SittingFacts): Promise<DemoSitting> {
  const groups: any[] = await sure(house.as('secretariat', 'GET', '/api/groups'))
  const groupId = asId<GroupId>(groups.find(group => group.kind === 'nwg').id)
  const personOf = async (role: string) => {
    const me = await sure(house.as(role, 'GET', '/api/me'))
    const seat = me.seats.find((each: any) => each.groupId === groupId)
    return { personId: asId<PersonId>(me.person.id), seatId: seat ? asId<SeatId>(seat.seatId) : null }
  }
  const secretary = (await personOf('secretariat')).personId
  const present = await Promise.all(['coordinator', 'secretariat', ...facts.present].map(personOf))
  return deps.transaction(async tx => {
    const at = deps.now()
    const id = deps.newId<MeetingId>()
    await tx.insert(meetingsTable).values({
      id,
      groupId,
      seriesId: null,
      kind: 'nwg',
      title: facts.title,
      state: 'inSession',
      startsAt: at,
      endsAt: at + 3 * hourMs,
      timeZone: 'Europe/Vienna',
      place: 'Ministry of Interior, Hall 2',
      link: null,
      convenedAt: at,
      convenedBy: secretary,
      urgentReason: null,
      reason: null,
      sequence: 0,
      startedAt: at,
      adjournedAt: null,
      currentItemId: null,
      speechLimitSeconds: null,
      checkInCode: `code of ${id}`,
      createdBy: secretary,
      createdAt: at,
      changedAt: at,
    })
    await tx.insert(meetingBodiesTable).values({ meetingId: id, groupId })
    const itemIds = facts.items.map(() => deps.newId<AgendaItemId>())
    for (const [position, title] of facts.items.entries()) {
      await insertItem(tx, {
        id: itemIds[position] ?? deps.newId<AgendaItemId>(),
        groupId,
        meetingId: id,
        parentId: null,
        position,
        type: 'discussion',
        title,
        note: '',
        presenterSeatId: null,
        plannedMinutes: 20,
        state: 'finished',
        usedMs: 0,
        openedAt: null,
        subject: null,
        secondCall: false,
        secondCallNoticeAt: null,
        carriedFromId: null,
        createdBy: secretary,
        createdAt: at,
        removed: null,
      })
    }
    for (const { personId, seatId } of present) {
      const stay = { meetingId: id, seatId, personId, manner: 'room', arrivedAt: at, departedAt: null }
      await tx.insert(attendanceTable).values({ id: deps.newId<AgendaItemId>(), ...stay, notedBy: secretary })
    }
    const meeting = await findMeeting(tx, id)
    if (!meeting) throw new Error('a meeting just made is not there')
    await minutesPort.begun(tx, deps, meeting)
    return { id, itemIds }
  })
}

/** The session is over: its minutes may be circulated. */
export async function adjournSitting({ deps }: TestServer, { id }: DemoSitting): Promise<void> {
  await deps.transaction(tx => updateMeeting(tx, id, { state: 'adjourned', adjournedAt: deps.now() }))
  deps.bus.publish({ type: 'changed', topic: 'meeting', id })
}
