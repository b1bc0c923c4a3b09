/** A vote that went wrong is ended or undone. Its ballots stay, and so does the number of its decision. [V13] */
import { ok, type Instant, type PersonId, type Result } from '#shared/core'
import { decide, isFinal, voidMotion, type MotionProblem, type VoidCause } from '#shared/motion'
import type { Queries, Tx } from '#server/db'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { logDigest, type MotionWithLog } from '../motion.ts'
import { moveOf, type Moved } from '../closing/settling.ts'
import { appendEvent, loadLogs, updateDecision } from '../store.ts'
import type { MotionSubjects, SubjectMove } from '../subject.ts'

/**
 * Within the transaction in which the second of the two confirms, and `notVoidable` has nothing against it.
 *
 * Fails with `motion-already-voided` and `needs-two-persons`, as `voidMotion` in `shared/motion` gives them.
 */
export async function voidVote(
  tx: Tx,
  deps: Deps,
  subjects: MotionSubjects,
  motion: MotionWithLog,
  { cause, by, jointAct }: { readonly cause: VoidCause; readonly by: readonly [PersonId, PersonId]; jointAct: string },
  at: Instant,
): Promise<Result<Moved, MotionProblem>> {
  const event = voidMotion(motion, cause, by, at)
  if (!event.ok) return event
  const eventDigest = await appendEvent(tx, motion.id, event.value, deps.newId())
  const voided = { ...motion, events: [...motion.events, event.value] }
  const decision = decide(voided.rules, voided.snapshot, voided.events)
  await updateDecision(tx, motion.id, decision, {
    state: 'decided',
    dueAt: null,
    decidedAt: motion.decidedAt ?? at,
    numbered: motion.numbered,
  })
  const texts = ((await loadLogs(tx, [motion.id])).get(motion.id) ?? []).map(({ text }) => text)
  await appendRecord(tx, deps, {
    act: 'motion.voided',
    at,
    actor: by[1],
    subject: motion.id,
    facts: {
      jointAct,
      cause,
      askedBy: by[0],
      digest: motion.digest,
      before: motion.decision?.outcome ?? 'OPEN',
      outcome: decision.outcome,
      grade: decision.grade,
      tally: decision.tally,
      seq: event.value.seq,
      eventDigest,
      events: texts.length,
      eventsDigest: logDigest(texts),
    },
  })
  const facts = { at, grade: null, motionId: motion.id }
  const move = undoing(motion)
  const subject = subjects[motion.subjectKind]
  const moved = move === null ? { accessChanged: false } : await subject.moved(tx, deps, motion.subjectId, move, facts)
  return ok({ motion: voided, ...moved })
}

/** Whether what was decided is relied on, told before anybody is asked to confirm; null where it is not. [V13] */
export async function notVoidable(
  queries: Queries,
  subjects: MotionSubjects,
  motion: MotionWithLog,
): Promise<Extract<MotionProblem, { type: 'vote-not-voidable' }> | null> {
  if (undoing(motion) !== 'void') return null
  const subject = subjects[motion.subjectKind]
  const because = await subject.holdsTo(queries, motion.subjectId, motion.decision?.outcome ?? 'OPEN')
  return because && { type: 'vote-not-voidable', because }
}

/** What voiding does to the text: one under vote is let go, one that was decided on goes back; null where it is free. */
function undoing({ decision }: MotionWithLog): SubjectMove | null {
  if (decision === null || !isFinal(decision.outcome)) return 'release'
  return moveOf(decision.outcome) === 'release' ? null : 'void'
}
