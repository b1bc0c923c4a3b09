import { asId, type MotionId } from '#shared/core'
import { parseDecision, type Motion } from '../motion.ts'
import { moveOf } from '../closing/settling.ts'
import { selectStoredMotions, type MotionRow } from '../store.ts'
import type { Queries } from '#server/db'

/**
 * The vote in which a returned text was taken up again: one that is under way, or that decided. One without quorum, or
 * that was voided, leaves the text where it was. [V8, V9, V13]
 *
 * @returns null where there is none, or the vote did not return its text
 */
export async function takenUpBy(queries: Queries, motion: Motion): Promise<MotionId | null> {
  if (motion.state !== 'returned' || motion.decidedAt === null) return null
  const later = (await selectStoredMotions(queries, [motion.subjectId])).filter(
    row => row.subjectKind === motion.subjectKind && row.id !== motion.id && row.openedAt >= motion.openedAt,
  )
  const taking = later.findLast(takesUp)
  return taking ? asId<MotionId>(taking.id) : null
}

function takesUp({ decision, decidedAt }: MotionRow): boolean {
  return decidedAt === null || decision === null || moveOf(parseDecision(decision).outcome) !== 'release'
}
