/**
 * The home page answers four questions: what waits for me, where do the plans stand, what is wrong with texts and
 * groups, and what comes next. Nothing of it is stored; it is worked out from what the other parts tell.
 */
import type {
  ElectionId,
  GroupId,
  Instant,
  MotionId,
  PlanId,
  PlanVersionId,
  SeatId,
  SectionId,
  SectionVersionId,
  TermsVersionId,
} from '#shared/core'
import type { PlanVersionState } from '#shared/endorsement'
import type { GroupKind } from '#shared/group'
import type { FollowUp, JointAct, ReminderStage, TextTitle, VotedKind } from '#shared/motion'
import type { ComponentNumber, PlanKind, StandingState } from '#shared/plan'
import type { TermsKind } from '#shared/terms'
import type { MeetingAlarm, MeetingTask } from './meetings.ts'
import type { RecordAlarm, RecordTask } from './record.ts'

/** What the home page asks of a group. */
export interface HomeGroup {
  readonly id: GroupId
  readonly kind: GroupKind
  readonly name: string
  readonly hasChair: boolean
  readonly vacancies: number
  readonly unaccredited: number
  readonly properlyConstituted: boolean
  readonly ngoSeatsAccredited: number
  readonly ngoMinimum: number
  /** When it met last and how often it ought to. [M7] */
  readonly cadence: { readonly lastMet: Instant | null; readonly days: number; readonly overdueSince: Instant | null }
}

export interface HomeSection {
  readonly id: SectionId
  readonly code: string
  readonly title: string
  readonly component: ComponentNumber | null
  readonly state: StandingState
  /** Closed for writing, by somebody or because a part of it could not be read. */
  readonly frozen: boolean
  /** A part of it could not be read. */
  readonly damaged: boolean
  readonly group: { readonly id: GroupId; readonly kind: GroupKind; readonly name: string }
  /** The version that `state` speaks of. */
  readonly version: { readonly id: SectionVersionId; readonly number: number } | null
}

/** A plan's version as far as it has come. */
export interface HomePlanVersion {
  readonly id: PlanVersionId
  readonly number: number
  readonly state: PlanVersionState
}

/** A plan, with the sections that the person may see. */
export interface HomePlan {
  readonly id: PlanId
  readonly kind: PlanKind
  readonly title: string
  readonly group: { readonly id: GroupId; readonly kind: GroupKind }
  readonly sections: readonly HomeSection[]
  /** Sections whose drafts this person does not read. A count. [D4] */
  readonly hidden: number
  /** The latest version that is neither superseded nor replaced. */
  readonly version: HomePlanVersion | null
}

/** A vote that is open, or held for its NGO seats. */
export interface HomeVote extends TextTitle {
  readonly id: MotionId
  readonly subjectKind: VotedKind
  readonly group: { readonly id: GroupId; readonly kind: GroupKind; readonly name: string }
  readonly closesAt: Instant
  /** By silence: to read the text is then what waits. [V11] */
  readonly silence: boolean
  /** How far the time of a vote by correspondence has gone; null in a meeting, and in the first half. */
  readonly stage: ReminderStage | null
  /** Seats of the electorate that this person may cast for now, and whether they have: cast, or where silence decides, read. */
  readonly mySeats: readonly { readonly seatId: SeatId; readonly label: string; readonly acted: boolean }[]
  /** Every seat has cast: the chair may close before the deadline. [V5] */
  readonly allCast: boolean
}

/** An election whose list of candidates is open. [G6, V12] */
export interface HomeElection extends TextTitle {
  readonly id: ElectionId
  readonly group: { readonly id: GroupId; readonly name: string }
  /** Voting seats of the group that this person speaks for, and whether each has proposed somebody. */
  readonly mySeats: readonly { readonly seatId: SeatId; readonly label: string; readonly proposed: boolean }[]
}

/** Terms of reference that are submitted and not yet put to the vote. [G10] */
export interface HomeTerms {
  readonly versionId: TermsVersionId
  readonly number: number
  /** The body whose terms they are. */
  readonly name: string
  readonly body: TermsKind
  /** The group that decides on them. */
  readonly group: { readonly id: GroupId; readonly kind: GroupKind; readonly name: string }
}

interface AboutVote extends TextTitle {
  readonly motionId: MotionId
  readonly subjectKind: VotedKind
  readonly groupName: string
}

export type FollowUpTask =
  | (AboutVote & {
      readonly kind: 'confirmAct'
      readonly act: JointAct
      readonly askedBy: string
      readonly until: Instant
    })
  | (AboutVote & { readonly kind: 'reconcile'; readonly until: Instant })
  | (AboutVote & { readonly kind: 'secondRound'; readonly subject: FollowUp['subject'] })
  | (AboutVote & { readonly kind: 'dissent'; readonly until: Instant; readonly seats: readonly string[] })
  | (AboutVote & { readonly kind: 'certify' })

/** Something that this person, and at this moment, can do. */
export type HomeTask =
  | MeetingTask
  | RecordTask
  | FollowUpTask
  | (AboutVote & {
      readonly kind: 'ballot'
      readonly closesAt: Instant
      readonly silence: boolean
      readonly stage: ReminderStage | null
      /** Labels of the seats that have not acted. */
      readonly seats: readonly string[]
    })
  | (AboutVote & { readonly kind: 'closeVote' })
  | (TextTitle & {
      readonly kind: 'proposeCandidate'
      readonly electionId: ElectionId
      readonly groupName: string
      /** Labels of the seats that have proposed nobody. */
      readonly seats: readonly string[]
    })
  | {
      readonly kind: 'openVote'
      readonly sectionId: SectionId
      readonly versionId: SectionVersionId
      readonly code: string
      readonly title: string
      readonly groupName: string
    }
  | {
      readonly kind: 'openTermsVote'
      readonly body: TermsKind
      readonly versionId: TermsVersionId
      readonly number: number
      readonly name: string
      readonly groupName: string
    }
  | {
      readonly kind: 'write'
      readonly sectionId: SectionId
      readonly code: string
      readonly title: string
      readonly groupName: string
      readonly state: 'working' | 'returned' | 'rejected'
    }
  | { readonly kind: 'assemble'; readonly planKind: PlanKind; readonly planTitle: string }
  | {
      readonly kind: 'openPlanVote' | 'note' | 'endorse' | 'publish'
      readonly planKind: PlanKind
      readonly planTitle: string
      readonly planVersionId: PlanVersionId
      readonly number: number
    }

/** Something about a text or a group that ought not to be so. */
export type HomeAlarm =
  | MeetingAlarm
  | RecordAlarm
  | {
      readonly kind: 'damagedText'
      readonly sectionId: SectionId
      readonly code: string
      readonly title: string
      /** Whether it is this person who opens it for writing again. */
      readonly mine: boolean
    }
  | {
      readonly kind: 'notConstituted'
      readonly groupId: GroupId
      readonly groupName: string
      readonly accredited: number
      readonly required: number
    }
  | { readonly kind: 'noChair'; readonly groupId: GroupId; readonly groupName: string; readonly nwg: boolean }
  | {
      readonly kind: 'vacancies' | 'unaccredited'
      readonly groupId: GroupId
      readonly groupName: string
      readonly count: number
    }
