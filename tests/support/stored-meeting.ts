/** A meeting with one item put straight into the database, in whatever state a test is about. */
import {
  dayMs,
  hourMs,
  type AgendaItemId,
  type GroupId,
  type MeetingId,
  type PersonId,
  type SeatId,
} from '#shared/core'
import { insertItem, insertMeeting, type AgendaItem, type Meeting } from '#server/meeting'
import type { Deps } from '../../server/deps.ts'

export interface StoredMeeting {
  readonly meetingId: MeetingId
  readonly itemId: AgendaItemId
}

export async function storeMeeting(
  deps: Pick<Deps, 'transaction' | 'now' | 'newId'>,
  facts: {
    readonly groupId: GroupId
    readonly by: PersonId
    readonly meeting?: Partial<Meeting>
    readonly item?: Partial<AgendaItem>
    readonly presenterSeatId?: SeatId
    /** The item waits in the group's backlog. */
    readonly backlog?: boolean
  },
): Promise<StoredMeeting> {
  const { groupId, by } = facts
  const at = deps.now()
  const meetingId = deps.newId<MeetingId>()
  const itemId = deps.newId<AgendaItemId>()
  await deps.transaction(async tx => {
    const meeting: Meeting = {
      id: meetingId,
      groupId,
      seriesId: null,
      kind: 'nwg',
      title: 'Meeting of the group',
      state: 'convened',
      startsAt: at + 10 * dayMs,
      endsAt: at + 10 * dayMs + 3 * hourMs,
      timeZone: 'Europe/Skopje',
      place: 'Room 1',
      link: null,
      convenedAt: at,
      convenedBy: by,
      urgentReason: null,
      reason: null,
      sequence: 0,
      startedAt: null,
      adjournedAt: null,
      currentItemId: null,
      speechLimitSeconds: null,
      checkInCode: `code-${meetingId}`,
      createdBy: by,
      createdAt: at,
      changedAt: at,
      ...facts.meeting,
    }
    await insertMeeting(tx, meeting, [groupId])
    await insertItem(tx, {
      id: itemId,
      groupId,
      meetingId: facts.backlog === true ? null : meetingId,
      parentId: null,
      position: 0,
      type: 'discussion',
      title: 'Shelters in the north',
      note: '',
      presenterSeatId: facts.presenterSeatId ?? null,
      plannedMinutes: 20,
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
      ...facts.item,
    })
  })
  return { meetingId, itemId }
}
