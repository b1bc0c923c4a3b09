import { can, type Actor } from '#shared/access'
import { err, ok, sha256Hex, type MotionId, type Result, type VoteStatementId } from '#shared/core'
import { judgeStatement, statementVersionsLimit, type MotionProblem } from '#shared/motion'
import type { VoteStatementBody } from '#shared/motion/schema'
import type { CommonProblem } from '#shared/problem'
import { findGroup, loadActor } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { announce } from '../announce.ts'
import type { MotionWithLog } from '../motion.ts'
import { mayRead } from '../standing.ts'
import { countVersions, insertStatement } from './statement-store.ts'
import { findMotion } from '../store.ts'

/**
 * A seat's own words to a vote that is over, or a new version of them, until the outcome is certified; an explanation or
 * a correction for `statementPeriodMs` at least. Every version is kept, and none changes what was counted. An alternate's
 * is taken as an alternate's ballot is: it stands until the head has spoken. [V3, V9, V13]
 *
 * - `not-found`; `not-permitted`: not the person's seat.
 * - `statement-not-open`: as `judgeStatement` in `shared/motion` says why.
 * - `too-many-versions`.
 */
export async function stateAfterVote(
  deps: Deps,
  actor: Actor,
  motionId: MotionId,
  { seatId, kind, text }: VoteStatementBody,
): Promise<Result<VoteStatementId, MotionProblem | CommonProblem>> {
  const stated = await deps.transaction(
    async (
      tx,
    ): Promise<
      Result<{ readonly id: VoteStatementId; readonly motion: MotionWithLog }, MotionProblem | CommonProblem>
    > => {
      const at = deps.now()
      // Of this moment: whoever was let in may have lost the seat before their turn to write came.
      const present = await loadActor(tx, actor.personId, at)
      const motion = await findMotion(tx, motionId)
      const group = motion && (await findGroup(tx, motion.groupId))
      if (!group || !mayRead(present, group, motion)) return err({ type: 'not-found' })
      const rank = present.seats.find(seat => seat.seatId === seatId)?.rank
      if (!rank || !can(present, 'motion.state', { seatId })) return err({ type: 'not-permitted' })
      const refused = judgeStatement({ ...motion, outcome: motion.decision?.outcome ?? null }, seatId, kind, at)
      if (refused) return err(refused)
      const handedIn = await countVersions(tx, { motionId, seatId, kind, rank })
      const limit = statementVersionsLimit
      if (handedIn.ofRank >= limit) return err({ type: 'too-many-versions', limit })
      const number = handedIn.all + 1
      const id = deps.newId<VoteStatementId>()
      await insertStatement(tx, { id, motionId, seatId, kind, number, personId: actor.personId, rank, at, text })
      await appendRecord(tx, deps, {
        act: 'motion.statementFiled',
        at,
        actor: actor.personId,
        seat: seatId,
        subject: motionId,
        facts: { statement: id, kind, number, rank, textDigest: sha256Hex(text) },
      })
      return ok({ id, motion })
    },
  )
  if (!stated.ok) return stated
  announce(deps, stated.value.motion, 'moved')
  return ok(stated.value.id)
}
