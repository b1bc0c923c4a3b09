/**
 * The locked blocks of minutes: what a meeting has established, in the form in which it stands between the words that
 * people write. They are worked out from what is stored and are part of no live text, so that no editor reaches them.
 * [M5, M6]
 */
import type { ActionItemId, Digest, GroupId, Instant, MotionId, PersonId, SeatId, StatementId } from '#shared/core'
import type { Constituency, GroupKind } from '#shared/group'
import type { Manner } from '#shared/meeting'
import type { GivenName, Grade, MethodName, Outcome, Quorum, StatementKind, Tally, VotedKind } from '#shared/motion'

/** One stay; without an end where somebody was there until the session ended. */
export interface Stay {
  readonly from: Instant
  readonly until: Instant | null
}

/** Somebody who was there, with every arrival and departure. [M3] */
export interface Attendee {
  readonly personId: PersonId
  readonly name: string
  readonly manner: Manner
  readonly stays: readonly Stay[]
}

export interface SeatName {
  readonly seatId: SeatId
  readonly label: string
  readonly organisationName: string | null
  readonly constituency: Constituency
}

export interface GroupName {
  readonly id: GroupId
  readonly code: string
  readonly name: string
  readonly kind: GroupKind
}

/** Every invited seat, those that nobody came for among them. [M3] */
export interface AttendanceBlock {
  readonly type: 'attendance'
  readonly seats: readonly (SeatName & { readonly groupId: GroupId; readonly persons: readonly Attendee[] })[]
  /** Who was there by office. */
  readonly officers: readonly Attendee[]
}

/** What a vote would have found when the session began. [M3, V6] */
export interface QuorumBlock {
  readonly type: 'quorum'
  readonly at: Instant
  readonly groups: readonly (Quorum & { readonly group: GroupName; readonly quorate: boolean })[]
}

/** The text that the item decided on. [V4] */
export interface TextBlock {
  readonly type: 'text'
  readonly kind: 'sectionVersion' | 'planVersion' | 'minutesVersion' | 'termsVersion' | 'election'
  readonly id: string
  readonly digest: Digest
  readonly title: string
  /** What the workspace calls it; absent where people gave it its title. */
  readonly name?: GivenName
}

/** Who was there and who was needed when a vote opened and when it closed; none where the vote never asked. [V6, V7] */
export interface VoteQuorum {
  readonly opening: Quorum | null
  readonly closing: Quorum | null
}

export interface ElectionBlock {
  readonly candidates: readonly { readonly name: string; readonly votes: number; readonly elected: boolean }[]
  readonly blank: number
}

/** What a seat said to a vote once it was over, as it stood when the minutes were circulated. No person is named. [V13] */
export interface VoteStatement {
  readonly seat: SeatName
  readonly kind: StatementKind
  /** From 1 within vote, seat and kind. */
  readonly number: number
  readonly at: Instant
  readonly text: string
  readonly afterCertification: boolean
}

/** A vote under the item: the tally of all seats, and the NGO seats' beside it. [M6, V9] */
export interface MotionBlock {
  readonly type: 'motion'
  readonly id: MotionId
  /** Absent from minutes that were circulated before votes told it. */
  readonly subjectKind?: VotedKind
  readonly title: string
  /** As of the text. */
  readonly name?: GivenName
  readonly digest: Digest
  readonly openedAt: Instant
  /** When it got the outcome it keeps; none while it is open or held. */
  readonly decidedAt: Instant | null
  /** None, with the outcome, until then. */
  readonly tally: Tally | null
  readonly ngoTally: Tally | null
  /** None until then; absent from minutes that were circulated before votes told it. */
  readonly quorum?: VoteQuorum | null
  /** Of a vote that was not by ballots. */
  readonly method?: MethodName
  /** Of a secret ballot, once counted: candidates with their papers, nobody's choice. [V12] */
  readonly election?: ElectionBlock
  readonly outcome: Outcome | null
  readonly grade: Grade | null
  /** Of a vote that decided its text: within the group and the year. */
  readonly decision: { readonly year: number; readonly number: number } | null
  /** In the order of time; absent where no seat said anything. */
  readonly statements?: readonly VoteStatement[]
}

/** A seat's own words, as filed. */
export interface StatementBlock {
  readonly type: 'statement'
  readonly id: StatementId
  readonly seat: SeatName
  readonly personName: string
  readonly text: string
  readonly at: Instant
}

/** What somebody took on, as it was set. What became of it since is not of this meeting. [M6] */
export interface ActionItemBlock {
  readonly type: 'actionItem'
  readonly id: ActionItemId
  readonly text: string
  readonly owner: SeatName
  /** `2026-12-31`. */
  readonly dueOn: string
}

/** The meeting did not come to the item, or did not finish it. [M2] */
export interface PostponedBlock {
  readonly type: 'postponed'
}

export type Block =
  AttendanceBlock | QuorumBlock | TextBlock | MotionBlock | StatementBlock | ActionItemBlock | PostponedBlock
