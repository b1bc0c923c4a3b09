import type { AgendaItemId, Digest, Instant, MotionId, PersonId, SeatId } from '#shared/core'
import type { ItemState } from './kinds.ts'
import type { MeetingMove, MeetingState } from './moves.ts'

/** Why a meeting cannot be convened now: all of it at once, so that whoever prepares it sees the whole list. [M1] */
export type ConveningProblem =
  | { readonly type: 'agenda-empty' }
  /** Too late for the ordinary notice; an urgent meeting needs a reason. `startsFrom` is the earliest beginning. */
  | { readonly type: 'notice-too-short'; readonly startsFrom: Instant; readonly urgent: boolean }
  | { readonly type: 'urgent-without-reason' }
  /** A decision that names no text yet. */
  | { readonly type: 'item-without-subject'; readonly itemId: AgendaItemId }
  | { readonly type: 'nobody-to-invite' }

export type MeetingProblem =
  | (ConveningProblem & { readonly problems: readonly ConveningProblem[] })
  /** Somebody else moved it first, or its state does not allow this. */
  | { readonly type: 'meeting-moved-on'; readonly state: MeetingState; readonly move: MeetingMove | null }
  | { readonly type: 'meeting-not-under-way'; readonly state: MeetingState }
  /** Nobody could be there yet: it begins when those invited can have checked in. */
  | { readonly type: 'start-not-open'; readonly opensAt: Instant }
  | { readonly type: 'chair-not-present' }
  /** It would go on before it stops. */
  | { readonly type: 'resumes-in-the-past'; readonly now: Instant }
  /** Votes opened in this meeting are still open. */
  | { readonly type: 'vote-open-in-meeting'; readonly motionIds: readonly MotionId[] }
  | { readonly type: 'meeting-ends-before-it-starts' }
  | { readonly type: 'meeting-in-the-past'; readonly now: Instant }
  /** It would begin after `latest`. */
  | { readonly type: 'meeting-too-far'; readonly latest: Instant }
  | { readonly type: 'meeting-too-long'; readonly limitMs: number }
  | { readonly type: 'time-zone-unknown' }
  /** The item was struck from the agenda in the meantime; `name` is that of the person who did. */
  | { readonly type: 'item-removed'; readonly by: PersonId | null; readonly at: Instant; readonly name?: string }
  /** The meeting has begun with it: it can be postponed, not struck, and is not edited any more. */
  | { readonly type: 'item-taken-up'; readonly state: ItemState }
  /** Words, a statement, a vote or an action item stand under it in the minutes: it can be postponed, not struck. */
  | { readonly type: 'item-in-minutes'; readonly itemId: AgendaItemId }
  /** The first item approves minutes and stays where it is. [workflow "Minutes"] */
  | { readonly type: 'item-fixed' }
  /** Somebody else finished, postponed or reopened it first. */
  | { readonly type: 'item-moved-on'; readonly state: ItemState }
  /** One level of sub-items. */
  | { readonly type: 'item-too-deep' }
  | { readonly type: 'agenda-too-long'; readonly limit: number }
  /** The item binds no text that could be put to the vote. */
  | { readonly type: 'item-not-votable' }
  /** A convened meeting can be checked into shortly before it begins. */
  | { readonly type: 'check-in-not-open'; readonly opensAt: Instant }
  | { readonly type: 'not-checked-in' }
  | { readonly type: 'check-in-code-wrong' }
  /** The seat has its speaker in this queue already. */
  | { readonly type: 'already-in-queue' }
  | { readonly type: 'floor-moved-on' }
  | { readonly type: 'seat-not-invited'; readonly seatId: SeatId }
  | { readonly type: 'file-type-refused'; readonly allowed: readonly string[] }
  | { readonly type: 'file-too-large'; readonly limitBytes: number }
  | { readonly type: 'file-empty' }
  /** The sender was gone, or nothing came for too long. */
  | { readonly type: 'file-incomplete' }
  /** The stored bytes are gone or are not those that were handed in; they are not handed out. */
  | { readonly type: 'file-damaged'; readonly expected: Digest; readonly found: Digest | null }
  | { readonly type: 'too-many-papers'; readonly limit: number }
  | { readonly type: 'series-ended' }
