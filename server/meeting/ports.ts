/** What meetings ask of parts that come after them in the order of slices; app.ts hands it over. */
import type { AgendaItemId, GroupId, Instant, MeetingId, PersonId } from '#shared/core'
import type { Queries, Tx } from '#server/db'
import type { MotionSubjects } from '#server/motion'
import type { Deps } from '../deps.ts'
import type { AgendaItem, ItemSubject, Meeting } from './meeting.ts'

/** The minutes, seen from the meeting. */
export interface MinutesPort {
  /** Persons appointed to write the minutes of this meeting. */
  takers(queries: Queries, meetingId: MeetingId): Promise<readonly PersonId[]>
  /** Where each meeting's minutes stand. */
  standings(
    queries: Queries,
    meetingIds: readonly MeetingId[],
  ): Promise<ReadonlyMap<string, { readonly id: string; readonly state: string }>>
  /**
   * Minutes of this group that were circulated and wait for its next meeting, the oldest first: each becomes one of its
   * first items. Those that may still be corrected when that meeting begins, or that have a correction to be decided or
   * written in, wait for another. [workflow "Minutes": before the body]
   */
  waiting(
    queries: Queries,
    groupId: GroupId,
    startsAt: Instant,
  ): Promise<readonly (ItemSubject & { readonly title: string })[]>
  /**
   * Told, in the transaction, that an item puts these minutes before the body. Where they have been corrected since,
   * are to be corrected, or another meeting has them, they stay as they are: the item then has nothing to vote on.
   */
  putBefore(tx: Tx, deps: Pick<Deps, 'now' | 'newId'>, item: AgendaItem): Promise<void>
  /** Told, in the transaction, that the item will not be taken in its meeting: the minutes wait for another. */
  takenBack(tx: Tx, deps: Pick<Deps, 'now' | 'newId'>, item: AgendaItem): Promise<void>
  /** The first of these items under which something stands in the minutes: words, a statement, a vote, an action item. */
  standsUnder(
    queries: Queries,
    meetingId: MeetingId,
    itemIds: readonly AgendaItemId[],
    now: Instant,
  ): Promise<AgendaItemId | null>
  /** Told, in the transaction, that a session begins: its minutes are live from now on. */
  begun(tx: Tx, deps: Pick<Deps, 'now' | 'newId'>, meeting: Meeting): Promise<void>
}

export interface MeetingParts {
  readonly subjects: MotionSubjects
  readonly minutes: MinutesPort
}
