import type { ActionItemId, AgendaItemId, GroupId, Instant, MeetingId, PersonId, SeatId } from '#shared/core'
import type { CalendarDay } from '#shared/meeting'
import type { ActionItemState } from '#shared/action'

/** What a seat has to do by a day, as a meeting wrote it down. [M6] */
export interface ActionItem {
  readonly id: ActionItemId
  /** The group that convened the meeting. */
  readonly groupId: GroupId
  readonly meetingId: MeetingId
  /** None for the meeting as a whole. */
  readonly itemId: AgendaItemId | null
  readonly text: string
  readonly ownerSeatId: SeatId
  readonly dueOn: CalendarDay
  readonly state: ActionItemState
  readonly createdBy: PersonId
  readonly createdAt: Instant
  readonly closedBy: PersonId | null
  readonly closedAt: Instant | null
  readonly closingNote: string | null
}

/** The same with the names that stand beside it. */
export interface NamedActionItem extends ActionItem {
  /** Of the organisation that holds the seat now, or of the seat. */
  readonly ownerLabel: string
  readonly itemTitle: string | null
  readonly meetingTitle: string
  readonly meetingStartsAt: Instant
  readonly timeZone: string
  readonly closedByName: string | null
}
