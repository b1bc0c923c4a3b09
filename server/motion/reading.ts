import { asId, err, ok, type Digest, type GroupId, type MotionId, type Result } from '#shared/core'
import { can, type Actor } from '#shared/access'
import type { Group } from '#shared/group'
import { mayPassBySilence, quorumAtOpening, voteTimes, type Decision } from '#shared/motion'
import type { MotionListQuery, MotionSummary, MotionView, Preflight } from '#shared/motion/schema'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { findGroup, listGroups } from '#server/group'
import type { Deps } from '../deps.ts'
import { countRefusedBallots } from './casting/ballot-store.ts'
import { noteDelivery } from './reminding/delivery.ts'
import { parseDecision, parseSubjectKind, type MotionWithLog } from './motion.ts'
import { freeze, loadCandidate, problemsOf, type Candidate } from './opening/opening.ts'
import { candidatesOf, presentMotion, presentSummary } from './present.ts'
import { remindersOf } from './reminding/reminder-store.ts'
import { accessSubject, mayRead } from './standing.ts'
import { findMotion, loadLogs, personNames, selectMotions, selectStoredMotions, type MotionFilter } from './store.ts'
import type { MotionSubjectKind, MotionSubjects } from './subject.ts'

/** Votes this person may see, the newest first; votes of a group that they may not see are left out. */
export async function listMotions(deps: Deps, actor: Actor, query: MotionListQuery): Promise<readonly MotionSummary[]> {
  const readable = await readableMotions(deps.read, actor, query)
  await noteDelivery(
    deps,
    actor,
    readable.map(({ motion }) => motion),
  )
  return readable.map(({ motion, group }) => presentSummary(motion, group, { actor, now: deps.now() }))
}

/**
 * Votes under way in which this person may cast or change a ballot now, those they have not cast in first, then the
 * one that closes soonest: what waits for them.
 */
export async function openBallotsFor(deps: Deps, actor: Actor): Promise<readonly MotionSummary[]> {
  const motions = await listMotions(deps, actor, { state: 'open' })
  const waiting = (motion: MotionSummary) => motion.mySeats.some(seat => seat.refusal === null && seat.ballot === null)
  return motions
    .filter(motion => motion.mySeats.some(seat => seat.refusal === null))
    .toSorted((a, b) => Number(waiting(b)) - Number(waiting(a)) || (a.dueAt ?? 0) - (b.dueAt ?? 0))
}

/** Fails with `not-found`. */
export async function readMotion(
  deps: Deps,
  subjects: MotionSubjects,
  actor: Actor,
  motionId: MotionId,
): Promise<Result<MotionView, CommonProblem>> {
  const motion = await findMotion(deps.read, motionId)
  const group = motion && (await findGroup(deps.read, motion.groupId))
  if (!group || !mayRead(actor, group, motion)) return err({ type: 'not-found' })
  const about = subjects[motion.subjectKind]
  const subject = await about.load(deps.read, motion.subjectId)
  if (!subject) return err({ type: 'not-found' })
  await noteDelivery(deps, actor, [motion])
  const { presidingCoordinatorId } = motion.snapshot
  const presiding = presidingCoordinatorId === null ? [] : [presidingCoordinatorId]
  const names = await personNames(deps.read, [motion.openedBy, ...presiding, ...candidatesOf(motion)])
  const refusedBallots = await countRefusedBallots(deps.read, motionId)
  const reminders = await remindersOf(deps.read, motionId)
  const comparedWith = (await about.comparedWith?.(deps.read, motion.subjectId)) ?? null
  const around = { names, refusedBallots, reminders, comparedWith }
  return ok(presentMotion(motion, group, subject, around, { actor, now: deps.now() }))
}

/**
 * What stands for and against opening a vote on this text, for whoever may open one.
 *
 * - `not-found`: no such text, or one of a group whose votes the person may not see.
 * - `not-permitted`: the person may open it in neither mode.
 */
export async function readPreflight(
  deps: Deps,
  subjects: MotionSubjects,
  actor: Actor,
  about: { readonly subjectKind: MotionSubjectKind; readonly subjectId: string },
): Promise<Result<Preflight, CommonProblem>> {
  const now = deps.now()
  const candidate = await loadCandidate(deps.read, subjects, about, now)
  if (!candidate || !mayRead(actor, candidate.body.group)) return err({ type: 'not-found' })
  const { group } = candidate.body
  const mayOpen = {
    meeting: can(actor, 'motion.open', accessSubject(group, 'meeting')),
    correspondence: can(actor, 'motion.open', accessSubject(group, 'correspondence')),
  }
  if (!mayOpen.meeting && !mayOpen.correspondence) return err({ type: 'not-permitted' })
  return ok(await presentPreflight(deps.read, about.subjectKind, candidate, mayOpen, now))
}

async function presentPreflight(
  queries: Queries,
  subjectKind: MotionSubjectKind,
  candidate: Candidate,
  mayOpen: Preflight['mayOpen'],
  now: number,
): Promise<Preflight> {
  const { subject, body, earlier } = candidate
  const { group, rules } = body
  const sitting = { mode: 'meeting', roll: body.electorate.map(seat => seat.seatId) } as const
  const closesAt = {
    meeting: now + voteTimes.meeting.suggestedMs,
    correspondence: now + voteTimes.correspondence.suggestedMs,
  }
  // Nothing that is looked at here depends on the id that the motion would get.
  const snapshot = freeze(asId<MotionId>('preflight'), candidate, { sitting }, now, closesAt.meeting)
  const quorum = quorumAtOpening(rules, snapshot)
  return {
    serverNow: now,
    subject: {
      kind: subjectKind,
      id: subject.id,
      baseId: subject.baseId,
      title: subject.title,
      name: subject.name ?? null,
      digest: subject.digest,
    },
    rulesKind: subject.rulesKind,
    group: { id: group.id, code: group.code, name: group.name, kind: group.kind },
    problems: [...(await problemsOf(queries, subjectKind, candidate, snapshot))],
    majority: rules.majority[subject.rulesKind],
    ngoPolicy: rules.ngoPolicy,
    round: earlier.round.number,
    afterTie: earlier.tiedAt !== null,
    reconsiders: earlier.reconsiders,
    silence: {
      allowed: !earlier.firstAdoption && mayPassBySilence(subject.rulesKind),
      earliest: now + rules.silenceMs,
    },
    seats: body.roster.map(({ seatId, label, organisationName, constituency, representatives }) => ({
      seatId,
      label,
      organisationName,
      constituency,
      accredited: representatives.map(one => ({ ...one })),
    })),
    needed: { seats: quorum?.needed ?? 0, ngoSeats: quorum?.ngoNeeded ?? 0 },
    mayOpen,
    closesAt,
    latest: {
      meeting: now + voteTimes.meeting.mostMs,
      correspondence: now + voteTimes.correspondence.mostMs,
    },
  }
}

/** A vote exactly as stored, for whoever must be able to decide it again: pages of published texts and their file. */
export interface MotionRecord {
  readonly id: MotionId
  readonly subjectKind: MotionSubjectKind
  readonly subjectId: string
  readonly groupId: GroupId
  readonly digest: Digest
  readonly openedAt: number
  readonly decidedAt: number | null
  readonly certifiedAt: number | null
  /** Canonical JSON of `{rules, snapshot}`. */
  readonly snapshot: string
  readonly snapshotDigest: Digest
  /** Canonical JSON: the seats of the electorate by their names at opening. */
  readonly roster: string
  /** Canonical JSON of `{event, nonce}` each, in the order of the log. Empty while the vote is under way. */
  readonly events: readonly string[]
  /** Null while the vote is under way. */
  readonly decision: Decision | null
}

/** All votes on these texts, the first opened first. What a running vote hides is not among it. [V5] */
export async function motionRecords(queries: Queries, subjectIds: readonly string[]): Promise<readonly MotionRecord[]> {
  const rows = await selectStoredMotions(queries, subjectIds)
  const logs = await loadLogs(
    queries,
    rows.map(row => asId<MotionId>(row.id)),
  )
  return rows.map(row => ({
    id: asId<MotionId>(row.id),
    subjectKind: parseSubjectKind(row.subjectKind),
    subjectId: row.subjectId,
    groupId: asId<GroupId>(row.groupId),
    digest: row.digest,
    openedAt: row.openedAt,
    decidedAt: row.decidedAt,
    certifiedAt: row.certifiedAt,
    snapshot: row.snapshot,
    snapshotDigest: row.snapshotDigest,
    roster: row.roster,
    events: row.decidedAt === null ? [] : (logs.get(row.id) ?? []).map(({ text }) => text),
    decision: row.decidedAt === null || row.decision === null ? null : parseDecision(row.decision),
  }))
}

async function readableMotions(
  queries: Queries,
  actor: Actor,
  filter: MotionFilter,
): Promise<readonly { readonly motion: MotionWithLog; readonly group: Group }[]> {
  const groups = new Map<GroupId, Group>((await listGroups(queries)).map(group => [group.id, group]))
  return (await selectMotions(queries, filter)).flatMap(motion => {
    const group = groups.get(motion.groupId)
    return group && mayRead(actor, group, motion) ? [{ motion, group }] : []
  })
}
