/** What the acts on an agenda and on a backlog have in common: finding the item, checking what it names, writing order. */
import { can, type Actor } from '#shared/access'
import {
  err,
  ok,
  sha256Hex,
  type AgendaItemId,
  type GroupId,
  type Instant,
  type MeetingId,
  type Result,
} from '#shared/core'
import type { GroupInFull } from '#shared/group'
import { gapless, isAhead, isUnderWay, type ItemType, type MeetingProblem } from '#shared/meeting'
import type { BacklogItemBody } from '#shared/meeting/convening/schema'
import type { CommonProblem } from '#shared/problem'
import type { Queries, Tx } from '#server/db'
import { loadGroup } from '#server/group'
import { findPerson } from '#server/people'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import {
  mayReadMeeting,
  mayReadOf,
  placeForAct,
  placeMeeting,
  seatsInvited,
  subjectOf,
  type PlacedMeeting,
} from '../access.ts'
import { findItem, updateItem } from '../agenda-store.ts'
import type { AgendaItem, ItemSubject } from '../meeting.ts'
import type { MeetingParts } from '../ports.ts'
import { updateMeeting } from '../store.ts'

export type AgendaRefusal = MeetingProblem | CommonProblem

/**
 * A meeting whose agenda may still be worked on: also while it is in session. [M2]
 *
 * - `not-found`, `not-permitted`. `meeting-moved-on`: it is over or was cancelled.
 */
export async function agendaForAct(
  queries: Queries,
  actor: Actor,
  id: MeetingId,
  now: Instant,
): Promise<Result<PlacedMeeting, AgendaRefusal>> {
  const found = await placeForAct(queries, actor, 'meeting.conduct', id, now)
  return found.ok ? whileEditable(found.value) : found
}

function whileEditable(placed: PlacedMeeting): Result<PlacedMeeting, AgendaRefusal> {
  const { state } = placed.meeting
  return isAhead(state) || isUnderWay(state) ? ok(placed) : err({ type: 'meeting-moved-on', state, move: null })
}

/**
 * A group whose meetings this person prepares.
 *
 * - `not-found`, `not-permitted`.
 */
export async function groupForAct(
  queries: Queries,
  actor: Actor,
  id: GroupId,
  now: Instant,
): Promise<Result<GroupInFull, CommonProblem>> {
  const group = await loadGroup(queries, id, now)
  if (!group || !mayReadOf(actor, [id])) return err({ type: 'not-found' })
  const may = can(actor, 'meeting.conduct', { groupId: id, groupKind: group.kind })
  return may ? ok(group) : err({ type: 'not-permitted' })
}

export interface ItemInPlace {
  readonly item: AgendaItem
  /** The meeting on whose agenda it stands; none where it waits in the backlog. */
  readonly placed: PlacedMeeting | null
  readonly group: GroupInFull
}

/**
 * An item to be acted on, on an agenda or in a backlog.
 *
 * - `not-found`, `not-permitted`, `meeting-moved-on`: as for its meeting or group.
 * - `item-removed`: somebody struck it.
 */
export async function itemForAct(
  queries: Queries,
  actor: Actor,
  id: AgendaItemId,
  now: Instant,
): Promise<Result<ItemInPlace, AgendaRefusal>> {
  const item = await findItem(queries, id)
  if (!item) return err({ type: 'not-found' })
  const placed = item.meetingId === null ? null : await placeMeeting(queries, item.meetingId, now)
  const group = placed?.group ?? (await loadGroup(queries, item.groupId, now))
  const mayRead = placed ? mayReadMeeting(actor, placed) : mayReadOf(actor, [item.groupId])
  if (!group || !mayRead) return err({ type: 'not-found' })
  if (!can(actor, 'meeting.conduct', subjectOf({ group }))) return err({ type: 'not-permitted' })
  if (item.removed) return err(await removedProblem(queries, item.removed))
  const editable = placed && whileEditable(placed)
  return editable && !editable.ok ? editable : ok({ item, placed, group })
}

/** Says who struck an item, and when. */
export async function removedProblem(
  queries: Queries,
  { at, by }: NonNullable<AgendaItem['removed']>,
): Promise<Extract<MeetingProblem, { type: 'item-removed' }>> {
  const person = by === null ? null : await findPerson(queries, by)
  return { type: 'item-removed', by, at, ...(person && { name: person.name }) }
}

type Wish = Pick<BacklogItemBody, 'presenterSeatId' | 'secondCall'> & {
  readonly type: ItemType
  readonly subject: { readonly kind: ItemSubject['kind']; readonly id: string } | null
}

/**
 * What an item names, as it is kept: the text by the digest that the server finds, and only of a decision; of an election
 * the closed list. [V12]
 *
 * - `seat-not-invited`: the presenter's seat is not of this meeting, or of the group.
 * - `invalid-input`: no such text. `item-not-votable`: the text of a group that does not meet here.
 */
export async function checkedItem(
  queries: Queries,
  parts: Pick<MeetingParts, 'subjects'>,
  wish: Wish,
  { placed, group }: Pick<ItemInPlace, 'placed' | 'group'>,
): Promise<Result<Pick<AgendaItem, 'subject' | 'secondCall' | 'presenterSeatId'>, AgendaRefusal>> {
  const { presenterSeatId } = wish
  const seats = placed ? seatsInvited(placed) : group.seats
  if (presenterSeatId !== null && !seats.some(seat => seat.id === presenterSeatId)) {
    return err({ type: 'seat-not-invited', seatId: presenterSeatId })
  }
  const wanted = wish.type === 'election' ? 'election' : wish.type === 'decision' ? 'text' : null
  const isWanted = wish.subject !== null && (wish.subject.kind === 'election') === (wanted === 'election')
  if (wanted === null || wish.subject === null || !isWanted) {
    return ok({ subject: null, secondCall: wish.type === 'decision' && wish.secondCall, presenterSeatId })
  }
  const { kind, id } = wish.subject
  const facts = await parts.subjects[kind].load(queries, id)
  if (!facts) return err({ type: 'invalid-input', errors: [{ path: '/subject/id', message: 'no such text' }] })
  const bodies = placed ? placed.bodies : [group]
  if (!bodies.some(body => body.id === facts.groupId)) return err({ type: 'item-not-votable' })
  return ok({ subject: { kind, id, digest: facts.digest }, secondCall: wish.secondCall, presenterSeatId })
}

/** Calendars show the agenda of a convened meeting: its entry was changed now, though neither its time nor its place. */
export async function noteInCalendars(tx: Tx, deps: Pick<Deps, 'now'>, placed: PlacedMeeting | null): Promise<void> {
  if (placed?.meeting.state === 'convened') await updateMeeting(tx, placed.meeting.id, { changedAt: deps.now() })
}

/** Writes the places that have changed. */
export async function keepOrder(tx: Tx, before: readonly AgendaItem[], after: readonly AgendaItem[]): Promise<void> {
  for (const item of after) {
    const was = before.find(one => one.id === item.id)
    if (!was || was.position !== item.position || was.parentId !== item.parentId) await updateItem(tx, item)
  }
}

/** Strikes items of one agenda, keeps them, and closes the gaps they leave. */
export async function strike(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  items: readonly AgendaItem[],
  struck: readonly AgendaItem[],
  by: Actor['personId'] | null,
): Promise<void> {
  const at = deps.now()
  for (const item of struck) {
    await updateItem(tx, { ...item, removed: { at, by } })
    await appendRecord(tx, deps, {
      act: 'agendaItem.struck',
      actor: by,
      subject: item.id,
      facts: { group: item.groupId, titleDigest: sha256Hex(item.title), meeting: item.meetingId },
    })
  }
  await keepOrder(tx, items, gapless(items.filter(item => !struck.includes(item))))
}
