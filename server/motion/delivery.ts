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
import type { Deps } from '../deps.ts'
import { announce } from './announce.ts'
import type { MotionWithLog } from './motion.ts'
import { mayRead, seatsOf } from './standing.ts'
import { appendEvent, findMotion } from './store.ts'

/**
 * To be called with the votes that an answer shows to this person, before it is sent. What is noted already is not noted
 * again, so that reading costs a write once for a seat and a vote.
 */
export async function noteDelivery(deps: Deps, actor: Actor, shown: readonly MotionWithLog[]): Promise<void> {
  for (const motion of shown) {
    if (unreachedSeats(motion, actor, deps.now()).length === 0) continue
    const noted = await deps.transaction(async tx => {
      const fresh = await findMotion(tx, motion.id)
      const seats = fresh ? unreachedSeats(fresh, actor, deps.now()) : []
      let events = fresh?.events ?? []
      for (const seatId of seats) {
        const event = {
          type: 'delivered',
          seq: nextSeq(events),
          at: deps.now(),
          seatId,
          personId: actor.personId,
        } as const
        await append(tx, deps, motion.id, event)
        events = [...events, event]
      }
      return seats.length > 0
    })
    if (noted) announce(deps, motion, 'ballots')
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
    const { textOpened } = replay(motion.rules, motion.snapshot, motion.events)
    const seats = seatsToNote(motion, actor, deps.now()).filter(seatId => !textOpened.has(seatId))
    let events = motion.events
    for (const seatId of seats) {
      const event = {
        type: 'textOpened',
        seq: nextSeq(events),
        at: deps.now(),
        seatId,
        personId: actor.personId,
      } as const
      await append(tx, deps, motion.id, event)
      events = [...events, event]
    }
    return ok(seats.length > 0 ? motion : null)
  })
  if (!noted.ok) return noted
  if (noted.value) announce(deps, noted.value, 'ballots')
  return ok()
}

function unreachedSeats(motion: MotionWithLog, actor: Actor, now: Instant): readonly SeatId[] {
  const { delivered } = replay(motion.rules, motion.snapshot, motion.events)
  return seatsToNote(motion, actor, now).filter(seatId => !delivered.has(seatId))
}

function seatsToNote(motion: MotionWithLog, actor: Actor, now: Instant): readonly SeatId[] {
  if (motion.snapshot.mode === 'meeting' || motion.state !== 'open' || now >= motion.closesAt) return []
  return seatsOf(actor.personId, motion).map(seat => seat.seatId)
}

async function append(tx: Tx, deps: Deps, motionId: MotionId, event: Delivered | TextOpened): Promise<void> {
  const eventDigest = await appendEvent(tx, motionId, event, deps.newId())
  const facts = { seq: event.seq, eventDigest }
  const act = event.type === 'delivered' ? 'motion.delivered' : 'motion.textOpened'
  await appendRecord(tx, deps, { act, actor: event.personId, seat: event.seatId, subject: motionId, facts })
}
