/**
 * What a motion is about, seen from the vote: a text that stands still, and that is told what became of it.
 *
 * The motion slice knows no plan and no endorsement. Whoever has texts to put to the vote (section versions, plan
 * versions, minutes) exports an adapter of this port, and the composition root hands them all to the votes.
 */
import type { AmendmentOrderProblem } from '#shared/amendment'
import type { Digest, GroupId, Instant, MeetingId, MotionId, PersonId, SectionVersionId } from '#shared/core'
import type { GroupKind } from '#shared/group'
import type { AfterVoteProblem, GivenName, Grade, Outcome, SubjectKind, TextTitle, VotedKind } from '#shared/motion'
import type { LiveTopic } from '#shared/wire'
import type { Queries, Tx } from '#server/db'
import type { Deps } from '../deps.ts'

/**
 * `sectionVersion`: a section as submitted. `planVersion`: a candidate, by the root of its manifest. `minutesVersion`:
 * minutes as circulated. `termsVersion`: terms of reference as submitted, with the rule set that they carry. `amendment`:
 * other words for a submitted section.
 */
export type MotionSubjectKind = VotedKind

/** What stands on an agenda and in its papers; an amendment is voted on under the item of its text. */
export type AgendaSubjectKind = Exclude<MotionSubjectKind, 'amendment'>

/**
 * `release`: a tie or a vote without quorum leaves the text as it was before the vote, to be put again. `void`: so does a
 * decision that was voided, after the fact. [V13]
 */
export type SubjectMove = 'open' | 'adopt' | 'return' | 'reject' | 'release' | 'void'

/** What holds a text to what a vote decided on it, so that it can no longer be undone. [V13] */
export type SubjectHold = Extract<AfterVoteProblem, { type: 'vote-not-voidable' }>['because']

/** A text as it stands at this moment. */
export interface SubjectFacts {
  readonly id: string
  /** The lineage: of the versions of one section, one plan, one body's terms or one meeting's minutes, only one can be adopted by the votes under way. [V4] */
  readonly baseId: string
  /** The group that votes on it. */
  readonly groupId: GroupId
  readonly groupKind: GroupKind
  /** Which majority of the rule set applies. [V8] */
  readonly rulesKind: SubjectKind
  /** Who can be elected; none of a text. [V12] */
  readonly candidates?: readonly PersonId[]
  /** None for what is not of a plan. */
  readonly planKind: 'nap' | 'children' | null
  readonly digest: Digest
  readonly title: string
  /** None where people gave it its title. */
  readonly name?: GivenName
  /** State of the text in its own workflow, as shown. */
  readonly state: string
  /** Whether that state allows a vote to be opened. */
  readonly mayOpen: boolean
  /** When that begins, of a text that first has to lie open for a time. */
  readonly mayOpenFrom?: Instant
  /** What is to be done before a vote on it. [V4] */
  readonly before?: AmendmentOrderProblem | null
  /** The text that it would amend. */
  readonly amends?: SectionVersionId
  /** Whether the digest, computed again from the stored content, is the one noted. */
  readonly intact: boolean
}

export interface MoveFacts {
  readonly at: Instant
  readonly motionId: MotionId
  /** What was decided; none where nothing was, and of a decision that is undone. */
  readonly outcome?: Outcome
  /** Of an adopted text only. */
  readonly grade: Grade | null
  /** Of an election that elected somebody. [V12] */
  readonly elected?: PersonId
}

export type CertifiedFacts = Pick<MoveFacts, 'at' | 'motionId'>

export interface SubjectMoved {
  /** Whether persons may now do what they could not: open sockets are to be asked again. */
  readonly accessChanged: boolean
  /** What else pages may show differently now. */
  readonly alsoChanged?: readonly { readonly topic: LiveTopic; readonly id: string }[]
}

export interface MotionSubject {
  readonly kind: MotionSubjectKind
  /** @returns null where there is no such text */
  load(queries: Queries, id: string): Promise<SubjectFacts | null>
  /** All words of the text, for whoever searches what was decided; none where there is no such text. */
  words(queries: Queries, id: string): Promise<string>
  /**
   * Number of the version with which readers of this one compare it. For texts of which there are versions. [E9]
   *
   * @returns null where none was adopted, endorsed or circulated before it
   */
  comparedWith?(queries: Queries, id: string): Promise<number | null>
  /** What these texts are called, by id; in one query, for lists of many. */
  titles(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, TextTitle>>
  /**
   * Why the outcome of a vote that decided on the text can no longer be undone.
   *
   * @returns null where it can
   */
  holdsTo(queries: Queries, id: string, outcome: Outcome): Promise<SubjectHold | null>
  /**
   * Tells the text what the vote did. Runs inside the transaction of that act, so it may only write, append to the
   * record and throw for bugs; what others are told afterwards is announced by the vote, after the commit.
   */
  moved(
    tx: Tx,
    deps: Pick<Deps, 'now' | 'newId'>,
    id: string,
    move: SubjectMove,
    facts: MoveFacts,
  ): Promise<SubjectMoved>
  /**
   * Tells the text that the outcome which adopted it over the NGO seats' objection is certified, inside the transaction of
   * that act. For texts that are in force by their adoption alone: the others are looked at when they are endorsed. [V9]
   */
  certified?(tx: Tx, deps: Pick<Deps, 'now' | 'newId'>, id: string, facts: CertifiedFacts): Promise<SubjectMoved>
}

/** The meetings, seen from the votes. */
export interface Sittings {
  /** The meeting of this group that is under way, if one is. */
  underWay(queries: Queries, groupId: GroupId): Promise<MeetingId | null>
}

/** All texts that can be put to the vote, by kind. */
export type MotionSubjects = { readonly [Kind in MotionSubjectKind]: MotionSubject & { readonly kind: Kind } }
