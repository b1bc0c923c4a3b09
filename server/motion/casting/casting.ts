import { assert, err, ok, sha256Hex, type Instant, type MotionId, type PersonId, type Result } from '#shared/core'
import type { Actor } from '#shared/access'
import {
  castBallot as judgeAndCast,
  castSecret,
  nextSeq,
  paperFor,
  type Ballot,
  type BallotInput,
  type BallotProblem,
  type SecretCast,
} from '#shared/motion'
import type { SecretBallotBody } from '#shared/motion/schema'
import type { PeopleProblem } from '#shared/people'
import type { CommonProblem } from '#shared/problem'
import type { Tx } from '#server/db'
import { findGroup } from '#server/group'
import { findPerson } from '#server/people'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { announceBallots } from '../announce.ts'
import { announceMoved, settleIfEnded, type Moved } from '../closing/settling.ts'
import type { MotionWithLog } from '../motion.ts'
import { mayRead } from '../standing.ts'
import { boxOf, countRefusedOf, keepRefusedBallot, putIntoBox } from './ballot-store.ts'
import { appendEvent, findMotion } from '../store.ts'
import type { MotionSubjects } from '../subject.ts'

type CastingProblem = BallotProblem | SuspendedProblem | CommonProblem
type SuspendedProblem = Extract<PeopleProblem, { readonly type: 'access-suspended' }>

/**
 * Casts a ballot for a seat the person was accredited for at opening, or changes the one cast before. [V1, V3, V4, V5]
 *
 * When it resolves with a ballot, the ballot is on disk and counts. A ballot that is refused leaves evidence, with an entry in
 * the record. One that breaks a silence ends the vote with it. [V11]
 *
 * - `not-found`: no such vote, or not one this person may see.
 * - `access-suspended`: since the request was let in.
 * - the refusals of `castBallot` in `shared/motion`.
 */
export async function castBallot(
  deps: Deps,
  subjects: MotionSubjects,
  actor: Actor,
  motionId: MotionId,
  input: Omit<BallotInput, 'personId'>,
): Promise<Result<Ballot, CastingProblem>> {
  // Now, and not when its turn to be written comes: what waits in the server has been received. [V5]
  const receivedAt = deps.now()
  const cast = await deps.transaction(
    async (tx): Promise<Result<Cast & { readonly ballot: Ballot }, CastingProblem>> => {
      const found = await findForCasting(tx, actor, motionId)
      if (!found.ok) return found
      const motion = found.value
      const attempt = { ...input, personId: actor.personId }
      const result = (await barred(tx, actor)) ?? judgeAndCast(motion, attempt, receivedAt)
      if (!result.ok) {
        await keepEvidence(tx, deps, motion, attempt, receivedAt, result.problem)
        return result
      }
      const ballot = result.value
      const events = [...motion.events, ballot]
      await appendCast(tx, deps, motion, ballot)
      const ended = await settleIfEnded(tx, deps, subjects, { ...motion, events }, ballot.receivedAt)
      return ok({ motion, ended, ballot })
    },
    { commit: 'shared' },
  )
  if (!cast.ok) return cast
  announceCast(deps, cast.value)
  return ok(cast.value.ballot)
}

/**
 * Puts a paper into the box: the log tells that the seat has cast, and nothing tells what. [V12]
 *
 * Refused as `castBallot` is, and with `choice-not-offered` for somebody who cannot be elected.
 */
export async function castSecretBallot(
  deps: Deps,
  actor: Actor,
  motionId: MotionId,
  { seatId, digest, candidate }: SecretBallotBody,
): Promise<Result<void, CastingProblem>> {
  const receivedAt = deps.now()
  const cast = await deps.transaction(
    async (tx): Promise<Result<MotionWithLog, CastingProblem>> => {
      const found = await findForCasting(tx, actor, motionId)
      if (!found.ok) return found
      const motion = found.value
      const attempt = { seatId, digest, personId: actor.personId }
      const result = (await barred(tx, actor)) ?? castSecret(motion, attempt, receivedAt)
      if (!result.ok) {
        await keepEvidence(tx, deps, motion, attempt, receivedAt, result.problem)
        return result
      }
      const { method, electorate } = motion.snapshot
      const candidates = method?.name === 'SECRET' ? method.candidates : []
      if (candidate !== null && !candidates.includes(candidate)) return err({ type: 'choice-not-offered' })
      const seat = electorate.find(one => one.seatId === seatId)
      assert(seat !== undefined, 'a seat that has cast is of the electorate')
      const paper = paperFor(motion.rules, motion.snapshot, seat, candidate)
      await putIntoBox(tx, boxOf(deps, motion.id), paper, randomPlace(deps))
      await appendCast(tx, deps, motion, result.value)
      return ok(motion)
    },
    { commit: 'shared' },
  )
  if (!cast.ok) return cast
  announceBallots(deps, cast.value)
  return ok()
}

/**
 * Keeps that somebody who is shut out tried to cast. Nothing else of it happens, whatever has become of them meanwhile:
 * whoever asks is refused by `access-suspended`, also in a vote that they cannot see or that is not there. [V1]
 */
export async function keepShutOutAttempt(
  deps: Deps,
  personId: PersonId,
  motionId: MotionId,
  { seatId, digest }: Pick<BallotInput, 'seatId' | 'digest'>,
): Promise<void> {
  const receivedAt = deps.now()
  await deps.transaction(
    async tx => {
      const motion = await findMotion(tx, motionId)
      if (!motion) return
      await keepEvidence(tx, deps, motion, { seatId, personId, digest }, receivedAt, { type: 'access-suspended' })
    },
    { commit: 'shared' },
  )
}

interface Cast {
  readonly motion: MotionWithLog
  /** What the ballot ended with it. */
  readonly ended: readonly Moved[]
}

function announceCast(deps: Deps, { motion, ended }: Cast): void {
  if (ended.length > 0) announceMoved(deps, ended)
  else announceBallots(deps, motion)
}

async function findForCasting(tx: Tx, actor: Actor, motionId: MotionId): Promise<Result<MotionWithLog, CommonProblem>> {
  const motion = await findMotion(tx, motionId)
  const group = motion && (await findGroup(tx, motion.groupId))
  return group && mayRead(actor, group, motion) ? ok(motion) : err({ type: 'not-found' })
}

/** Whoever was shut out after the request was let in, and before its turn to write came, casts no more. */
async function barred(tx: Tx, { personId }: Actor): Promise<Result<never, SuspendedProblem> | null> {
  const person = await findPerson(tx, personId)
  return person === null || person.suspendedAt !== null ? err({ type: 'access-suspended' }) : null
}

async function appendCast(tx: Tx, deps: Deps, motion: MotionWithLog, cast: Ballot | SecretCast): Promise<void> {
  const eventDigest = await appendEvent(tx, motion.id, cast, deps.newId())
  // Neither choice nor reason: the record is open to readers for whom a running vote is hidden. [V5]
  await appendRecord(tx, deps, {
    act: 'ballot.cast',
    actor: cast.personId,
    seat: cast.seatId,
    subject: motion.id,
    facts: { seq: cast.seq, rank: cast.rank, digest: cast.digest, eventDigest },
  })
}

/** 48 random bits: within what a whole number holds. */
function randomPlace(deps: Pick<Deps, 'newId'>): number {
  return Number.parseInt(sha256Hex(deps.newId()).slice(0, 12), 16)
}

/** What a refused act at the ballot named; of a paper for the box, and of somebody shut out, no choice. */
type Attempt = Pick<BallotInput, 'seatId' | 'personId' | 'digest'> & Partial<Pick<BallotInput, 'choice' | 'reason'>>

/** So often a person's refused ballots in one vote are kept: evidence, and not a way to fill the disk. */
const refusedKeptPerPerson = 20

/**
 * A refused ballot leaves an entry in the record and is kept beside the log. Of somebody who may not cast for the seat, or
 * at all, nothing is kept of what they chose: it is nobody's ballot. A form that lacks a reason is no attempt at anything.
 */
async function keepEvidence(
  tx: Tx,
  deps: Deps,
  motion: MotionWithLog,
  attempt: Attempt,
  receivedAt: Instant,
  problem: BallotProblem | SuspendedProblem,
): Promise<void> {
  if (!leavesEvidence[problem.type]) return
  const { seatId, personId, digest, choice, reason } = attempt
  if ((await countRefusedOf(tx, motion.id, personId)) >= refusedKeptPerPerson) return
  const seat = motion.snapshot.electorate.find(candidate => candidate.seatId === seatId)
  const rank = seat?.accredited.find(accredited => accredited.personId === personId)?.rank
  const named = { seatId, personId, digest, receivedAt }
  const kept =
    rank === undefined || choice === undefined || problem.type === 'access-suspended'
      ? ({ type: 'refused', ...named } as const)
      : ({ type: 'ballot', seq: nextSeq(motion.events), rank, choice, reason: reason ?? null, ...named } as const)
  const evidence: string = deps.newId()
  const refused = { id: evidence, motionId: motion.id, refused: kept, problem: problem.type }
  const eventDigest = await keepRefusedBallot(tx, refused, deps.newId())
  await appendRecord(tx, deps, {
    act: 'ballot.refused',
    at: receivedAt,
    actor: personId,
    // The record names seats that there are; a stranger may have named none.
    ...(seat !== undefined && { seat: seatId }),
    subject: motion.id,
    facts: { problem: problem.type, receivedAt, digest, evidence, eventDigest },
  })
}

const leavesEvidence = {
  'not-accredited-for-seat': true,
  'presiding-casts-none': true,
  'person-tied-to-another-seat': true,
  'motion-not-open': true,
  'ballot-late': true,
  'held-for-ngo-seats': true,
  'ballot-digest-mismatch': true,
  'secret-ballot-final': true,
  'access-suspended': true,
  'choice-not-offered': false,
  'recusal-without-reason': false,
  'block-without-reason': false,
  'amendment-without-words': false,
  'statement-without-words': false,
} as const satisfies Record<(BallotProblem | SuspendedProblem)['type'], boolean>
