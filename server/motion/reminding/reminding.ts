/**
 * Reminders of votes by correspondence. There is no e-mail: a reminder is an entry in the record that names the seats, and
 * a hint to every open page, where the vote then weighs more. [V5, V11]
 */
import { dueReminder, nextReminderAt, replay, seatsToRemind } from '#shared/motion'
import type { MotionId } from '#shared/core'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { announce } from '../announce.ts'
import type { MotionWithLog } from '../motion.ts'
import { insertReminder, motionsToRemind, remindersOf, updateRemindAt } from './reminder-store.ts'
import { findMotion } from '../store.ts'

/**
 * Reminds the seats of every vote whose time for it has come, each vote in a transaction of its own.
 *
 * @returns how many reminders went out
 */
export async function remindDueMotions(deps: Deps): Promise<number> {
  let sent = 0
  for (const motionId of await motionsToRemind(deps.read, deps.now())) {
    try {
      const reminded = await remind(deps, motionId)
      if (!reminded) continue
      announce(deps, reminded, 'vote')
      sent++
    } catch (error) {
      deps.log.error('motion-not-reminded', error, { motion: motionId })
    }
  }
  return sent
}

/** @returns the vote of which a reminder went out; null where none was due, or every seat has acted */
function remind(deps: Deps, motionId: MotionId): Promise<MotionWithLog | null> {
  return deps.transaction(async tx => {
    const now = deps.now()
    const motion = await findMotion(tx, motionId)
    if (motion?.state !== 'open' || motion.snapshot.mode === 'meeting') {
      await updateRemindAt(tx, motionId, null)
      return null
    }
    const proceedings = replay(motion.rules, motion.snapshot, motion.events)
    // While it is paused nobody can cast; the deadline moves, and is looked at again then.
    if (proceedings.phase.name !== 'open') return null
    const times = { openedAt: motion.openedAt, closesAt: proceedings.closesAt }
    const lastAt = (await remindersOf(tx, motionId)).at(-1)?.at ?? motion.openedAt
    const stage = dueReminder(times, lastAt, now)
    await updateRemindAt(tx, motionId, nextReminderAt(times, now))
    const seats = seatsToRemind(motion.snapshot, proceedings)
    if (stage === null || seats.length === 0 || now >= proceedings.closesAt) return null
    await insertReminder(tx, { id: deps.newId(), motionId, stage, at: now, seats })
    const facts = { stage, closesAt: proceedings.closesAt, seats: [...seats] }
    await appendRecord(tx, deps, { act: 'motion.reminded', at: now, actor: null, subject: motionId, facts })
    return motion
  })
}
