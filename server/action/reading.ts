import { can, type Actor } from '#shared/access'
import { inOrderOfDue, isOverdue, mayStillSet } from '#shared/action'
import type { ActionItemListQuery, ActionItemView } from '#shared/action/schema'
import type { GroupId, MeetingId } from '#shared/core'
import { minutesStates } from '#shared/minutes'
import { listGroups } from '#server/group'
import { mayReadOf, meetingsById, type MeetingParts } from '#server/meeting'
import type { Deps } from '../deps.ts'
import type { NamedActionItem } from './action-item.ts'
import { selectActionItems } from './store.ts'

/**
 * What the meetings that this person may read have left to do: what is open first, by its day. [M6, D4]
 *
 * @param query `owner` may be `me`: all seats the person speaks for
 */
export async function listActionItems(
  deps: Pick<Deps, 'read' | 'now'>,
  parts: Pick<MeetingParts, 'minutes'>,
  actor: Actor,
  query: ActionItemListQuery,
): Promise<readonly ActionItemView[]> {
  const now = deps.now()
  const mine = actor.seats.map(seat => seat.seatId)
  const { group, state, meeting, owner } = query
  const owners = owner === undefined ? undefined : owner === ofMine ? mine : [owner]
  const groups = new Map((await listGroups(deps.read)).map(one => [one.id, one]))
  const readable = [...groups.keys()].filter(id => mayReadOf(actor, [id]))
  const found = await selectActionItems(deps.read, { readable, group, state, meeting, owners })
  const meetingIds = [...new Set(found.map(item => item.meetingId))]
  const settable = await stillSet(deps, parts, actor, meetingIds)
  return inOrderOfDue(found).flatMap(item => {
    const of = groups.get(item.groupId)
    if (!of) return []
    const isMine = mine.includes(item.ownerSeatId)
    const subject = { groupId: item.groupId, groupKind: of.kind, seatId: item.ownerSeatId }
    const isOpen = item.state === 'open'
    return [
      {
        ...present(item),
        group: { id: of.id, code: of.code, name: of.name },
        overdue: isOverdue(item, now, item.timeZone),
        mine: isMine,
        may: {
          change: isOpen && settable(item.meetingId, item.groupId),
          close: isOpen && can(actor, 'actionItem.close', subject),
        },
      },
    ]
  })
}

const ofMine: string = 'me'

/** Of which meetings this person still sets and alters the action items. */
async function stillSet(
  deps: Pick<Deps, 'read'>,
  { minutes }: Pick<MeetingParts, 'minutes'>,
  actor: Actor,
  meetingIds: readonly MeetingId[],
): Promise<(meetingId: MeetingId, groupId: GroupId) => boolean> {
  const meetings = await meetingsById(deps.read, meetingIds)
  const standings = await minutes.standings(deps.read, meetingIds)
  const open = new Set<MeetingId>()
  for (const [id, { state }] of meetings) {
    const word = standings.get(id)?.state
    if (mayStillSet(state, minutesStates.find(one => one === word) ?? null)) open.add(id)
  }
  const takers = new Map<MeetingId, Awaited<ReturnType<typeof minutes.takers>>>()
  for (const id of open) takers.set(id, await minutes.takers(deps.read, id))
  return (meetingId, groupId) =>
    open.has(meetingId) && can(actor, 'actionItem.set', { groupId, minuteTakers: takers.get(meetingId) ?? [] })
}

function present(item: NamedActionItem): Omit<ActionItemView, 'group' | 'overdue' | 'mine' | 'may'> {
  const { id, text, dueOn, state, createdAt, closedAt, closedByName, closingNote } = item
  return {
    id,
    meeting: {
      id: item.meetingId,
      title: item.meetingTitle,
      startsAt: item.meetingStartsAt,
      timeZone: item.timeZone,
    },
    item: item.itemId === null ? null : { id: item.itemId, title: item.itemTitle ?? '' },
    text,
    owner: { seatId: item.ownerSeatId, label: item.ownerLabel },
    dueOn,
    state,
    createdAt,
    closed: closedAt === null ? null : { at: closedAt, by: closedByName ?? '', note: closingNote ?? '' },
  }
}
