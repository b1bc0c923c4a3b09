import { can, type Actor } from '#shared/access'
import type { GroupId } from '#shared/core'
import type { Group } from '#shared/group'
import { capacitiesOf, isToCertify, type FollowUp } from '#shared/motion'
import { listGroups } from '#server/group'
import type { Deps } from '../../deps.ts'
import type { MotionWithLog } from '../motion.ts'
import { accessSubject, mayRead, seatsOf } from '../standing.ts'
import { motionsToFollow } from '../store.ts'
import { afterVoteOf } from './after.ts'

/** What waits for this person around and after the votes of their groups, the newest vote first. [V9, V13] */
export async function followUpsFor(deps: Deps, actor: Actor): Promise<readonly FollowUp[]> {
  const groups = new Map<GroupId, Group>((await listGroups(deps.read)).map(group => [group.id, group]))
  const found: FollowUp[] = []
  for (const motion of await motionsToFollow(deps.read)) {
    const group = groups.get(motion.groupId)
    if (!group || !mayRead(actor, group, motion) || !takesPart(actor, group, motion)) continue
    const followUp = await followUpOf(deps, actor, motion, group)
    if (asksSomething(followUp)) found.push(followUp)
  }
  return found
}

function takesPart(actor: Actor, group: Group, motion: MotionWithLog): boolean {
  return capacitiesOf(actor, group).length > 0 || seatsOf(actor.personId, motion).length > 0
}

async function followUpOf(deps: Deps, actor: Actor, motion: MotionWithLog, group: Group): Promise<FollowUp> {
  const after = await afterVoteOf(deps, actor, motion, group)
  const { jointActs, mayAsk, mayState, dissentAwaited, certifiableFrom, reconciledAt, secondRoundFrom, serverNow } =
    after
  const isRunning = secondRoundFrom !== null && reconciledAt === null && secondRoundFrom > serverNow
  const seats = mayState.filter(
    ({ kinds, seatId }) => kinds.includes('dissent') && dissentAwaited.some(one => one.seatId === seatId),
  )
  return {
    id: motion.id,
    title: motion.title,
    name: motion.name,
    group: { id: group.id, kind: group.kind, name: group.name },
    subject: { kind: motion.subjectKind, id: motion.subjectId },
    toAnswer: jointActs
      .filter(act => act.mayConfirm)
      .map(({ act, askedBy, expiresAt }) => ({ act, askedBy, until: expiresAt })),
    reconcileUntil: isRunning && mayAsk.includes('reconcile') ? secondRoundFrom : null,
    secondRound: secondRoundFrom !== null && !isRunning && can(actor, 'motion.open', accessSubject(group, 'meeting')),
    dissent:
      seats.length > 0 && certifiableFrom !== null
        ? { until: certifiableFrom, seats: seats.map(seat => seat.organisationName) }
        : null,
    certify: isToCertify({ ...motion, outcome: motion.decision?.outcome ?? null }) && mayAsk.includes('certify'),
  }
}

function asksSomething({ toAnswer, reconcileUntil, secondRound, dissent, certify }: FollowUp): boolean {
  return toAnswer.length > 0 || reconcileUntil !== null || secondRound || dissent !== null || certify
}
