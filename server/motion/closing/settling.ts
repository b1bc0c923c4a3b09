/** What a vote comes to once its ballots are over: the one place from which outcomes are stored. */
import { assertNever, type Instant, type PersonId } from '#shared/core'
import {
  decide,
  isAdopted,
  isFinal,
  methodOf,
  movesOnAt,
  nextSeq,
  replay,
  papersToTell,
  type Decision,
  type Outcome,
} from '#shared/motion'
import type { Tx } from '#server/db'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { announce } from '../announce.ts'
import { logDigest, type DecisionNumber, type MotionWithLog, type StoredState } from '../motion.ts'
import { boxOf, takeFromBox } from '../casting/ballot-store.ts'
import { appendEvent, loadLogs, nextDecisionNumber, rivalsOf, updateDeadline, updateDecision } from '../store.ts'
import type { MotionSubjects, SubjectMove, SubjectMoved } from '../subject.ts'

/** A motion that an act has moved, to be announced after its commit. */
export interface Moved extends SubjectMoved {
  readonly motion: MotionWithLog
}

interface Ending {
  readonly at: Instant
  /** The chair who confirmed; null when nobody did in person. */
  readonly by: PersonId | null
}

/**
 * After the close has been appended: a secret ballot is counted, a silence that no NGO seat has noticed goes on once, and
 * everything else is decided. [V9, V11, V12]
 */
export async function settleClosed(
  tx: Tx,
  deps: Deps,
  subjects: MotionSubjects,
  motion: MotionWithLog,
  ending: Ending,
): Promise<readonly Moved[]> {
  const { phase, closesAt } = replay(motion.rules, motion.snapshot, motion.events)
  if (phase.name === 'open') return [await goOn(tx, deps, motion, closesAt)]
  const counted = methodOf(motion.snapshot) === 'SECRET' ? await count(tx, deps, motion, ending) : motion
  const { decision, ...moved } = await settle(tx, deps, subjects, counted, ending)
  const superseded = isAdopted(decision.outcome) ? await supersedeRivals(tx, deps, subjects, counted, ending) : []
  return [{ motion: counted, ...moved }, ...superseded]
}

/** Settles a vote that an act other than its close has ended: a silence that was broken. [V11] */
export async function settleIfEnded(
  tx: Tx,
  deps: Deps,
  subjects: MotionSubjects,
  motion: MotionWithLog,
  at: Instant,
): Promise<readonly Moved[]> {
  const { phase } = replay(motion.rules, motion.snapshot, motion.events)
  return phase.name === 'closed' ? settleClosed(tx, deps, subjects, motion, { at, by: null }) : []
}

async function goOn(tx: Tx, deps: Deps, motion: MotionWithLog, closesAt: Instant): Promise<Moved> {
  await updateDeadline(tx, motion.id, closesAt)
  const facts = { from: motion.closesAt, closesAt, because: 'noNgoSeatOpenedTheText' }
  await appendRecord(tx, deps, { act: 'motion.silenceExtended', actor: null, subject: motion.id, facts })
  return { motion, accessChanged: false }
}

/** @throws where the papers are not those that were cast: then nothing is counted, and the box stays as it is */
async function count(tx: Tx, deps: Deps, motion: MotionWithLog, { at }: Ending): Promise<MotionWithLog> {
  const { rules, snapshot, events } = motion
  const state = replay(rules, snapshot, events)
  const papers = papersToTell(rules, snapshot, state, await takeFromBox(tx, boxOf(deps, motion.id)))
  const event = { type: 'counted', seq: nextSeq(motion.events), at, papers } as const
  const isWhole = replay(rules, snapshot, [...events, event]).papers !== null
  if (!isWhole) throw new Error(`the papers in the box of ${motion.id} are not those that were cast`)
  const eventDigest = await appendEvent(tx, motion.id, event, deps.newId())
  const facts = { seq: event.seq, papers: papers.length, eventDigest }
  await appendRecord(tx, deps, { act: 'motion.counted', at, actor: null, subject: motion.id, facts })
  return { ...motion, events: [...motion.events, event] }
}

/** Decides by the log as it now stands, keeps the decision, tells the text. Nobody else writes an outcome. */
async function settle(
  tx: Tx,
  deps: Deps,
  subjects: MotionSubjects,
  motion: MotionWithLog,
  { at, by }: Ending,
): Promise<Settled> {
  const { rules, snapshot, events } = motion
  const decision = decide(rules, snapshot, events)
  const { outcome, grade } = decision
  const over = isFinal(outcome)
  const elected = decision.election?.elected ?? null
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
  const moved = await subject.moved(tx, deps, motion.subjectId, move, {
    at,
    outcome,
    grade,
    motionId: motion.id,
    ...(elected !== null && { elected }),
  })
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
  { at }: { readonly at: Instant },
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

export function announceMoved(deps: Pick<Deps, 'bus'>, moved: readonly Moved[]): void {
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
export function moveOf(outcome: Outcome): SubjectMove | null {
  switch (outcome) {
    case 'OPEN':
    case 'HELD_NGO_SILENT':
      return null
    case 'ADOPTED':
    case 'ADOPTED_OVER_NGO_OBJECTION':
    case 'ADOPTED_NGO_SILENT':
    case 'ADOPTED_BY_SILENCE':
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
    case 'NO_CONSENSUS':
    case 'VOID_NOTICE':
    case 'BROKEN':
    case 'TERMINATED':
    case 'VOIDED':
      return 'release'
    default:
      return assertNever(outcome)
  }
}
