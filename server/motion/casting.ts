import { err, type Result } from '#shared/core'
import type { Actor } from '#shared/access'
import { castBallot as judgeAndCast, nextSeq, type Ballot, type BallotInput, type BallotProblem } from '#shared/motion'
import type { CommonProblem } from '#shared/problem'
import type { MotionId } from '#shared/core'
import type { Tx } from '#server/db'
import { findGroup } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { announce } from './announce.ts'
import type { MotionWithLog } from './motion.ts'
import { mayRead } from './standing.ts'
import { appendEvent, findMotion, keepRefusedBallot } from './store.ts'

/**
 * Casts a ballot for a seat the person was accredited for at opening, or changes the one cast before. [V1, V3, V4, V5]
 *
 * When it resolves with a ballot, the ballot is on disk and counts. A ballot that comes too late or names another text is
 * refused and kept as evidence, with an entry in the record.
 *
 * - `not-found`: no such vote, or not one this person may see.
 * - the refusals of `castBallot` in `shared/motion`.
 */
export async function castBallot(
  deps: Deps,
  actor: Actor,
  motionId: MotionId,
  input: Omit<BallotInput, 'personId'>,
): Promise<Result<Ballot, BallotProblem | CommonProblem>> {
  const cast = await deps.transaction(
    async (tx): Promise<Result<{ motion: MotionWithLog; ballot: Ballot }, BallotProblem | CommonProblem>> => {
      const motion = await findMotion(tx, motionId)
      const group = motion && (await findGroup(tx, motion.groupId))
      if (!group || !mayRead(actor, group, motion)) return err({ type: 'not-found' })

      const receivedAt = deps.now()
      const result = judgeAndCast(motion, { ...input, personId: actor.personId }, receivedAt)
      if (!result.ok) {
        await keepEvidence(tx, deps, motion, { ...input, personId: actor.personId }, receivedAt, result.problem)
        return result
      }
      const ballot = result.value
      const eventDigest = await appendEvent(tx, motion.id, ballot, deps.newId())
      // Neither choice nor reason: the record is open to readers for whom a running vote is hidden. [V5]
      await appendRecord(tx, deps, {
        act: 'ballot.cast',
        actor: actor.personId,
        seat: ballot.seatId,
        subject: motion.id,
        facts: { seq: ballot.seq, rank: ballot.rank, digest: ballot.digest, eventDigest },
      })
      return { ok: true, value: { motion, ballot } }
    },
  )
  if (!cast.ok) return cast
  announce(deps, cast.value.motion, 'ballots')
  return { ok: true, value: cast.value.ballot }
}

/** What came too late or was cast on another text is worth keeping; who may not cast at all leaves nothing. */
async function keepEvidence(
  tx: Tx,
  deps: Deps,
  motion: MotionWithLog,
  input: BallotInput,
  receivedAt: number,
  problem: BallotProblem,
): Promise<void> {
  if (problem.type !== 'ballot-late' && problem.type !== 'ballot-digest-mismatch') return
  const seat = motion.snapshot.electorate.find(candidate => candidate.seatId === input.seatId)
  const rank = seat?.accredited.find(accredited => accredited.personId === input.personId)?.rank
  if (rank === undefined) return
  const ballot: Ballot = { type: 'ballot', seq: nextSeq(motion.events), receivedAt, rank, ...input }
  const evidence: string = deps.newId()
  const refused = { id: evidence, motionId: motion.id, ballot, problem: problem.type }
  const eventDigest = await keepRefusedBallot(tx, refused, deps.newId())
  await appendRecord(tx, deps, {
    act: 'ballot.refused',
    actor: input.personId,
    seat: input.seatId,
    subject: motion.id,
    facts: { problem: problem.type, receivedAt, digest: input.digest, evidence, eventDigest },
  })
}
