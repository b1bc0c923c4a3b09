import type { Digest, Instant, MotionId, PersonId, SeatId } from '#shared/core'
import type { ElectorateSeat } from './electorate.ts'
import type { Method, MethodName } from './method.ts'
import type { SubjectKind } from './rules.ts'

/**
 * All that a vote depends on besides its ballots, frozen at the moment it opens. [V1, V4]
 *
 * Plain JSON: stored with the motion, part of its entry in the record, and carried in the endorsed file, so that the
 * vote can be decided again without the workspace.
 */
export type Snapshot = {
  readonly motionId: MotionId
  readonly subjectKind: SubjectKind
  /** The text voted on. Each ballot names it again. [V4] */
  readonly subjectDigest: Digest
  /** The rule set in force at opening; `decide` accepts no other. */
  readonly ruleSetDigest: Digest
  /** E. [V1] */
  readonly electorate: readonly ElectorateSeat[]
  readonly round: Round
  readonly call: Call
  /** When the first vote on this digest ended in a tie, if this is the one new vote after it. [V8] */
  readonly tiedAt: Instant | null
  readonly openedAt: Instant
  /** Exclusive: a ballot received at this very millisecond is late. [V5] */
  readonly closesAt: Instant
  /**
   * The National Co-ordinator while presiding, who casts no ballot even if accredited for a seat. [V3, G6]
   * Null in a TWG, whose chair casts for their own seat, and when somebody else presides.
   */
  readonly presidingCoordinatorId: PersonId | null
  /** Of a vote that is not by ballots. */
  readonly method?: Method
  /** Set when the group has adopted this very text before. [V13] */
  readonly reconsiders?: true
} & Sitting

export function methodOf({ method }: Pick<Snapshot, 'method'>): MethodName {
  return method?.name ?? 'BALLOT'
}

/** How the seats are gathered. The roll is who was present when the vote opened; by correspondence nobody is. [V6] */
export type Sitting =
  | { readonly mode: 'meeting'; readonly roll: readonly SeatId[] }
  | { readonly mode: 'correspondence'; readonly roll: null }

/** A motion that the NGO seats opposed returns for a second round after reconciliation. [V9] */
export type Round =
  { readonly number: 1 } | { readonly number: 2; readonly returnedAt: Instant; readonly reconciledAt: Instant | null }

/** An item that only lacked NGO presence may be called again, with notice that says so. [V6] */
export type Call = { readonly number: 1 } | { readonly number: 2; readonly noticeAt: Instant }
