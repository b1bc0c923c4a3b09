/** The agenda, edited live by chair and Secretariat. [M1, M2] */
import type { Actor } from '#shared/access'
import { err, ok, sha256Hex, type AgendaItemId, type MeetingId, type Result } from '#shared/core'
import { agendaLimit, isFixed, place } from '#shared/meeting'
import type { ItemBody, ItemChangeBody, MoveBody } from '#shared/meeting/convening/schema'
import type { Tx } from '#server/db'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { findItem, insertItem, itemsOfMeeting, updateItem } from '../agenda-store.ts'
import type { AgendaItem } from '../meeting.ts'
import type { MeetingParts } from '../ports.ts'
import {
  agendaForAct,
  checkedItem,
  itemForAct,
  keepOrder,
  noteInCalendars,
  removedProblem,
  strike,
  type AgendaRefusal,
  type ItemInPlace,
} from './agenda-acts.ts'
import { announceMeeting, announcePlans } from './announce.ts'

/**
 * Adds an item, last among its siblings.
 *
 * - `not-found`, `not-permitted`; `meeting-moved-on`: the meeting is over or was cancelled.
 * - `agenda-too-long`; `item-removed`, `item-too-deep`, `item-fixed`: of the item it would belong to.
 * - `seat-not-invited`, `invalid-input`, `item-not-votable`: of what it names.
 */
export async function addItem(
  deps: Deps,
  parts: MeetingParts,
  actor: Actor,
  meetingId: MeetingId,
  { parentId, ...body }: ItemBody,
): Promise<Result<AgendaItemId, AgendaRefusal>> {
  const added = await deps.transaction(async (tx): Promise<Result<AgendaItemId, AgendaRefusal>> => {
    const found = await agendaForAct(tx, actor, meetingId, deps.now())
    if (!found.ok) return found
    const { group } = found.value
    const items = await itemsOfMeeting(tx, meetingId)
    if (items.length >= agendaLimit) return err({ type: 'agenda-too-long', limit: agendaLimit })
    const parent = await standing(tx, items, parentId)
    if (!parent.ok) return parent
    const checked = await checkedItem(tx, parts, body, { placed: found.value, group })
    if (!checked.ok) return checked
    const item: AgendaItem = {
      ...body,
      ...checked.value,
      id: deps.newId<AgendaItemId>(),
      groupId: group.id,
      meetingId,
      parentId,
      position: 0,
      state: 'planned',
      usedMs: 0,
      openedAt: null,
      secondCallNoticeAt: null,
      carriedFromId: null,
      createdBy: actor.personId,
      createdAt: deps.now(),
      removed: null,
    }
    const last = items.filter(one => one.parentId === parentId).at(-1)
    const placed = place(items, item, { parentId, after: last?.id ?? null })
    if (!placed.ok) return placed
    await insertItem(tx, placed.value.find(one => one.id === item.id) ?? item)
    await appendRecord(tx, deps, {
      act: 'agendaItem.added',
      actor: actor.personId,
      subject: item.id,
      facts: {
        group: group.id,
        meeting: meetingId,
        titleDigest: sha256Hex(item.title),
        kind: item.type,
        digest: digestIn(item),
      },
    })
    await noteInCalendars(tx, deps, found.value)
    return ok(item.id)
  })
  if (added.ok) announceMeeting(deps, meetingId)
  return added
}

/**
 * Changes what is asked for, of an item on an agenda or in a backlog. A second call that is given another text, or whose
 * flag is set after the notice went out, is named by no notice. [V6]
 *
 * - `not-found`, `not-permitted`, `meeting-moved-on`, `item-removed`.
 * - `item-fixed`: the approval of minutes. `item-taken-up`: its type or text, once the meeting has begun with it.
 * - `seat-not-invited`, `invalid-input`, `item-not-votable`: of what it would name.
 */
export async function changeItem(
  deps: Deps,
  parts: MeetingParts,
  actor: Actor,
  id: AgendaItemId,
  change: ItemChangeBody,
): Promise<Result<void, AgendaRefusal>> {
  return actOnItem(deps, actor, id, async (tx, { item, ...at }) => {
    if (isFixed(item)) return err({ type: 'item-fixed' })
    const retyped = (change.type ?? item.type) !== item.type
    const rebound = change.subject !== undefined && change.subject?.id !== item.subject?.id
    if (item.state !== 'planned' && (retyped || rebound)) return err({ type: 'item-taken-up', state: item.state })
    const { type = item.type, title = item.title, note = item.note, plannedMinutes = item.plannedMinutes } = change
    const { presenterSeatId = item.presenterSeatId, secondCall = item.secondCall, subject = item.subject } = change
    const checked = await checkedItem(tx, parts, { type, presenterSeatId, secondCall, subject }, at)
    if (!checked.ok) return checked
    // A text kept as it was keeps the digest it was put on the agenda with.
    const bound = rebound || retyped ? checked.value.subject : item.subject
    // The notice named this text as the second call; another text, or a flag set since, it did not.
    const named = checked.value.secondCall && !rebound && !retyped
    const changed: AgendaItem = {
      ...item,
      type,
      title,
      note,
      plannedMinutes,
      ...checked.value,
      subject: bound,
      secondCallNoticeAt: named ? item.secondCallNoticeAt : null,
    }
    await updateItem(tx, changed)
    await appendRecord(tx, deps, {
      act: 'agendaItem.changed',
      actor: actor.personId,
      subject: id,
      facts: { ...aboutItem(changed), fields: Object.keys(change), digest: digestIn(changed) },
    })
    return ok(undefined)
  })
}

/**
 * Moves an item on its agenda. Two who move at once both find an order without gaps; the later move is made in the order
 * that the earlier one left.
 *
 * - `not-found`, `not-permitted`, `meeting-moved-on`.
 * - `item-removed`: somebody struck it, or the item it was to follow or belong to.
 * - `item-fixed`, `item-too-deep`: as `place` says. An item of a backlog has no place: `not-found`.
 */
export async function moveItem(
  deps: Deps,
  actor: Actor,
  id: AgendaItemId,
  { parentId, after }: MoveBody,
): Promise<Result<void, AgendaRefusal>> {
  return actOnItem(deps, actor, id, async (tx, { item, placed }) => {
    if (!placed) return err({ type: 'not-found' })
    const items = await itemsOfMeeting(tx, placed.meeting.id)
    for (const named of [parentId, after]) {
      const stands = await standing(tx, items, named)
      if (!stands.ok) return stands
    }
    const moved = place(items, item, { parentId, after })
    if (!moved.ok) return moved
    await keepOrder(tx, items, moved.value)
    const position = moved.value.find(one => one.id === id)?.position ?? 0
    await appendRecord(tx, deps, {
      act: 'agendaItem.moved',
      actor: actor.personId,
      subject: id,
      facts: { ...aboutItem(item), parent: parentId, position },
    })
    return ok(undefined)
  })
}

/**
 * Strikes an item with its sub-items; they are kept, and stand on no agenda.
 *
 * - `not-found`, `not-permitted`, `meeting-moved-on`, `item-removed`.
 * - `item-fixed`: the approval of minutes. `item-taken-up`: the meeting has begun with it, or with a sub-item.
 * - `item-in-minutes`: something stands under it, or under a sub-item, that the minutes would lose.
 */
export async function strikeItem(
  deps: Deps,
  { minutes }: Pick<MeetingParts, 'minutes'>,
  actor: Actor,
  id: AgendaItemId,
): Promise<Result<void, AgendaRefusal>> {
  return actOnItem(deps, actor, id, async (tx, { item, placed }) => {
    if (isFixed(item)) return err({ type: 'item-fixed' })
    const items = placed ? await itemsOfMeeting(tx, placed.meeting.id) : [item]
    const struck = items.filter(one => one.id === id || one.parentId === id)
    const begun = struck.find(one => one.state !== 'planned')
    if (begun) return err({ type: 'item-taken-up', state: begun.state })
    const ids = struck.map(one => one.id)
    const noted = placed && (await minutes.standsUnder(tx, placed.meeting.id, ids, deps.now()))
    if (noted) return err({ type: 'item-in-minutes', itemId: noted })
    await strike(tx, deps, items, struck, actor.personId)
    return ok(undefined)
  })
}

async function actOnItem(
  deps: Deps,
  actor: Actor,
  id: AgendaItemId,
  work: (tx: Tx, found: ItemInPlace) => Promise<Result<void, AgendaRefusal>>,
): Promise<Result<void, AgendaRefusal>> {
  const acted = await deps.transaction(async (tx): Promise<Result<ItemInPlace, AgendaRefusal>> => {
    const found = await itemForAct(tx, actor, id, deps.now())
    if (!found.ok) return found
    const done = await work(tx, found.value)
    if (!done.ok) return done
    await noteInCalendars(tx, deps, found.value.placed)
    return found
  })
  if (!acted.ok) return acted
  const { placed, group } = acted.value
  if (placed) announceMeeting(deps, placed.meeting.id)
  else announcePlans(deps, group.id)
  return ok(undefined)
}

/** An item that another one is to follow or belong to stands on the agenda; none is named by null. */
async function standing(
  tx: Tx,
  items: readonly AgendaItem[],
  id: AgendaItemId | null,
): Promise<Result<void, AgendaRefusal>> {
  if (id === null || items.some(item => item.id === id)) return ok(undefined)
  const item = await findItem(tx, id)
  return err(item?.removed ? await removedProblem(tx, item.removed) : { type: 'not-found' })
}

/** Of its words the digest: the record is open to readers for whom a draft, or another group's agenda, is not. [D4] */
function aboutItem({ groupId, meetingId, title }: AgendaItem) {
  return { group: groupId, meeting: meetingId, titleDigest: sha256Hex(title) }
}

function digestIn({ subject }: AgendaItem): string | null {
  return subject?.digest ?? null
}
