/** The item that everybody looks at, and what becomes of each. [M2] */
import type { Actor } from '#shared/access'
import { err, ok, type AgendaItemId, type MeetingId, type Result } from '#shared/core'
import { itemAfter, startClock, stopClock, type ItemMove } from '#shared/meeting'
import { motionsOfMeeting } from '#server/motion'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { findItem, updateItem } from '../agenda-store.ts'
import type { AgendaItem } from '../meeting.ts'
import type { MeetingParts } from '../ports.ts'
import { updateMeeting } from '../store.ts'
import { actInMeeting, actOnItem, did, notStruck, nothingNew, underWay, type RoomProblem, type Scene } from './act.ts'
import { standClock } from './clock.ts'
import { endSpeech } from './speech.ts'
import { isUnderVote } from './unfinished.ts'

/**
 * Makes an item the current one; the time of the one before is counted up to now, and whoever spoke on it has spoken.
 *
 * - `not-found`: no such meeting, or no such item in it. `not-permitted`: neither chair nor Secretariat.
 * - `meeting-not-under-way`.
 * - `item-removed`: struck from the agenda in the meantime.
 *
 * @param itemId null between items
 */
export function setCurrentItem(
  deps: Deps,
  parts: MeetingParts,
  actor: Actor,
  id: MeetingId,
  itemId: AgendaItemId | null,
) {
  return actInMeeting<void>(deps, actor, 'meeting.conduct', id, async scene => {
    const { tx, meeting, now } = scene
    const runs = underWay(scene)
    if (!runs.ok) return runs
    const found = itemId === null ? ok(null) : await itemOf(scene, itemId)
    if (!found.ok) return found
    const item = found.value
    if (itemId === meeting.currentItemId && (item === null || item.state === 'open')) return nothingNew(undefined)
    if (itemId !== meeting.currentItemId) {
      await standClock(scene)
      await endSpeech(scene, deps)
    }
    if (item) {
      await take(scene, item)
      // Minutes that were put off in this meeting are before it again.
      if (item.type === 'minutesApproval') await parts.minutes.putBefore(tx, deps, item)
    }
    await updateMeeting(tx, id, { currentItemId: itemId })
    await appendRecord(tx, deps, {
      act: itemId === null ? 'agendaItem.left' : 'agendaItem.takenUp',
      at: now,
      actor: actor.personId,
      subject: itemId ?? meeting.currentItemId,
      facts: { meeting: id, ...(itemId !== null && { before: meeting.currentItemId }) },
    })
    return did(undefined)
  })
}

/**
 * Dealt with. If it was the current one, whoever spoke has spoken, and there is none until the next is taken up.
 *
 * - `not-found`, `not-permitted`, `meeting-not-under-way`, `item-removed` as `setCurrentItem`.
 * - `item-moved-on`: postponed in the meantime.
 */
export function finishItem(deps: Deps, parts: MeetingParts, actor: Actor, itemId: AgendaItemId) {
  return moveItem(deps, actor, itemId, 'finish', async ({ tx }, item) => {
    // Minutes that no vote is on wait for another meeting. A vote under it goes on, and so does the meeting.
    await parts.minutes.takenBack(tx, deps, item)
    return ok()
  })
}

/**
 * For the next meeting, to which it is proposed at adjournment.
 *
 * - as `finishItem`, where it was finished; and
 * - `vote-open-in-meeting`: the vote that was opened under it is not over.
 */
export function postponeItem(deps: Deps, parts: MeetingParts, actor: Actor, itemId: AgendaItemId) {
  return moveItem(deps, actor, itemId, 'postpone', async ({ tx, meeting }, item) => {
    const motions = (await motionsOfMeeting(tx, meeting.id)).filter(motion => motion.meeting?.itemId === itemId)
    const motionIds = motions.filter(isUnderVote).map(motion => motion.id)
    if (motionIds.length > 0) return err({ type: 'vote-open-in-meeting', motionIds })
    await parts.minutes.takenBack(tx, deps, item)
    return ok()
  })
}

/** Takes back that it was finished or postponed. Refused as `finishItem`, where it was never taken up. */
export function reopenItem(deps: Deps, parts: MeetingParts, actor: Actor, itemId: AgendaItemId) {
  return moveItem(deps, actor, itemId, 'reopen', async ({ tx }, item) => {
    await parts.minutes.putBefore(tx, deps, item)
    return ok()
  })
}

const pastOf = { finish: 'finished', postpone: 'postponed', reopen: 'reopened' } as const

function moveItem(
  deps: Deps,
  actor: Actor,
  itemId: AgendaItemId,
  move: Exclude<ItemMove, 'take'>,
  work: (scene: Scene, item: AgendaItem) => Promise<Result<void, RoomProblem>>,
) {
  return actOnItem<void>(deps, actor, 'meeting.conduct', itemId, async (scene, item) => {
    const { tx, meeting, now } = scene
    const runs = underWay(scene)
    if (!runs.ok) return runs
    if (item.state === targetOf[move]) return nothingNew(undefined)
    const state = itemAfter(item.state, move)
    if (state === null) return err({ type: 'item-moved-on', state: item.state })
    const worked = await work(scene, item)
    if (!worked.ok) return worked
    await updateItem(tx, { ...stopClock(item, now), state })
    if (meeting.currentItemId === itemId) {
      await endSpeech(scene, deps)
      await updateMeeting(tx, meeting.id, { currentItemId: null })
    }
    await appendRecord(tx, deps, {
      act: `agendaItem.${pastOf[move]}`,
      at: now,
      actor: actor.personId,
      subject: itemId,
      facts: { meeting: meeting.id },
    })
    return did(undefined)
  })
}

const targetOf = { finish: 'finished', postpone: 'postponed', reopen: 'open' } as const

async function itemOf({ tx, meeting }: Scene, itemId: AgendaItemId): Promise<Result<AgendaItem, RoomProblem>> {
  const item = await findItem(tx, itemId)
  return item?.meetingId === meeting.id ? notStruck(item) : err({ type: 'not-found' })
}

async function take({ tx, meeting, now }: Scene, item: AgendaItem): Promise<void> {
  const state = itemAfter(item.state, 'take')
  if (state === null) throw new Error(`an item cannot be taken up when it is ${item.state}`)
  const taken = { ...item, state }
  await updateItem(tx, meeting.state === 'inSession' ? startClock(taken, now) : taken)
}
