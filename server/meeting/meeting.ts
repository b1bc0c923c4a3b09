import type {
  AgendaItemId,
  Digest,
  GroupId,
  Instant,
  MeetingId,
  MeetingSeriesId,
  MotionId,
  PersonId,
  SeatId,
} from '#shared/core'
import type { ItemState, ItemType, MeetingKind, MeetingState } from '#shared/meeting'
import type { AgendaSubjectKind } from '#server/motion'

/** A meeting as stored. */
export interface Meeting {
  readonly id: MeetingId
  /** The group that meets; of a joint meeting the one that invites. */
  readonly groupId: GroupId
  readonly seriesId: MeetingSeriesId | null
  readonly kind: MeetingKind
  readonly title: string
  readonly state: MeetingState
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** IANA name. */
  readonly timeZone: string
  readonly place: string
  readonly link: string | null
  readonly convenedAt: Instant | null
  readonly convenedBy: PersonId | null
  readonly urgentReason: string | null
  readonly reason: string | null
  /** SEQUENCE of its calendar entry. */
  readonly sequence: number
  readonly startedAt: Instant | null
  readonly adjournedAt: Instant | null
  readonly currentItemId: AgendaItemId | null
  readonly speechLimitSeconds: number | null
  readonly checkInCode: string
  readonly createdBy: PersonId
  readonly createdAt: Instant
  /** Of the last change that a calendar shows. */
  readonly changedAt: Instant
}

/** The text an item decides on. [V4] */
export interface ItemSubject {
  readonly kind: AgendaSubjectKind
  readonly id: string
  readonly digest: Digest
}

/** An item of an agenda; without a meeting it waits in its group's backlog. */
export interface AgendaItem {
  readonly id: AgendaItemId
  readonly groupId: GroupId
  readonly meetingId: MeetingId | null
  readonly parentId: AgendaItemId | null
  /** Among those with the same parent, from 0, without gaps. */
  readonly position: number
  readonly type: ItemType
  readonly title: string
  readonly note: string
  readonly presenterSeatId: SeatId | null
  readonly plannedMinutes: number
  readonly state: ItemState
  readonly usedMs: number
  readonly openedAt: Instant | null
  readonly subject: ItemSubject | null
  readonly secondCall: boolean
  /** When a notice went out that names it as the second call of this text. [V6] */
  readonly secondCallNoticeAt: Instant | null
  /** The vote of which it tells the group: a decision by silence; of no other item. [V11] */
  readonly announces?: MotionId | null
  readonly carriedFromId: AgendaItemId | null
  /** None where the system made it. */
  readonly createdBy: PersonId | null
  readonly createdAt: Instant
  readonly removed: { readonly at: Instant; readonly by: PersonId | null } | null
}
