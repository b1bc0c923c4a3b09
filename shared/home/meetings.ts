/** What the home page asks of meetings, of their minutes and of what they left to do. */
import type { ActionItemId, GroupId, Instant, MeetingId, MinutesId, SeatId } from '#shared/core'
import type { GroupKind } from '#shared/group'
import type { CalendarDay, MeetingState, Reply } from '#shared/meeting'
import type { MinutesState } from '#shared/minutes'

interface GroupName {
  readonly id: GroupId
  readonly kind: GroupKind
  readonly name: string
}

/** A meeting that is not over. */
export interface HomeMeeting {
  readonly id: MeetingId
  readonly title: string
  readonly group: GroupName
  readonly state: MeetingState
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly timeZone: string
  readonly place: string
  /** How many its agenda has. */
  readonly items: number
  /** Seats of it that this person speaks for, with what was answered. */
  readonly mySeats: readonly { readonly seatId: SeatId; readonly label: string; readonly reply: Reply | null }[]
  /** Last moment at which it can be convened with ordinary notice. [M1] */
  readonly conveneBy: Instant
  /** Last moment at which a meeting at its time can be convened at all, as an urgent one. [M1] */
  readonly noticeUntil: Instant
  /** NGO seats: invited, answered, coming. Counts. */
  readonly ngo: { readonly seats: number; readonly answered: number; readonly coming: number }
}

/** Minutes, or an erratum, that are not sealed. */
export interface HomeMinutes {
  readonly id: MinutesId
  readonly kind: 'minutes' | 'erratum'
  readonly meetingId: MeetingId
  readonly title: string
  readonly group: GroupName
  readonly state: MinutesState
  readonly adjournedAt: Instant | null
  /** By when they are to go round the first time; none while the session goes on. [workflow "Minutes"] */
  readonly circulateBy: Instant | null
  readonly correctionsUntil: Instant | null
  readonly openCorrections: number
  readonly approval: { readonly meetingId: MeetingId; readonly title: string; readonly startsAt: Instant } | null
}

/** Something open that a seat of this person has to do. */
export interface HomeActionItem {
  readonly id: ActionItemId
  readonly text: string
  readonly groupName: string
  readonly dueOn: CalendarDay
  readonly overdue: boolean
}

export interface HomeMeetings {
  /** The server's time. */
  readonly now: Instant
  /** The next one first. */
  readonly ahead: readonly HomeMeeting[]
  readonly minutes: readonly HomeMinutes[]
  /** The most overdue first. */
  readonly actionItems: readonly HomeActionItem[]
}

/** About a meeting, as a task or an alarm tells it: times are meant in its time zone. */
interface AboutMeeting {
  readonly meetingId: MeetingId
  readonly title: string
  readonly groupName: string
  readonly startsAt: Instant
  readonly timeZone: string
}

export type MeetingTask =
  /** Labels of the seats for which nobody has answered. */
  | (AboutMeeting & { readonly kind: 'answerInvitation'; readonly seats: readonly string[] })
  | (AboutMeeting & { readonly kind: 'enterMeeting'; readonly underWay: boolean })
  /** `late`: only as an urgent one now. */
  | (AboutMeeting & { readonly kind: 'conveneMeeting'; readonly conveneBy: Instant; readonly late: boolean })
  | {
      readonly kind: 'circulateMinutes'
      readonly meetingId: MeetingId
      readonly title: string
      readonly groupName: string
      readonly by: Instant | null
      readonly late: boolean
    }
  | {
      readonly kind: 'decideCorrections'
      readonly meetingId: MeetingId
      readonly title: string
      readonly groupName: string
      readonly count: number
    }
  | {
      readonly kind: 'approveMinutes'
      readonly meetingId: MeetingId
      readonly title: string
      readonly groupName: string
      /** When the body has them before it. */
      readonly at: Instant
    }
  | {
      readonly kind: 'actionItem'
      readonly actionItemId: ActionItemId
      readonly text: string
      readonly groupName: string
      readonly dueOn: CalendarDay
      readonly overdue: boolean
    }

export type MeetingAlarm =
  | {
      readonly kind: 'cadence'
      readonly groupId: GroupId
      readonly groupName: string
      readonly lastMet: Instant | null
      readonly days: number
    }
  | {
      readonly kind: 'minutesLate'
      readonly meetingId: MeetingId
      readonly title: string
      readonly groupName: string
      readonly by: Instant
    }
  /** Counts of NGO seats that are invited, and that have answered. */
  | (AboutMeeting & {
      readonly kind: 'noNgoComing' | 'noNgoYet'
      readonly ngoSeats: number
      readonly answered: number
    })
