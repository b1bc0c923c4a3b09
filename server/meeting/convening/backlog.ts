/** What waits for a meeting of the group: proposed by those who prepare it, or left over from the last one. [M2, M7] */
import type { Actor } from '#shared/access'
import { err, ok, sha256Hex, type AgendaItemId, type GroupId, type MeetingId, type Result } from '#shared/core'
import { agendaLimit, gapless } from '#shared/meeting'
import type { BacklogAnswer, BacklogItemBody } from '#shared/meeting/convening/schema'
import type { CommonProblem } from '#shared/problem'
import { appendRecord } from '#server/record'
import { loadGroup } from '#server/group'
import type { Deps } from '../../deps.ts'
import { mayReadOf } from '../access.ts'
import { backlogOf, insertItem, itemsOfMeeting, originsOf, updateItem } from '../agenda-store.ts'
import type { AgendaItem } from '../meeting.ts'
import type { MeetingParts } from '../ports.ts'
import { agendaForAct, checkedItem, groupForAct, itemForAct, type AgendaRefusal } from './agenda-acts.ts'
import { announceMeeting, announcePlans } from './announce.ts'

/**
 * The backlog of a group, the oldest first, for whoever may read its meetings.
 *
 * - `not-found`: no such group, or a hidden one.
 */
export async function readBacklog(
  deps: Pick<Deps, 'read' | 'now'>,
  parts: MeetingParts,
  actor: Actor,
  groupId: GroupId,
): Promise<Result<BacklogAnswer, CommonProblem>> {
  const group = await loadGroup(deps.read, groupId, deps.now())
  if (!group || !mayReadOf(actor, [groupId])) return err({ type: 'not-found' })
  const items = gapless(await backlogOf(deps.read, groupId))
  const origins = await originsOf(
    deps.read,
    items.flatMap(item => item.carriedFromId ?? []),
  )
  const found: BacklogAnswer['items'][number][] = []
  for (const { id, parentId, type, title, note, plannedMinutes, subject, carriedFromId, createdAt } of items) {
    const facts = subject && (await parts.subjects[subject.kind].load(deps.read, subject.id))
    found.push({
      id,
      parentId,
      type,
      title,
      note,
      plannedMinutes,
      subject: subject && { ...subject, title: facts?.title ?? '', name: facts?.name ?? null },
      carriedFrom: (carriedFromId !== null && origins.get(carriedFromId)) || null,
      createdAt,
    })
  }
  return ok({ items: found })
}

/**
 * Proposes an item for a later meeting of the group.
 *
 * - `not-found`, `not-permitted`; `agenda-too-long`: as many wait as an agenda may hold.
 * - `seat-not-invited`, `invalid-input`, `item-not-votable`: of what it names.
 */
export async function proposeItem(
  deps: Deps,
  parts: MeetingParts,
  actor: Actor,
  groupId: GroupId,
  body: BacklogItemBody,
): Promise<Result<AgendaItemId, AgendaRefusal>> {
  const proposed = await deps.transaction(async (tx): Promise<Result<AgendaItemId, AgendaRefusal>> => {
    const found = await groupForAct(tx, actor, groupId, deps.now())
    if (!found.ok) return found
    const waiting = (await backlogOf(tx, groupId)).length
    if (waiting >= agendaLimit) return err({ type: 'agenda-too-long', limit: agendaLimit })
    const checked = await checkedItem(tx, parts, body, { placed: null, group: found.value })
    if (!checked.ok) return checked
    const id = deps.newId<AgendaItemId>()
    await insertItem(tx, {
      ...body,
      ...checked.value,
      id,
      groupId,
      meetingId: null,
      parentId: null,
      position: waiting,
      state: 'planned',
      usedMs: 0,
      openedAt: null,
      secondCallNoticeAt: null,
      carriedFromId: null,
      createdBy: actor.personId,
      createdAt: deps.now(),
      removed: null,
    })
    await appendRecord(tx, deps, {
      act: 'agendaItem.proposed',
      actor: actor.personId,
      subject: id,
      facts: { group: groupId, titleDigest: sha256Hex(body.title), kind: body.type },
    })
    return ok(id)
  })
  if (proposed.ok) announcePlans(deps, groupId)
  return proposed
}

/**
 * Takes an item from the backlog onto a meeting's agenda, last, with its sub-items. Taken twice onto the same agenda it
 * stands there once.
 *
 * - `not-found`, `not-permitted`, `meeting-moved-on`, `item-removed`: of the meeting and of the item.
 * - `not-found`: the item waits for another group, or stands on another agenda by now. `agenda-too-long`.
 */
export async function takeFromBacklog(
  deps: Deps,
  actor: Actor,
  meetingId: MeetingId,
  itemId: AgendaItemId,
): Promise<Result<void, AgendaRefusal>> {
  const taken = await deps.transaction(async (tx): Promise<Result<GroupId, AgendaRefusal>> => {
    const meeting = await agendaForAct(tx, actor, meetingId, deps.now())
    if (!meeting.ok) return meeting
    const found = await itemForAct(tx, actor, itemId, deps.now())
    if (!found.ok) return found
    const { item } = found.value
    if (item.meetingId === meetingId) return ok(item.groupId)
    const { bodies } = meeting.value
    if (item.meetingId !== null || !bodies.some(body => body.id === item.groupId)) return err({ type: 'not-found' })
    const agenda = await itemsOfMeeting(tx, meetingId)
    const subItems = (await backlogOf(tx, item.groupId)).filter(one => one.parentId === itemId)
    if (agenda.length + 1 + subItems.length > agendaLimit) return err({ type: 'agenda-too-long', limit: agendaLimit })
    const position = agenda.filter(one => one.parentId === null).length
    const moved: readonly AgendaItem[] = [
      { ...item, meetingId, parentId: null, position },
      ...subItems.map((one, place) => ({ ...one, meetingId, position: place })),
    ]
    for (const one of moved) await updateItem(tx, one)
    await appendRecord(tx, deps, {
      act: 'agendaItem.scheduled',
      actor: actor.personId,
      subject: itemId,
      facts: {
        group: item.groupId,
        meeting: meetingId,
        titleDigest: sha256Hex(item.title),
        carriedFrom: item.carriedFromId,
      },
    })
    return ok(item.groupId)
  })
  if (!taken.ok) return taken
  announceMeeting(deps, meetingId)
  announcePlans(deps, taken.value)
  return ok(undefined)
}
