import { assert, err, ok, type Instant, type MotionId, type PersonId, type Result } from '#shared/core'
import { can, type Actor } from '#shared/access'
import {
  closeMotion as closeNow,
  extendDeadline,
  movesOnAt,
  voteTimes,
  type BallotProblem,
  type DeadlineProblem,
  type SubjectProblem,
} from '#shared/motion'
import type { CommonProblem } from '#shared/problem'
import type { Tx } from '#server/db'
import { findGroup } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { announce } from '../announce.ts'
import { isOver, type MotionWithLog } from '../motion.ts'
import { announceMoved, settleClosed, type Moved } from './settling.ts'
import { accessSubject, mayRead } from '../standing.ts'
import { appendEvent, dueMotions, findMotion, updateDeadline } from '../store.ts'
import type { MotionSubjects } from '../subject.ts'

type ClosingProblem = DeadlineProblem | BallotProblem | SubjectProblem | CommonProblem
/**
 * The chair confirms that all have cast, and the vote closes before its deadline. [V5]
 *
 * - `not-found`, `not-permitted`.
 * - `seats-still-to-cast`, `hold-still-running`, `motion-not-open`: as `closeMotion` in `shared/motion` gives them.
 */
export async function closeMotion(
  deps: Deps,
  subjects: MotionSubjects,
  actor: Actor,
  motionId: MotionId,
): Promise<Result<void, ClosingProblem>> {
  const closed = await deps.transaction(async (tx): Promise<Result<readonly Moved[], ClosingProblem>> => {
    const found = await findForAct(tx, actor, motionId, 'motion.close')
    if (!found.ok) return found
    return close(tx, deps, subjects, found.value, actor.personId)
  })
  if (!closed.ok) return closed
  announceMoved(deps, closed.value)
  return ok()
}

/**
 * Puts the deadline later, by whoever may open such a vote. [V5]
 *
 * - `not-found`, `not-permitted`.
 * - `deadline-passed`, `deadline-not-later`, `deadline-already-extended`, `motion-not-open`.
 * - `closes-too-late`: further away than the deadline of a vote opened now could be.
 */
export async function extendMotion(
  deps: Deps,
  actor: Actor,
  motionId: MotionId,
  closesAt: Instant,
): Promise<Result<void, ClosingProblem>> {
  const extended = await deps.transaction(async (tx): Promise<Result<MotionWithLog, ClosingProblem>> => {
    const found = await findForAct(tx, actor, motionId, 'motion.open')
    if (!found.ok) return found
    const motion = found.value
    const now = deps.now()
    const event = extendDeadline(motion, closesAt, now)
    if (!event.ok) return event
    const latest = now + voteTimes[motion.snapshot.mode].mostMs
    if (closesAt > latest) return err({ type: 'closes-too-late', latest })
    const eventDigest = await appendEvent(tx, motion.id, event.value, deps.newId())
    await updateDeadline(tx, motion.id, closesAt)
    const facts = { seq: event.value.seq, from: motion.closesAt, closesAt, eventDigest }
    await appendRecord(tx, deps, { act: 'motion.extended', actor: actor.personId, subject: motion.id, facts })
    return ok(motion)
  })
  if (!extended.ok) return extended
  announce(deps, extended.value, 'vote')
  return ok()
}

/**
 * Closes every vote whose deadline, or whose hold, is over by now. [V5, V9]
 *
 * Each in a transaction of its own, so that one that fails holds up no other; it is logged and tried again next time.
 *
 * @returns how many it moved on
 */
export async function closeDueMotions(deps: Deps, subjects: MotionSubjects): Promise<number> {
  let moved = 0
  for (const motionId of await dueMotions(deps.read, deps.now())) {
    try {
      const closed = await deps.transaction(async (tx): Promise<Result<readonly Moved[], ClosingProblem>> => {
        const motion = await findMotion(tx, motionId)
        // Somebody may have closed it since it was found due.
        if (!motion || isOver(motion) || (movesOnAt(motion) ?? Infinity) > deps.now()) return ok([])
        return close(tx, deps, subjects, motion, null)
      })
      assert(closed.ok, 'a vote that is due can be closed')
      announceMoved(deps, closed.value)
      moved += closed.value.length
    } catch (error) {
      deps.log.error('motion-not-closed', error, { motion: motionId })
    }
  }
  return moved
}

async function findForAct(
  tx: Tx,
  actor: Actor,
  motionId: MotionId,
  action: 'motion.close' | 'motion.open',
): Promise<Result<MotionWithLog, CommonProblem>> {
  const motion = await findMotion(tx, motionId)
  const group = motion && (await findGroup(tx, motion.groupId))
  if (!group || !mayRead(actor, group, motion)) return err({ type: 'not-found' })
  if (!can(actor, action, accessSubject(group, motion.snapshot.mode))) return err({ type: 'not-permitted' })
  return ok(motion)
}

async function close(
  tx: Tx,
  deps: Deps,
  subjects: MotionSubjects,
  motion: MotionWithLog,
  by: PersonId | null,
): Promise<Result<readonly Moved[], DeadlineProblem | BallotProblem>> {
  const event = closeNow(motion, by, deps.now())
  if (!event.ok) return event
  await appendEvent(tx, motion.id, event.value, deps.newId())
  return ok(await settleClosed(tx, deps, subjects, { ...motion, events: [...motion.events, event.value] }, event.value))
}
