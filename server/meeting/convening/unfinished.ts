/** What a meeting did not finish: proposed for the group's next one, never moved there silently. [M2] */
import { sha256Hex, type AgendaItemId } from '#shared/core'
import { isAhead, isFixed } from '#shared/meeting'
import type { Tx } from '#server/db'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { carriedItems, insertItem, itemsOfMeeting } from '../agenda-store.ts'
import type { AgendaItem, Meeting } from '../meeting.ts'
import { insertPaper, papersOf } from '../paper-store.ts'
import type { MeetingParts } from '../ports.ts'
import { strike } from './agenda-acts.ts'

/**
 * Proposes every item that is not finished in the group's backlog, as a new item that names the one it goes on with; a
 * sub-item stays with its item where that is proposed too. The items themselves stay as they are. Runs in the transaction
 * of the act that ends the meeting, papers go along, and nothing is proposed twice. The approval of minutes is not proposed: the minutes wait
 * by themselves (`takeBackMinutes`).
 *
 * @returns ids of the items proposed
 */
export async function proposeUnfinished(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  meeting: Pick<Meeting, 'id' | 'groupId'>,
): Promise<readonly AgendaItemId[]> {
  const items = await itemsOfMeeting(tx, meeting.id)
  const carried = await carriedItems(
    tx,
    items.map(item => item.id),
  )
  const unfinished = items.filter(item => item.state !== 'finished' && !isFixed(item) && !carried.has(item.id))
  const proposals = new Map<AgendaItemId, AgendaItemId>()
  // Items before their sub-items, which name them.
  for (const item of unfinished.toSorted((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null))) {
    const id = deps.newId<AgendaItemId>()
    proposals.set(item.id, id)
    const parentId = item.parentId === null ? null : (proposals.get(item.parentId) ?? null)
    await insertItem(tx, proposalOf(item, { id, parentId, groupId: meeting.groupId, createdAt: deps.now() }))
    for (const paper of await papersOf(tx, [item.id])) await insertPaper(tx, { ...paper, id: deps.newId(), itemId: id })
    await appendRecord(tx, deps, {
      act: 'agendaItem.proposed',
      actor: null,
      subject: id,
      facts: {
        group: meeting.groupId,
        titleDigest: sha256Hex(item.title),
        meeting: meeting.id,
        carriedFrom: item.id,
      },
    })
  }
  return [...proposals.values()]
}

function proposalOf(
  { type, title, note, presenterSeatId, plannedMinutes, subject, secondCall, position, id: carriedFromId }: AgendaItem,
  place: Pick<AgendaItem, 'id' | 'parentId' | 'groupId' | 'createdAt'>,
): AgendaItem {
  return {
    ...place,
    meetingId: null,
    position,
    type,
    title,
    note,
    presenterSeatId,
    plannedMinutes,
    state: 'planned',
    usedMs: 0,
    openedAt: null,
    subject,
    secondCall,
    secondCallNoticeAt: null,
    carriedFromId,
    createdBy: null,
    removed: null,
  }
}

/**
 * Tells the minutes that were to be approved in this meeting that it did not come to it: they wait for another. Before the
 * meeting has begun their items are struck too; afterwards the agenda stays as it was.
 */
export async function takeBackMinutes(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  parts: Pick<MeetingParts, 'minutes'>,
  meeting: Pick<Meeting, 'id' | 'state'>,
): Promise<void> {
  const items = await itemsOfMeeting(tx, meeting.id)
  const approvals = items.filter(isFixed)
  for (const item of approvals) await parts.minutes.takenBack(tx, deps, item)
  if (approvals.length > 0 && isAhead(meeting.state)) await strike(tx, deps, items, approvals, null)
}
