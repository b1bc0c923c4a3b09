/** What goes on around a vote and what follows it, as one reader may see it. */
import { can, type Actor } from '#shared/access'
import { err, ok, type MotionId, type PersonId, type Result } from '#shared/core'
import type { Group } from '#shared/group'
import {
  askStateAt,
  answerTogether,
  askTogether,
  capacitiesOf,
  certifiableFrom,
  confirmTogether,
  isAdopted,
  jointActMs,
  jointActs,
  jointActTable,
  isAfterCertification,
  judgeStatement,
  objectingSeats,
  spokenSeats,
  statementKinds,
  whatStands,
  type StatementKind,
} from '#shared/motion'
import type { AfterVote, JointActView, VoteStatementView } from '#shared/motion/schema'
import type { CommonProblem } from '#shared/problem'
import { findGroup } from '#server/group'
import type { Deps } from '../../deps.ts'
import { motionStateOf, type MotionWithLog } from '../motion.ts'
import type { Names, Reader } from '../present.ts'
import { accessSubject, mayRead } from '../standing.ts'
import { statementVersions, type VoteStatement } from './statement-store.ts'
import { findMotion, personNames } from '../store.ts'
import { jointActsOf, type StoredJointAct } from './together-store.ts'
import { standingAsks } from './asks.ts'
import { takenUpBy } from './rounds.ts'

/** Fails with `not-found`. */
export async function readAfterVote(
  deps: Deps,
  actor: Actor,
  motionId: MotionId,
): Promise<Result<AfterVote, CommonProblem>> {
  const motion = await findMotion(deps.read, motionId)
  const group = motion && (await findGroup(deps.read, motion.groupId))
  if (!group || !mayRead(actor, group, motion)) return err({ type: 'not-found' })
  return ok(await afterVoteOf(deps, actor, motion, group))
}

/** The same of a vote that the actor may read and that has been loaded. */
export async function afterVoteOf(deps: Deps, actor: Actor, motion: MotionWithLog, group: Group): Promise<AfterVote> {
  const acts = await standingAsks(deps.read, group, await jointActsOf(deps.read, motion.id), deps.now())
  const versions = await statementVersions(deps.read, [motion.id])
  const persons = [
    ...acts.flatMap(({ askedBy, answeredBy }) => (answeredBy === null ? [askedBy] : [askedBy, answeredBy])),
    ...versions.map(({ personId }) => personId),
  ]
  const names = await personNames(deps.read, [...new Set<PersonId>(persons)])
  const takenUp = await takenUpBy(deps.read, motion)
  return presentAfter(motion, group, { acts, versions, names, takenUp }, { actor, now: deps.now() })
}

interface Around {
  readonly acts: readonly StoredJointAct[]
  readonly versions: readonly VoteStatement[]
  readonly names: Names
  readonly takenUp: MotionId | null
}

function presentAfter(motion: MotionWithLog, group: Group, around: Around, reader: Reader): AfterVote {
  const { acts, versions, names, takenUp } = around
  const state = motionStateOf(motion)
  const outcome = motion.decision?.outcome ?? null
  const held = capacitiesOf(reader.actor, group)
  const inPlaceOf = whatStands(versions, motion.certifiedAt)
  const spoken = spokenSeats(versions, motion.certifiedAt)
  const objecting = outcome === 'ADOPTED_OVER_NGO_OBJECTION' ? objectingSeats(motion) : []
  const from = certifiableFrom({ ...motion, outcome }, spoken)
  const pending = new Set(acts.filter(act => askStateAt(act, reader.now) === 'asked').map(({ act }) => act))
  return {
    serverNow: reader.now,
    state,
    reconciledAt: motion.reconciledAt,
    certifiedAt: motion.certifiedAt,
    publishedAt: motion.publishedAt,
    secondRoundFrom:
      state === 'returned' && motion.decidedAt !== null && takenUp === null
        ? motion.decidedAt + motion.rules.reconciliationMs
        : null,
    takenUpBy: takenUp,
    certifiableFrom: outcome !== null && isAdopted(outcome) ? from : null,
    dissentAwaited: objecting
      .filter(seatId => !spoken.includes(seatId))
      .map(seatId => ({ seatId, organisationName: nameOf(motion, seatId) })),
    jointActs: acts.map(act => presentAct(act, motion, held, names, reader)),
    capacities: [...held],
    mayAsk: jointActs.filter(
      act =>
        askTogether(act, state, held).ok &&
        !pending.has(act) &&
        (act !== 'certify' || reader.now >= from) &&
        (act !== 'reconcile' || (motion.reconciledAt === null && takenUp === null)),
    ),
    mayPublish: state === 'certified' && can(reader.actor, 'motion.publish', accessSubject(group)),
    statements: versions.map(version => presentStatement(version, motion, inPlaceOf(version), names)),
    mayState: mayState(motion, reader),
  }
}

function presentAct(
  act: StoredJointAct,
  motion: MotionWithLog,
  held: ReturnType<typeof capacitiesOf>,
  names: Names,
  { actor, now }: Reader,
): JointActView {
  const state = askStateAt(act, now)
  const [one, other] = jointActTable[act.act].pair
  return {
    id: act.id,
    act: act.act,
    state,
    cause: act.cause,
    text: act.text,
    askedBy: names.get(act.askedBy) ?? '',
    askedAs: act.askedAs,
    askedAt: act.askedAt,
    confirmAs: act.askedAs === one ? other : one,
    answeredBy: act.answeredBy === null ? null : (names.get(act.answeredBy) ?? ''),
    endedAt: act.endedAt,
    expiresAt: act.askedAt + jointActMs,
    mayConfirm: confirmTogether(act, motionStateOf(motion), { personId: actor.personId, held }, now).ok,
    mayDecline: answerTogether(act, { personId: actor.personId, held }, now).ok,
    mayWithdraw: state === 'asked' && act.askedBy === actor.personId,
  }
}

function presentStatement(
  version: VoteStatement,
  motion: MotionWithLog,
  standing: VoteStatement,
  names: Names,
): VoteStatementView {
  const { id, seatId, kind, number, at, text, personId, rank } = version
  const seat = motion.roster.find(one => one.seatId === seatId)
  return {
    id,
    seatId,
    organisationName: nameOf(motion, seatId),
    constituency: seat?.constituency ?? 'STATE',
    kind,
    number,
    at,
    by: names.get(personId) ?? '',
    rank,
    text,
    replaced: standing !== version,
    replacedBy: standing === version ? null : standing.id,
    afterCertification: isAfterCertification(version, motion.certifiedAt),
  }
}

function mayState(motion: MotionWithLog, { actor, now }: Reader): AfterVote['mayState'] {
  const after = { ...motion, outcome: motion.decision?.outcome ?? null }
  return motion.roster.flatMap(({ seatId, organisationName }) => {
    const rank = actor.seats.find(seat => seat.seatId === seatId)?.rank
    if (!rank || !can(actor, 'motion.state', { seatId })) return []
    const kinds: StatementKind[] = statementKinds.filter(kind => judgeStatement(after, seatId, kind, now) === null)
    return kinds.length > 0 ? [{ seatId, organisationName, rank, kinds }] : []
  })
}

function nameOf({ roster }: MotionWithLog, seatId: string): string {
  return roster.find(seat => seat.seatId === seatId)?.organisationName ?? ''
}
