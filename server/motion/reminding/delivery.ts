/**
 * Evidence, in a vote by correspondence, that seats know: who was shown that the vote is open, and who opened the text.
 * For a silence procedure it decides whether the silence means anything. [V11]
 */
import { err, ok, type Instant, type MotionId, type Result, type SeatId } from '#shared/core'
import type { Actor } from '#shared/access'
import { nextSeq, replay, type Delivered, type TextOpened } from '#shared/motion'
import type { CommonProblem } from '#shared/problem'
import type { Tx } from '#server/db'
import { findGroup } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { announceBallots } from '../announce.ts'
import type { MotionWithLog } from '../motion.ts'
import { mayRead, seatsOf } from '../standing.ts'
import { appendEvent, findMotion } from '../store.ts'

/**
 * To be called with the votes that an answer shows to this person, before it is sent. What is noted already is not noted
 * again, so that reading costs a write once for a seat and a vote.
 */
export async function noteDelivery(deps: Deps, actor: Actor, shown: readonly MotionWithLog[]): Promise<void> {
  for (const { id } of shown.filter(motion => seatsToNote(motion, actor, 'delivered', deps.now()).length > 0)) {
    const noted = await deps.transaction(
      async tx => {
        const motion = await findMotion(tx, id)
        return motion && (await note(tx, deps, actor, motion, 'delivered'))
      },
      { commit: 'shared' },
    )
    if (noted) announceBallots(deps, noted)
  }
}

/**
 * The person has the exact text under vote before them.
 *
 * Nothing is noted in a meeting, after the close, a second time for a seat, and of somebody who speaks for none.
 * Fails with `not-found`.
 */
export async function noteTextOpened(
  deps: Deps,
  actor: Actor,
  motionId: MotionId,
): Promise<Result<void, CommonProblem>> {
  const noted = await deps.transaction(async (tx): Promise<Result<MotionWithLog | null, CommonProblem>> => {
    const motion = await findMotion(tx, motionId)
    const group = motion && (await findGroup(tx, motion.groupId))
    if (!group || !mayRead(actor, group, motion)) return err({ type: 'not-found' })
    return ok(await note(tx, deps, actor, motion, 'textOpened'))
  })
  if (!noted.ok) return noted
  if (noted.value) announceBallots(deps, noted.value)
  return ok()
}

type Evidence = Delivered | TextOpened

/** @returns null where there was nothing to note */
async function note(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  motion: MotionWithLog,
  type: Evidence['type'],
): Promise<MotionWithLog | null> {
  const seats = seatsToNote(motion, actor, type, deps.now())
  for (const [index, seatId] of seats.entries()) {
    const seq = nextSeq(motion.events) + index
    const event: Evidence = { type, seq, at: deps.now(), seatId, personId: actor.personId }
    const eventDigest = await appendEvent(tx, motion.id, event, deps.newId())
    const facts = { seq, eventDigest }
    const act = `motion.${type}` as const
    await appendRecord(tx, deps, { act, actor: actor.personId, seat: seatId, subject: motion.id, facts })
  }
  return seats.length > 0 ? motion : null
}

/** The log is read only for a person of the electorate: every list of votes asks this of each. */
function seatsToNote(motion: MotionWithLog, actor: Actor, type: Evidence['type'], now: Instant): readonly SeatId[] {
  if (motion.snapshot.mode === 'meeting' || motion.state !== 'open' || now >= motion.closesAt) return []
  const own = seatsOf(actor.personId, motion)
  if (own.length === 0) return []
  const noted = replay(motion.rules, motion.snapshot, motion.events)[type]
  return own.map(seat => seat.seatId).filter(seatId => !noted.has(seatId))
}
