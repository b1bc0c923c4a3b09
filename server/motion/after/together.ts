/** Acts on a vote that take two persons: one asks, another confirms within 24 hours, and both steps are on record. */
import { can, type Actor } from '#shared/access'
import {
  assertNever,
  err,
  ok,
  sha256Hex,
  type Instant,
  type JointActId,
  type MotionId,
  type PersonId,
  type Result,
} from '#shared/core'
import type { Group } from '#shared/group'
import {
  answerTogether,
  askStateAt,
  askTogether,
  awaitsCertification,
  capacitiesOf,
  certifiableFrom,
  confirmTogether,
  movesOnAt,
  pauseMotion,
  replay,
  resumeMotion,
  spokenSeats,
  type AfterVoteProblem,
  type Capacity,
  type JointAct,
  type MotionProblem,
} from '#shared/motion'
import type { JointActBody } from '#shared/motion/schema'
import type { CommonProblem } from '#shared/problem'
import type { Queries, Tx } from '#server/db'
import { findGroup, loadActor } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { announce } from '../announce.ts'
import { motionStateOf, type MotionWithLog } from '../motion.ts'
import { announceMoved, type Moved } from '../closing/settling.ts'
import { accessSubject, mayRead } from '../standing.ts'
import { statementVersions } from './statement-store.ts'
import { appendEvent, findMotion } from '../store.ts'
import { standingAsks } from './asks.ts'
import { takenUpBy } from './rounds.ts'
import type { MotionSubjects } from '../subject.ts'
import {
  endJointAct,
  findJointAct,
  insertJointAct,
  jointActsOf,
  updateAfter,
  type StoredJointAct,
} from './together-store.ts'
import { notVoidable, voidVote } from './voiding.ts'

type Refusal = MotionProblem | CommonProblem

/**
 * Asks for an act of two; nothing happens to the vote until somebody else confirms it.
 *
 * - `not-found`; `not-permitted`: neither of the two.
 * - `vote-moved-on`: the vote allows no such act now. `joint-act-pending`: it is asked for already.
 * - `certification-too-early`: see `certifiableFrom` in `shared/motion`. `already-reconciled`, `text-taken-up`: nothing is
 *   left to reconcile. `vote-not-voidable`: what was decided is relied on.
 */
export async function askForJointAct(
  deps: Deps,
  subjects: MotionSubjects,
  actor: Actor,
  motionId: MotionId,
  input: JointActBody,
): Promise<Result<JointActId, Refusal>> {
  const asked = await deps.transaction(
    async (tx): Promise<Result<{ readonly id: JointActId; readonly motion: MotionWithLog }, Refusal>> => {
      const at = deps.now()
      const found = await findReadable(tx, actor, motionId, at)
      if (!found.ok) return found
      const { motion, group, held } = found.value
      const capacity = askTogether(input.act, motionStateOf(motion), held)
      if (!capacity.ok) return capacity
      const earlier = await standingAsks(tx, group, await jointActsOf(tx, motionId), at)
      const isPending = earlier.some(one => one.act === input.act && askStateAt(one, at) === 'asked')
      if (isPending) return err({ type: 'joint-act-pending' })
      const refused = await notNow(tx, subjects, motion, input.act, at)
      if (refused) return err(refused)

      const id = deps.newId<JointActId>()
      const cause = input.act === 'void' ? input.cause : null
      const { act, text } = input
      const ask = { id, motionId, act, cause, text, askedBy: actor.personId, askedAs: capacity.value, askedAt: at }
      await insertJointAct(tx, ask)
      await appendRecord(tx, deps, {
        act: 'motion.jointActAsked',
        at,
        actor: actor.personId,
        subject: motionId,
        facts: {
          jointAct: id,
          what: act,
          as: capacity.value,
          ...(cause !== null && { cause }),
          textDigest: sha256Hex(text),
        },
      })
      return ok({ id, motion })
    },
  )
  if (!asked.ok) return asked
  announce(deps, asked.value.motion, 'vote')
  return ok(asked.value.id)
}

/**
 * Confirms what another has asked for, and it happens.
 *
 * - `not-found`, and what `confirmTogether` in `shared/motion` refuses.
 * - what `askForJointAct` refuses, and what the vote's own log refuses.
 */
export async function confirmJointAct(
  deps: Deps,
  subjects: MotionSubjects,
  actor: Actor,
  motionId: MotionId,
  id: JointActId,
): Promise<Result<void, Refusal>> {
  const done = await deps.transaction(async (tx): Promise<Result<Moved, Refusal>> => {
    const at = deps.now()
    const found = await findAsk(tx, actor, motionId, id, at)
    if (!found.ok) return found
    const { motion, held, ask } = found.value
    const confirmed = confirmTogether(ask, motionStateOf(motion), { personId: actor.personId, held }, at)
    if (!confirmed.ok) return confirmed
    const refused = await notNow(tx, subjects, motion, ask.act, at)
    if (refused) return err(refused)
    const carried = await carryOut(tx, deps, subjects, motion, ask, actor.personId, at)
    if (!carried.ok) return carried
    await endJointAct(tx, id, { state: 'confirmed', endedAt: at, answeredBy: actor.personId })
    return carried
  })
  if (!done.ok) return done
  announceMoved(deps, [done.value])
  return ok()
}

/**
 * Whoever asked takes it back; whoever would confirm declines. Nothing happens to the vote, and both see it.
 *
 * Fails with `not-found`, `not-permitted` for everybody else, and `joint-act-over`.
 */
export async function dropJointAct(
  deps: Deps,
  actor: Actor,
  motionId: MotionId,
  id: JointActId,
): Promise<Result<void, Refusal>> {
  const dropped = await deps.transaction(async (tx): Promise<Result<MotionWithLog, Refusal>> => {
    const at = deps.now()
    const found = await findAsk(tx, actor, motionId, id, at)
    if (!found.ok) return found
    const { motion, held, ask } = found.value
    const end = endedBy(ask, { personId: actor.personId, held }, at)
    if (!end.ok) return end
    await endJointAct(tx, id, { ...end.value, endedAt: at })
    await appendRecord(tx, deps, {
      act: end.value.state === 'declined' ? 'motion.jointActDeclined' : 'motion.jointActWithdrawn',
      at,
      actor: actor.personId,
      subject: motionId,
      facts: { jointAct: id, what: ask.act },
    })
    return ok(motion)
  })
  if (!dropped.ok) return dropped
  announce(deps, dropped.value, 'vote')
  return ok()
}

function endedBy(
  ask: StoredJointAct,
  person: { readonly personId: PersonId; readonly held: readonly Capacity[] },
  at: Instant,
): Result<{ readonly state: 'declined' | 'withdrawn'; readonly answeredBy: PersonId | null }, Refusal> {
  if (ask.askedBy !== person.personId) {
    const answered = answerTogether(ask, person, at)
    return answered.ok ? ok({ state: 'declined', answeredBy: person.personId }) : answered
  }
  const state = askStateAt(ask, at)
  return state === 'asked' ? ok({ state: 'withdrawn', answeredBy: null }) : err({ type: 'joint-act-over', state })
}

/**
 * A certified outcome is published by the Secretariat.
 *
 * - `not-found`, `not-permitted`; `vote-moved-on`: not certified, or published already.
 */
export async function publishVote(deps: Deps, actor: Actor, motionId: MotionId): Promise<Result<void, Refusal>> {
  const published = await deps.transaction(async (tx): Promise<Result<MotionWithLog, Refusal>> => {
    const at = deps.now()
    const found = await findReadable(tx, actor, motionId, at)
    if (!found.ok) return found
    const { motion, group, present } = found.value
    if (!can(present, 'motion.publish', accessSubject(group))) return err({ type: 'not-permitted' })
    const state = motionStateOf(motion)
    if (state !== 'certified') return err({ type: 'vote-moved-on', state })
    await updateAfter(tx, motionId, { publishedAt: at })
    const facts = { digest: motion.digest, outcome: motion.decision?.outcome ?? 'OPEN' }
    await appendRecord(tx, deps, { act: 'motion.published', at, actor: actor.personId, subject: motionId, facts })
    return ok(motion)
  })
  if (!published.ok) return published
  announce(deps, published.value, 'moved')
  return ok()
}

async function carryOut(
  tx: Tx,
  deps: Deps,
  subjects: MotionSubjects,
  motion: MotionWithLog,
  ask: StoredJointAct,
  confirmedBy: PersonId,
  at: Instant,
): Promise<Result<Moved, Refusal>> {
  const asked = { jointAct: ask.id, askedBy: ask.askedBy, textDigest: sha256Hex(ask.text) }
  const entry = { at, actor: confirmedBy, subject: motion.id }
  switch (ask.act) {
    case 'pause':
    case 'resume': {
      const event = ask.act === 'pause' ? pauseMotion(motion, at) : resumeMotion(motion, at)
      if (!event.ok) return event
      const eventDigest = await appendEvent(tx, motion.id, event.value, deps.newId())
      const moved = { ...motion, events: [...motion.events, event.value] }
      const { closesAt } = replay(moved.rules, moved.snapshot, moved.events)
      // Nobody is reminded in the pause; after it the reminders are reckoned anew.
      const remindAt = ask.act === 'pause' ? null : 0
      await updateAfter(tx, motion.id, { closesAt, dueAt: movesOnAt(moved), remindAt })
      const act = ask.act === 'pause' ? 'motion.paused' : 'motion.resumed'
      const facts = { ...asked, seq: event.value.seq, closesAt, eventDigest }
      await appendRecord(tx, deps, { ...entry, act, facts })
      return ok({ motion: moved, accessChanged: false })
    }
    case 'void': {
      const by = [ask.askedBy, confirmedBy] as const
      return voidVote(tx, deps, subjects, motion, { cause: ask.cause ?? 'technicalFault', by, jointAct: ask.id }, at)
    }
    case 'certify': {
      await updateAfter(tx, motion.id, { certifiedAt: at })
      const facts = { ...asked, digest: motion.digest, outcome: motion.decision?.outcome ?? 'OPEN' }
      await appendRecord(tx, deps, { ...entry, act: 'motion.certified', facts })
      const subject = subjects[motion.subjectKind]
      const told = awaitsCertification({ ...motion, outcome: motion.decision?.outcome ?? null })
        ? await subject.certified?.(tx, deps, motion.subjectId, { at, motionId: motion.id })
        : undefined
      return ok({ motion, accessChanged: false, ...told })
    }
    case 'reconcile':
      await updateAfter(tx, motion.id, { reconciledAt: at })
      await appendRecord(tx, deps, { ...entry, act: 'motion.reconciled', facts: { ...asked, digest: motion.digest } })
      return ok({ motion, accessChanged: false })
    default:
      return assertNever(ask.act)
  }
}

/** What stands against an act that the table of moves allows; null where nothing does. [V9] */
async function notNow(
  queries: Queries,
  subjects: MotionSubjects,
  motion: MotionWithLog,
  act: JointAct,
  at: Instant,
): Promise<AfterVoteProblem | null> {
  if (act === 'reconcile') {
    if (motion.reconciledAt !== null) return { type: 'already-reconciled' }
    const takenUp = await takenUpBy(queries, motion)
    return takenUp === null ? null : { type: 'text-taken-up', motionId: takenUp }
  }
  if (act === 'void') return notVoidable(queries, subjects, motion)
  if (act !== 'certify') return null
  const spoken = spokenSeats(await statementVersions(queries, [motion.id]), motion.certifiedAt)
  const from = certifiableFrom({ ...motion, outcome: motion.decision?.outcome ?? null }, spoken)
  return at < from ? { type: 'certification-too-early', from } : null
}

interface Found {
  readonly motion: MotionWithLog
  readonly group: Group
  readonly present: Actor
  readonly held: readonly Capacity[]
}

/** By the offices and seats of this moment: whoever was let in may have lost theirs before their turn to write came. */
async function findReadable(
  tx: Tx,
  actor: Actor,
  motionId: MotionId,
  at: Instant,
): Promise<Result<Found, CommonProblem>> {
  const present = await loadActor(tx, actor.personId, at)
  const motion = await findMotion(tx, motionId)
  const group = motion && (await findGroup(tx, motion.groupId))
  if (!group || !mayRead(present, group, motion)) return err({ type: 'not-found' })
  return ok({ motion, group, present, held: capacitiesOf(present, group) })
}

async function findAsk(
  tx: Tx,
  actor: Actor,
  motionId: MotionId,
  id: JointActId,
  at: Instant,
): Promise<Result<Found & { readonly ask: StoredJointAct }, CommonProblem>> {
  const found = await findReadable(tx, actor, motionId, at)
  if (!found.ok) return found
  const stored = await findJointAct(tx, id)
  if (stored?.motionId !== motionId) return err({ type: 'not-found' })
  const [ask = stored] = await standingAsks(tx, found.value.group, [stored], at)
  return ok({ ...found.value, ask })
}
