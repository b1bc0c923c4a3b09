import type { Digest, Instant, PersonId, SeatId } from '#shared/core'
import type { RepresentativeRank } from '#shared/group'

/** PRESENT_NOT_VOTING and ABSTAIN count for quorum and for no majority; RECUSED takes the seat out of E′. [V3] */
export const choices = ['YES', 'NO', 'ABSTAIN', 'PRESENT_NOT_VOTING', 'RECUSED'] as const
export type Choice = (typeof choices)[number]

/** One representative's choice for one seat. A later one is another ballot: none is altered or removed. [V3] */
export type Ballot = {
  readonly type: 'ballot'
  /** Position in the motion's log, from 1. */
  readonly seq: number
  /** When the server had it. What the client's clock said counts for nothing. [V5] */
  readonly receivedAt: Instant
  readonly seatId: SeatId
  readonly personId: PersonId
  readonly rank: RepresentativeRank
  readonly choice: Choice
  /** Of the text the person had before them. [V4] */
  readonly digest: Digest
  /** Required when recused, allowed otherwise. */
  readonly reason: string | null
}

/** Ends the ballots, and later the hold if there is one. `by` is the chair who confirmed, or null for the passing of time. */
export type Closed = {
  readonly type: 'closed'
  readonly seq: number
  readonly at: Instant
  readonly by: PersonId | null
}

export type Extended = {
  readonly type: 'extended'
  readonly seq: number
  readonly at: Instant
  readonly closesAt: Instant
}

/** For a technical cause, which the record's entry tells. The deadline moves by the length of the pause. */
export type Paused = { readonly type: 'paused'; readonly seq: number; readonly at: Instant }
export type Resumed = { readonly type: 'resumed'; readonly seq: number; readonly at: Instant }

/** A version of the same subject has been adopted by another vote. [V4] */
export type Superseded = {
  readonly type: 'superseded'
  readonly seq: number
  readonly at: Instant
  readonly digest: Digest
}

/** The log of an opened motion: append-only, in the order the server took things in. */
export type MotionEvent = Ballot | Closed | Extended | Paused | Resumed | Superseded
