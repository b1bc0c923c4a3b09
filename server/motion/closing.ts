import { assert, assertNever, err, ok, type Instant, type MotionId, type PersonId, type Result } from '#shared/core'
import { can, type Actor } from '#shared/access'
import {
  closeMotion as closeNow,
  decide,
  extendDeadline,
  isAdopted,
  isFinal,
  movesOnAt,
  nextSeq,
  replay,
  voteTimes,
  type Closed,
  type Decision,
  type DeadlineProblem,
  type BallotProblem,
  type Outcome,
  type SubjectProblem,
} from '#shared/motion'
import type { CommonProblem } from '#shared/problem'
import type { Tx } from '#server/db'
import { findGroup } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { announce } from './announce.ts'
import { isOver, logDigest, type DecisionNumber, type MotionWithLog, type StoredState } from './motion.ts'
import { accessSubject, mayRead } from './standing.ts'
import {
  appendEvent,
  dueMotions,
  findMotion,
  loadLogs,
  nextDecisionNumber,
  rivalsOf,
  updateDeadline,
  updateDecision,
} from './store.ts'
import type { MotionSubjects, SubjectMove, SubjectMoved } from './subject.ts'

type ClosingProblem = DeadlineProblem | BallotProblem | SubjectProblem | CommonProblem
/** A motion that an act has moved, to be announced after its commit. */
interface Moved extends SubjectMoved {
  readonly motion: MotionWithLog
}

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
  announce(deps, extended.value, 'ballots')
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
  const closed = { ...motion, events: [...motion.events, event.value] }
  const { decision, ...moved } = await settle(tx, deps, subjects, closed, event.value)
  const superseded = isAdopted(decision.outcome) ? await supersedeRivals(tx, deps, subjects, closed, event.value) : []
  return ok([{ motion: closed, ...moved }, ...superseded])
}

/** Decides by the log as it now stands, keeps the decision, tells the text. Nobody else writes an outcome. */
async function settle(
  tx: Tx,
  deps: Deps,
  subjects: MotionSubjects,
  motion: MotionWithLog,
  { at, by }: { readonly at: Instant; readonly by: PersonId | null },
): Promise<Settled> {
  const { rules, snapshot, events } = motion
  const decision = decide(rules, snapshot, events)
  const { outcome, grade } = decision
  const over = isFinal(outcome)
  const dueAt = movesOnAt(motion)
  const numbered = over && decidesText(outcome) ? await numberFor(tx, motion, at) : null
  await updateDecision(tx, motion.id, decision, {
    state: stateOf(outcome),
    dueAt,
    decidedAt: over ? at : null,
    numbered,
  })

  const texts = ((await loadLogs(tx, [motion.id])).get(motion.id) ?? []).map(({ text }) => text)
  await appendRecord(tx, deps, {
    act: over ? 'motion.closed' : 'motion.held',
    at,
    actor: by,
    subject: motion.id,
    facts: {
      digest: motion.digest,
      outcome,
      grade,
      tally: decision.tally,
      tallyByConstituency: decision.tallyByConstituency,
      events: texts.length,
      eventsDigest: logDigest(texts),
      ...(numbered ? { decision: `${numbered.year}/${numbered.number}` } : {}),
      ...(over ? {} : { heldUntil: dueAt }),
    },
  })

  const move = moveOf(outcome)
  if (move === null) return { decision, accessChanged: false }
  const subject = subjects[motion.subjectKind]
  const moved = await subject.moved(tx, deps, motion.subjectId, move, { at, grade, motionId: motion.id })
  return { decision, ...moved }
}

interface Settled extends SubjectMoved {
  readonly decision: Decision
}

/**
 * Tells the votes under way on other versions of the same text that this one is adopted. They go on to their deadline
 * and then end in STALE_BASE; one that was only held has nothing left to decide and ends now. [V4]
 */
async function supersedeRivals(
  tx: Tx,
  deps: Deps,
  subjects: MotionSubjects,
  adopted: MotionWithLog,
  { at }: Closed,
): Promise<readonly Moved[]> {
  const rivals: Moved[] = []
  for (const rival of await rivalsOf(tx, adopted)) {
    const event = { type: 'superseded', seq: nextSeq(rival.events), at, digest: adopted.digest } as const
    const eventDigest = await appendEvent(tx, rival.id, event, deps.newId())
    const facts = { seq: event.seq, by: adopted.id, digest: adopted.digest, eventDigest }
    await appendRecord(tx, deps, { act: 'motion.superseded', actor: null, subject: rival.id, facts })
    const told = { ...rival, events: [...rival.events, event] }
    const { phase } = replay(told.rules, told.snapshot, told.events)
    const ends = phase.name === 'closed'
    const settled = ends ? await settle(tx, deps, subjects, told, { at, by: null }) : null
    rivals.push({ motion: told, accessChanged: settled?.accessChanged ?? false })
  }
  return rivals
}

function announceMoved(deps: Pick<Deps, 'bus'>, moved: readonly Moved[]): void {
  if (moved.some(({ accessChanged }) => accessChanged)) {
    deps.bus.publish({ type: 'accessChanged', persons: 'everyone' })
  }
  for (const { motion, alsoChanged = [] } of moved) {
    announce(deps, motion, 'moved')
    for (const { topic, id } of alsoChanged) deps.bus.publish({ type: 'changed', topic, id })
  }
}

async function numberFor(tx: Tx, { groupId }: MotionWithLog, at: Instant): Promise<DecisionNumber> {
  const year = new Date(at).getUTCFullYear()
  return { year, number: await nextDecisionNumber(tx, groupId, year) }
}

/** Adopted or not: then it is a decision with a number. A vote that decides nothing, or returns the text, has none. [M6] */
function decidesText(outcome: Outcome): boolean {
  const move = moveOf(outcome)
  return move === 'adopt' || move === 'reject'
}

function stateOf(outcome: Outcome): StoredState {
  if (outcome === 'OPEN') return 'open'
  if (outcome === 'HELD_NGO_SILENT') return 'held'
  return outcome === 'RETURNED' ? 'returned' : 'decided'
}

/** What an outcome does to the text; null where it stays under vote. */
function moveOf(outcome: Outcome): SubjectMove | null {
  switch (outcome) {
    case 'OPEN':
    case 'HELD_NGO_SILENT':
      return null
    case 'ADOPTED':
    case 'ADOPTED_OVER_NGO_OBJECTION':
    case 'ADOPTED_NGO_SILENT':
      return 'adopt'
    case 'RETURNED':
      return 'return'
    case 'NOT_ADOPTED':
      return 'reject'
    case 'TIE':
    case 'NO_QUORUM':
    case 'NO_QUORUM_OPEN':
    case 'BLOCKED_COMPOSITION':
    case 'STALE_BASE':
      return 'release'
    default:
      return assertNever(outcome)
  }
}
