import type { AmendmentOrderProblem } from '#shared/amendment'
import type { Digest, Instant, MeetingId, MotionId, SeatId } from '#shared/core'
import type { MotionState } from './moves.ts'
import type { StatementRefusal } from './statements.ts'
import type { JointAskState } from './together.ts'

/** Why a motion cannot be opened now. */
export type OpeningProblem =
  /** Fewer NGO seats than the group must have: no substantive vote. [V2, G7] */
  | { readonly type: 'composition-blocked'; readonly ngoSeats: number; readonly required: number }
  /** Counts of seats present. `ngoNeeded` is 0 where the NGO part is waived. [V6] */
  | {
      readonly type: 'inquorate-at-opening'
      readonly present: number
      readonly needed: number
      readonly ngoPresent: number
      readonly ngoNeeded: number
    }
  /** The motion was prepared under a rule set that is no longer the group's. */
  | { readonly type: 'rule-set-not-in-force'; readonly inForce: Digest; readonly prepared: Digest }
  | { readonly type: 'closes-before-it-opens'; readonly openedAt: Instant; readonly closesAt: Instant }
  /** The notice naming the second call was given too late. [V6] */
  | { readonly type: 'second-call-too-soon'; readonly opensFrom: Instant }
  /** The tie is too recent. [V8] */
  | { readonly type: 'tie-too-recent'; readonly opensFrom: Instant }
  /** Reconciliation is neither recorded nor over. [V9] */
  | { readonly type: 'reconciliation-open'; readonly opensFrom: Instant }
  /** Plan, annex, rule set, and what a body says for the first time are not passed by silence; nor is anybody elected. [V11] */
  | { readonly type: 'silence-not-allowed' }
  /** By correspondence only: in a meeting people speak. [V11] */
  | { readonly type: 'silence-in-meeting' }
  | { readonly type: 'silence-too-short'; readonly earliest: Instant }
  /** Persons are elected by secret ballot, and nothing else is decided by one. [V12] */
  | { readonly type: 'method-of-another-subject' }

/** Why a ballot is refused, or, found in a log, set aside. */
export type BallotProblem =
  /** Not one of the persons accredited for the seat at opening; no observer seat ever is. [V1] */
  | { readonly type: 'not-accredited-for-seat' }
  /** The National Co-ordinator casts none while presiding. [V3] */
  | { readonly type: 'presiding-casts-none' }
  /** The person has cast for another seat in this vote. [V3] */
  | { readonly type: 'person-tied-to-another-seat'; readonly seatId: SeatId }
  | { readonly type: 'recusal-without-reason' }
  /** A block tells the others what it would take. [V10] */
  | { readonly type: 'block-without-reason' }
  /** An amendment is what is proposed instead, a statement what is stated. [V11] */
  | { readonly type: 'amendment-without-words' }
  | { readonly type: 'statement-without-words' }
  /** Not one of the choices of this method. [V3, V10, V11, V12] */
  | { readonly type: 'choice-not-offered' }
  /** A paper for this seat is in the box, and nobody can tell which. [V12] */
  | { readonly type: 'secret-ballot-final' }
  /** The ballot was cast on another text than the one under vote. [V4] */
  | { readonly type: 'ballot-digest-mismatch'; readonly expected: Digest; readonly received: Digest }
  /** Received at or after the deadline, or after the close. [V5] */
  | { readonly type: 'ballot-late'; readonly closesAt: Instant }
  /** The vote is over but for the NGO seats that did not recuse themselves. [V9] */
  | { readonly type: 'held-for-ngo-seats' }
  | NotOpen

/** Why the deadline or the close of a vote cannot be moved. [V5] */
export type DeadlineProblem =
  | { readonly type: 'deadline-passed'; readonly closesAt: Instant }
  /** Put later only, never earlier. */
  | { readonly type: 'deadline-not-later'; readonly closesAt: Instant }
  | { readonly type: 'deadline-already-extended'; readonly allowed: number }
  /** Before the deadline only when every seat has cast and the chair confirms. Counts of seats. */
  | { readonly type: 'seats-still-to-cast'; readonly cast: number; readonly seats: number; readonly closesAt: Instant }
  | { readonly type: 'hold-still-running'; readonly closesAt: Instant }
  | { readonly type: 'motion-not-paused' }
  | { readonly type: 'motion-already-voided' }
  /** Chair and Secretariat are two persons. [V13] */
  | { readonly type: 'needs-two-persons' }
  /** The papers are not those that were cast. [V12] */
  | { readonly type: 'count-differs' }
  | NotOpen

export type NotOpen = {
  readonly type: 'motion-not-open'
  readonly phase: Extract<MotionState, 'prepared' | 'open' | 'paused' | 'closed' | 'held'>
}

/** Why a text cannot be put to the vote, whatever the group and the hour. */
export type SubjectProblem =
  /** Somebody else opened the vote first. */
  | { readonly type: 'subject-already-under-vote'; readonly motionId: MotionId }
  /** Its own workflow does not allow a vote now; `state` is where it stands in it. */
  | { readonly type: 'subject-not-votable'; readonly state: string }
  /** The stored text is not the one its digest was made of. [E1] */
  | { readonly type: 'subject-altered'; readonly digest: Digest }
  /** A vote ends in good time; `latest` is the last deadline that may be set. */
  | { readonly type: 'closes-too-late'; readonly latest: Instant }
  | AmendmentOrderProblem

/** The group's meeting is in session: a vote with a roll is opened under its agenda, whose attendance is the roll. [M3, V6] */
export type SittingProblem = { readonly type: 'meeting-in-session'; readonly meetingId: MeetingId }

/** A refusal to open names the first problem, and carries all of them. */
export type OpeningRefusal = (OpeningProblem | SubjectProblem) & {
  readonly problems: readonly (OpeningProblem | SubjectProblem)[]
}

/** Refusals of the acts around and after a vote. */
export type AfterVoteProblem =
  /** Where the vote stands now, this is not done. */
  | { readonly type: 'vote-moved-on'; readonly state: MotionState }
  /** Somebody has asked for the same, and it waits to be confirmed. */
  | { readonly type: 'joint-act-pending' }
  | { readonly type: 'joint-act-over'; readonly state: Exclude<JointAskState, 'asked'> }
  /** The reconciliation is on record. [V9] */
  | { readonly type: 'already-reconciled' }
  /** The text is under vote again, or was decided since. [V9] */
  | { readonly type: 'text-taken-up'; readonly motionId: MotionId }
  /** The NGO seats that objected may still hand in their dissent. [V9] */
  | { readonly type: 'certification-too-early'; readonly from: Instant }
  /** What the vote decided is relied on, and cannot be undone. [V13] */
  | {
      readonly type: 'vote-not-voidable'
      readonly because: 'inPlan' | 'endorsed' | 'sealed' | 'inForce' | 'textMovedOn'
    }
  | { readonly type: 'statement-not-open'; readonly because: StatementRefusal }
  | { readonly type: 'too-many-versions'; readonly limit: number }

export type MotionProblem =
  AfterVoteProblem | OpeningRefusal | SittingProblem | BallotProblem | DeadlineProblem | SubjectProblem
