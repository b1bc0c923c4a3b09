import { can, type Action, type Actor, type Subject } from '#shared/access'
import {
  asId,
  err,
  ok,
  type AgendaItemId,
  type Instant,
  type MeetingId,
  type PersonId,
  type Result,
} from '#shared/core'
import type { Group } from '#shared/group'
import { seedNarrative } from '#shared/narrative'
import type { Queries } from '#server/db'
import { findGroup } from '#server/group'
import {
  bodiesOf,
  findItem,
  findMeeting,
  mayReadMeeting,
  placeMeeting,
  subjectOf,
  type ActRefusal,
  type Meeting,
  type PlacedMeeting,
} from '#server/meeting'
import { damagedSince, seedOnce, type DocumentRight } from '#server/sync'
import * as Y from 'yjs'
import type { Deps } from '../deps.ts'
import type { Minutes } from './minutes.ts'
import { minutesOfMeeting, minuteTakersOf } from './store.ts'

/** A meeting's minutes with what decides who may do what with them. */
export interface PlacedMinutes extends PlacedMeeting {
  readonly minutes: Minutes
  readonly minuteTakers: readonly PersonId[]
}

/** What the permission table asks of a meeting's minutes. */
export function minutesSubject(
  group: Pick<Group, 'id' | 'kind'>,
  minuteTakers: readonly PersonId[] = [],
): Subject & { readonly minuteTakers: readonly PersonId[] } {
  return { ...subjectOf({ group }), minuteTakers }
}

/** Whether the words are being written: from the beginning of the session to the circulation, and for corrections. */
export function isWritten({ state }: Pick<Minutes, 'state'>): boolean {
  return state === 'live' || state === 'corrections'
}

/**
 * What a person may do with a live text of minutes: the Secretariat and the appointed minute takers write, whoever may
 * read the meeting reads. Before the session, once circulated, and where a part of it cannot be read, it stands still.
 * A text that is written for the first time gets its empty paragraph here. [M5]
 *
 * @param documentId an item's, or the meeting's for the general remarks
 * @returns null alike for a text that is hidden from this person and for one that does not exist
 */
export async function minutesAccess(
  deps: Pick<Deps, 'read' | 'transaction' | 'now'>,
  actor: Actor,
  documentId: string,
): Promise<DocumentRight | null> {
  const { read } = deps
  const found = await meetingOf(read, documentId)
  const group = found && (await findGroup(read, found.meeting.groupId))
  if (!group) return null
  const { meeting, struck } = found
  const bodies = (await bodiesOf(read, meeting.id)).map(id => ({ id }))
  if (!mayReadMeeting(actor, { meeting, group, bodies })) return null
  const minutes = await minutesOfMeeting(read, meeting.id)
  if (!minutes || struck || !isWritten(minutes) || (await damagedSince(read, documentId)) !== null) {
    return { access: 'read', frozen: true }
  }
  await seedOnce(deps, documentId, emptyText)
  const takers = await minuteTakersOf(read, meeting.id)
  return { access: can(actor, 'minutes.write', minutesSubject(group, takers)) ? 'edit' : 'read', frozen: false }
}

/** The meeting that a live text is of; `struck` where its item was taken off the agenda. */
export async function meetingOf(
  queries: Queries,
  documentId: string,
): Promise<{ readonly meeting: Meeting; readonly struck: boolean } | null> {
  const general = await findMeeting(queries, asId<MeetingId>(documentId))
  if (general) return { meeting: general, struck: false }
  const item = await findItem(queries, asId<AgendaItemId>(documentId))
  const meeting = item?.meetingId ? await findMeeting(queries, item.meetingId) : null
  return item && meeting && { meeting, struck: item.removed !== null }
}

/** One empty paragraph with its text node: two who begin in it at once write into the same. */
function emptyText(): Uint8Array {
  const doc = new Y.Doc()
  seedNarrative(doc.getXmlFragment('narrative'), [])
  return Y.encodeStateAsUpdate(doc)
}

/**
 * The minutes of a meeting that somebody means to act on.
 *
 * - `not-found`: missing or hidden, or the session has not begun. `not-permitted`: not for this person to do.
 */
export async function placeMinutes(
  queries: Queries,
  actor: Actor,
  action: Action,
  meetingId: MeetingId,
  now: Instant,
): Promise<Result<PlacedMinutes, ActRefusal>> {
  const placed = await placeMeeting(queries, meetingId, now)
  const minutes = placed && (await minutesOfMeeting(queries, meetingId))
  if (!minutes || !mayReadMeeting(actor, placed)) return err({ type: 'not-found' })
  const minuteTakers = await minuteTakersOf(queries, meetingId)
  const subject = minutesSubject(placed.group, minuteTakers)
  return can(actor, action, subject) ? ok({ ...placed, minutes, minuteTakers }) : err({ type: 'not-permitted' })
}
