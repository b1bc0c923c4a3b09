import { err, ok, sha256Hex, type Instant, type MeetingId, type MotionId, type Result, type SeatId } from '#shared/core'
import { can, type Actor } from '#shared/access'
import {
  preflight,
  ruleSetDigest,
  voteTimes,
  type Call,
  type OpeningProblem,
  type OpeningRefusal,
  type SittingProblem,
  type Sitting,
  type Snapshot,
  type SubjectProblem,
} from '#shared/motion'
import type { CommonProblem } from '#shared/problem'
import type { Queries, Tx } from '#server/db'
import { appendRecord } from '#server/record'
import type { Deps } from '../../deps.ts'
import { announce } from '../announce.ts'
import { rosterText, snapshotText, type MeetingPlace, type NewMotion } from '../motion.ts'
import { accessSubject, earlierVotes, loadBody, mayRead, type Body, type Earlier } from '../standing.ts'
import { findVoteOn, insertMotion } from '../store.ts'
import type { MotionSubjectKind, MotionSubjects, Sittings, SubjectFacts } from '../subject.ts'

export type OpeningInput = {
  readonly subjectKind: MotionSubjectKind
  readonly subjectId: string
  readonly closesAt: Instant
  /** The item of a meeting under which it is opened; the roll is then the meeting's. */
  readonly meeting?: MeetingPlace
  /** By ballots, if not said; an election is by secret ballot whatever is said. [V10, V11, V12] */
  readonly method?: 'BALLOT' | 'CONSENSUS' | 'SILENCE' | undefined
  /** The notice that named this vote as a second call. [V6] */
  readonly secondCallNoticeAt?: Instant
} & ({ readonly mode: 'meeting'; readonly roll: readonly SeatId[] } | { readonly mode: 'correspondence' })

/** Everything a vote would be opened on. */
export interface Candidate {
  readonly subject: SubjectFacts
  readonly body: Body
  readonly earlier: Earlier
}

/**
 * Puts a text to the vote: freezes electorate, rules, roll and digest, and tells the text. [V1, V2, V4, V6]
 *
 * Refused, in this order:
 * - `not-found`: no such text, or one of a group whose votes the person may not see.
 * - `not-permitted`: neither the chair nor, by correspondence, the Secretariat.
 * - `meeting-in-session`: a roll is not typed while the group meets.
 * - `invalid-input`: the roll names a seat that is not in the electorate.
 * - an `OpeningRefusal`: the first of the problems, all of them in `problems`. When two open at once, the second gets
 *   `subject-already-under-vote`.
 */
export async function openMotion(
  deps: Deps,
  subjects: MotionSubjects,
  actor: Actor,
  input: OpeningInput,
  sittings?: Sittings,
): Promise<Result<MotionId, OpeningRefusal | SittingProblem | CommonProblem>> {
  const opened = await deps.transaction(
    async (tx): Promise<Result<NewMotion, OpeningRefusal | SittingProblem | CommonProblem>> => {
      const meetingId = sittings ? await sittingOver(tx, deps, subjects, sittings, actor, input) : null
      return meetingId === null
        ? openMotionIn(tx, deps, subjects, actor, input)
        : err({ type: 'meeting-in-session', meetingId })
    },
  )
  if (!opened.ok) return opened
  announceOpened(deps, opened.value)
  return ok(opened.value.id)
}

/** The meeting in session under whose agenda this vote belongs, for whoever may open it; else null. */
async function sittingOver(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  subjects: MotionSubjects,
  sittings: Sittings,
  actor: Actor,
  input: OpeningInput,
): Promise<MeetingId | null> {
  if (input.mode === 'correspondence') return null
  const group = (await loadCandidate(tx, subjects, input, deps.now()))?.body.group
  if (!group || !can(actor, 'motion.open', accessSubject(group, input.mode))) return null
  return sittings.underWay(tx, group.id)
}

/**
 * The same within a transaction in which more is read or done; `announceOpened` is called after its commit.
 *
 * Refused as `openMotion` is.
 */
export async function openMotionIn(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  subjects: MotionSubjects,
  actor: Actor,
  input: OpeningInput,
): Promise<Result<NewMotion, OpeningRefusal | CommonProblem>> {
  const now = deps.now()
  const candidate = await loadCandidate(tx, subjects, input, now)
  if (!candidate || !mayRead(actor, candidate.body.group)) return err({ type: 'not-found' })
  const { subject, body } = candidate
  if (!can(actor, 'motion.open', accessSubject(body.group, input.mode))) return err({ type: 'not-permitted' })
  const stranger = strangerOnRoll(input, body)
  if (stranger !== null) {
    const message = 'not a seat that votes here now'
    return err({ type: 'invalid-input', errors: [{ path: `/roll/${stranger}`, message }] })
  }

  const id = deps.newId<MotionId>()
  const call: Call =
    input.secondCallNoticeAt === undefined ? { number: 1 } : { number: 2, noticeAt: input.secondCallNoticeAt }
  const snapshot = freeze(id, candidate, { sitting: sittingOf(input), method: input.method, call }, now, input.closesAt)
  const [first, ...others] = await problemsOf(tx, input.subjectKind, candidate, snapshot)
  if (first !== undefined) return err({ ...first, problems: [first, ...others] })

  const motion: NewMotion = {
    id,
    groupId: body.group.id,
    subjectKind: input.subjectKind,
    subjectId: subject.id,
    baseId: subject.baseId,
    digest: subject.digest,
    title: subject.title,
    name: subject.name ?? null,
    rules: body.rules,
    snapshot,
    roster: body.roster,
    openedBy: actor.personId,
    openedAt: now,
    closesAt: snapshot.closesAt,
    dueAt: snapshot.closesAt,
    meeting: input.meeting ?? null,
  }
  await insertMotion(tx, motion)
  await subjects[input.subjectKind].moved(tx, deps, subject.id, 'open', { at: now, grade: null, motionId: id })
  await appendRecord(tx, deps, {
    act: 'motion.opened',
    at: snapshot.openedAt,
    actor: actor.personId,
    subject: id,
    facts: {
      group: motion.groupId,
      subjectKind: motion.subjectKind,
      subject: motion.subjectId,
      digest: motion.digest,
      snapshotDigest: sha256Hex(snapshotText(motion)),
      rosterDigest: sha256Hex(rosterText(motion.roster)),
      ruleSet: snapshot.ruleSetDigest,
      mode: snapshot.mode,
      ...(snapshot.method && { method: snapshot.method.name }),
      round: snapshot.round.number,
      closesAt: snapshot.closesAt,
      ...(input.meeting && { meeting: input.meeting.meetingId, agendaItem: input.meeting.itemId }),
      ...(call.number === 2 && { secondCallNoticeAt: call.noticeAt }),
    },
  })
  return ok(motion)
}

export function announceOpened(deps: Pick<Deps, 'bus'>, motion: NewMotion): void {
  announce(deps, motion, 'moved')
}

/** The text and its group, or null where either is missing. */
export async function loadCandidate(
  queries: Queries,
  subjects: MotionSubjects,
  { subjectKind, subjectId }: Pick<OpeningInput, 'subjectKind' | 'subjectId'>,
  now: Instant,
): Promise<Candidate | null> {
  const subject = await subjects[subjectKind].load(queries, subjectId)
  if (!subject) return null
  const body = await loadBody(queries, subject.groupId, now)
  if (!body) return null
  return { subject, body, earlier: await earlierVotes(queries, subject) }
}

/** What would be frozen if the vote opened at `now`. */
export function freeze(
  motionId: MotionId,
  { subject, body, earlier }: Candidate,
  { sitting, method, call = { number: 1 } }: VoteChosen,
  now: Instant,
  closesAt: Instant,
): Snapshot {
  return {
    motionId,
    subjectKind: subject.rulesKind,
    subjectDigest: subject.digest,
    ruleSetDigest: ruleSetDigest(body.rules),
    electorate: body.electorate,
    round: earlier.round,
    call,
    tiedAt: earlier.tiedAt,
    openedAt: now,
    closesAt,
    presidingCoordinatorId: body.presidingCoordinatorId,
    ...methodFor(method, subject, earlier),
    ...(earlier.reconsiders && { reconsiders: true }),
    ...sitting,
  }
}

/** What the opener chooses. */
interface VoteChosen {
  readonly sitting: Sitting
  readonly method?: OpeningInput['method']
  readonly call?: Call
}

function methodFor(
  chosen: OpeningInput['method'],
  { candidates }: SubjectFacts,
  { firstAdoption }: Earlier,
): Pick<Snapshot, 'method'> {
  if (candidates !== undefined) return { method: { name: 'SECRET', candidates } }
  if (chosen === 'CONSENSUS') return { method: { name: 'CONSENSUS' } }
  return chosen === 'SILENCE' ? { method: { name: 'SILENCE', firstAdoption } } : {}
}

/** All that stands against opening: first what concerns the text, then what concerns the vote. */
export async function problemsOf(
  queries: Queries,
  subjectKind: MotionSubjectKind,
  { subject, body }: Candidate,
  snapshot: Snapshot,
): Promise<readonly (SubjectProblem | OpeningProblem)[]> {
  const problems: (SubjectProblem | OpeningProblem)[] = []
  const underVote = await findVoteOn(queries, subjectKind, subject.id)
  if (underVote !== null) problems.push({ type: 'subject-already-under-vote', motionId: underVote })
  else if (!subject.mayOpen || snapshot.openedAt < (subject.mayOpenFrom ?? 0))
    problems.push({ type: 'subject-not-votable', state: subject.state })
  if (subject.before) problems.push(subject.before)
  if (!subject.intact) problems.push({ type: 'subject-altered', digest: subject.digest })
  const latest = snapshot.openedAt + voteTimes[snapshot.mode].mostMs
  if (snapshot.closesAt > latest) problems.push({ type: 'closes-too-late', latest })
  return [...problems, ...preflight(snapshot, body.rules)]
}

function sittingOf(input: OpeningInput): Sitting {
  if (input.mode === 'correspondence') return { mode: 'correspondence', roll: null }
  // In one order, each once: one roll has one digest.
  return { mode: 'meeting', roll: [...new Set(input.roll)].sort() }
}

/** @returns the position in the roll, or null where every seat is of the electorate */
function strangerOnRoll(input: OpeningInput, body: Body): number | null {
  if (input.mode === 'correspondence') return null
  const at = input.roll.findIndex(seatId => !body.electorate.some(seat => seat.seatId === seatId))
  return at === -1 ? null : at
}
