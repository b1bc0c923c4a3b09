/** How the items of a meeting stand when it is over: finished, or postponed and proposed to the next one. [M2] */
import { itemAfter } from '#shared/meeting'
import type { MotionWithLog } from '#server/motion'
import type { Deps } from '../../deps.ts'
import { itemsOfMeeting, updateItem } from '../agenda-store.ts'
import { proposeUnfinished } from '../convening/unfinished.ts'
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
  { tx, meeting }: Scene,
  deps: Pick<Deps, 'now' | 'newId'>,
  parts: MeetingParts,
  motions: readonly MotionWithLog[],
): Promise<void> {
  for (const item of await itemsOfMeeting(tx, meeting.id)) {
    // Minutes that no vote decided wait for another meeting, however their item ended.
    if (item.type === 'minutesApproval') await parts.minutes.takenBack(tx, deps, item)
    if (item.state !== 'planned' && item.state !== 'open') continue
    const ofItem = motions.filter(motion => motion.meeting?.itemId === item.id)
    const settled = ofItem.some(motion => motion.numbered !== null || isUnderVote(motion))
    const over = settled || item.type === 'anyOtherBusiness'
    const state = itemAfter(item.state, over ? 'finish' : 'postpone')
    if (state === null) throw new Error(`an item cannot be left when it is ${item.state}`)
    await updateItem(tx, { ...item, state })
  }
  await proposeUnfinished(tx, deps, meeting)
}
