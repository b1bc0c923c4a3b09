import type { Digest, Instant, PersonId, SeatId } from '#shared/core'
import type { RepresentativeRank } from '#shared/group'
import type { VotingConstituency } from './electorate.ts'
import type { MethodName } from './method.ts'

/** PRESENT_NOT_VOTING and ABSTAIN count for quorum and for no majority; RECUSED takes the seat out of E′. [V3] */
export const choices = ['YES', 'NO', 'ABSTAIN', 'PRESENT_NOT_VOTING', 'RECUSED'] as const
/** Standing aside leaves the others to agree; one block is enough to have no consensus. [V10] */
export const consensusChoices = ['SUPPORT', 'STAND_ASIDE', 'BLOCK', 'RECUSED'] as const
/** An objection or an amendment breaks the silence, the others do not. [V11] */
export const silenceChoices = ['OBJECT', 'AMEND', 'ABSTAIN', 'RESERVE', 'STATEMENT'] as const
/** Of a secret ballot: who is elected stands on a paper, and the log tells only who has cast one. [V12] */
export const secretChoices = ['RECUSED'] as const

export type Choice = (typeof choices)[number] | (typeof consensusChoices)[number] | (typeof silenceChoices)[number]

/** What a seat may choose between, by the method of the vote. */
export const choicesBy = {
  BALLOT: choices,
  CONSENSUS: consensusChoices,
  SILENCE: silenceChoices,
  SECRET: secretChoices,
} as const satisfies Record<MethodName, readonly Choice[]>

/** Each choice of any method, once. */
export const allChoices = [
  ...choices,
  'SUPPORT',
  'STAND_ASIDE',
  'BLOCK',
  'OBJECT',
  'AMEND',
  'RESERVE',
  'STATEMENT',
] as const satisfies readonly Choice[]

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
  /** Required when recused and when blocking, allowed otherwise. */
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

/** A paper was put into the box for a seat. What is on it stands nowhere beside it, so that it is final. [V12] */
export type SecretCast = {
  readonly type: 'secretCast'
  readonly seq: number
  readonly receivedAt: Instant
  readonly seatId: SeatId
  readonly personId: PersonId
  readonly rank: RepresentativeRank
  readonly digest: Digest
}

/**
 * One paper out of the box; `candidate` null is a blank one. `constituency` null is one of those whose papers are not told
 * apart, since too few were cast for its seats.
 */
export type Paper = { readonly constituency: VotingConstituency | null; readonly candidate: PersonId | null }

/** The box is opened after the close: all papers, in an order that tells nothing of when they were cast. [V12] */
export type Counted = {
  readonly type: 'counted'
  readonly seq: number
  readonly at: Instant
  readonly papers: readonly Paper[]
}

/** A person accredited for the seat was shown that the vote is open: by correspondence the evidence of delivery. [V11] */
export type Delivered = {
  readonly type: 'delivered'
  readonly seq: number
  readonly at: Instant
  readonly seatId: SeatId
  readonly personId: PersonId
}

/** A person accredited for the seat opened the text. [V11] */
export type TextOpened = Omit<Delivered, 'type'> & { readonly type: 'textOpened' }

/** For what a vote may be voided. [V13] */
export const voidCauses = ['technicalFault', 'wrongText', 'compositionError'] as const
export type VoidCause = (typeof voidCauses)[number]

/** By chair and Secretariat together. The ballots stay, and mean nothing any more. [V13] */
export type Voided = {
  readonly type: 'voided'
  readonly seq: number
  readonly at: Instant
  readonly cause: VoidCause
  readonly by: readonly [PersonId, PersonId]
}

/** The log of an opened motion: append-only, in the order the server took things in. */
export type MotionEvent =
  Ballot | SecretCast | Counted | Delivered | TextOpened | Closed | Extended | Paused | Resumed | Superseded | Voided
