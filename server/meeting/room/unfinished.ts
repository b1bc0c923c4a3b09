/** What a meeting did not finish is proposed to the next one: a copy waits in the group's backlog, the item stays. [M2] */
import type { AgendaItemId, Instant } from '#shared/core'
import { itemAfter } from '#shared/meeting'
import type { MotionWithLog } from '#server/motion'
import type { Tx } from '#server/db'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { insertItem, itemsOfMeeting, updateItem } from '../agenda-store.ts'
import type { AgendaItem, Meeting } from '../meeting.ts'
import { insertPaper, papersOf } from '../paper-store.ts'
import type { MeetingParts } from '../ports.ts'
import type { Scene } from './act.ts'

/** Open, or held for the NGO seats: what becomes of its text is not known yet. */
export function isUnderVote({ state }: MotionWithLog): boolean {
  return state === 'open' || state === 'held'
}

/**
 * Marks as postponed what was not finished, and proposes it. An item whose vote has decided its text is finished by that;
 * one whose vote is still held waits for it and is proposed by nobody.
 */
export async function leaveUnfinished(
  scene: Scene,
  deps: Pick<Deps, 'now' | 'newId'>,
  parts: MeetingParts,
  motions: readonly MotionWithLog[],
): Promise<void> {
  const { tx, meeting, now } = scene
  for (const item of await itemsOfMeeting(tx, meeting.id)) {
    if (item.state !== 'planned' && item.state !== 'open') continue
    const ofItem = motions.filter(motion => motion.meeting?.itemId === item.id)
    const settled = ofItem.some(motion => motion.numbered !== null || isUnderVote(motion))
    const over = settled || item.type === 'anyOtherBusiness'
    const state = itemAfter(item.state, over ? 'finish' : 'postpone')
    if (state === null) throw new Error(`an item cannot be left when it is ${item.state}`)
    await updateItem(tx, { ...item, state })
    if (!over) await parts.minutes.takenBack(tx, deps, item)
  }
  await proposeUnfinished(tx, deps, meeting, now)
}

/** Copies the postponed items, sub-items under their item, with their papers. */
async function proposeUnfinished(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  meeting: Meeting,
  now: Instant,
): Promise<void> {
  const items = (await itemsOfMeeting(tx, meeting.id)).filter(isProposed)
  const copies = new Map(items.map(item => [item.id, deps.newId<AgendaItemId>()] as const))
  // An item before its sub-items.
  for (const item of items.toSorted((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null))) {
    const id = copies.get(item.id)
    if (id === undefined) continue
    await insertItem(tx, {
      ...item,
      id,
      meetingId: null,
      parentId: (item.parentId !== null && copies.get(item.parentId)) || null,
      state: 'planned',
      usedMs: 0,
      openedAt: null,
      carriedFromId: item.id,
      createdBy: null,
      createdAt: now,
    })
    for (const paper of await papersOf(tx, [item.id])) {
      await insertPaper(tx, { ...paper, id: deps.newId(), itemId: id })
    }
    await appendRecord(tx, deps, {
      act: 'agendaItem.proposed',
      at: now,
      actor: null,
      subject: id,
      facts: { group: item.groupId, from: item.id, meeting: meeting.id },
    })
  }
}

/** Minutes that were not put to approval come back by themselves, as the next meeting's first items. */
function isProposed(item: AgendaItem): boolean {
  return item.state === 'postponed' && item.type !== 'minutesApproval'
}
