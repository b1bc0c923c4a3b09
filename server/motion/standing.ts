import type { GroupId, Instant, PersonId, SeatId } from '#shared/core'
import { can, type Actor, type Subject } from '#shared/access'
import type { Group, GroupInFull } from '#shared/group'
import { freezeElectorate, isAdopted, type ElectorateSeat, type Round, type RuleSet } from '#shared/motion'
import type { Queries } from '#server/db'
import { loadGroup, presidingCoordinatorId, ruleSetOf, votingSeats } from '#server/group'
import type { Motion, RosterSeat } from './motion.ts'
import { decidedOnText, hasAdopted } from './store.ts'
import type { SubjectFacts } from './subject.ts'

/** The group as a vote opened now would freeze it. [V1] */
export interface Body {
  readonly group: Group
  readonly rules: RuleSet
  readonly electorate: readonly ElectorateSeat[]
  /** The same seats by name, in the group's order. */
  readonly roster: readonly RosterSeat[]
  readonly presidingCoordinatorId: PersonId | null
}

export async function loadBody(queries: Queries, groupId: GroupId, now: Instant): Promise<Body | null> {
  const group = await loadGroup(queries, groupId, now)
  const rules = await ruleSetOf(queries, groupId)
  return group && rules ? bodyOf(group, rules) : null
}

/** The same of a group that has been loaded. */
export function bodyOf(group: GroupInFull, rules: RuleSet): Body {
  const seats = votingSeats(group)
  const frozen = freezeElectorate(
    seats.map(({ seatId, constituency, representatives }) => ({
      seatId,
      constituency,
      // Persons who may not sign in are left out of `representatives`; a seat is suspended in no other way.
      suspended: false,
      accredited: representatives.map(({ personId, rank }) => ({ personId, rank })),
    })),
  )
  const inElectorate = new Set<SeatId>(frozen.map(seat => seat.seatId))
  return {
    group,
    rules,
    electorate: frozen,
    roster: seats.filter(seat => inElectorate.has(seat.seatId)),
    presidingCoordinatorId: presidingCoordinatorId(group),
  }
}

/** What earlier votes on exactly this text leave to the next one. */
export interface Earlier {
  readonly round: Round
  readonly tiedAt: Instant | null
  /** The group has adopted exactly this text before. [V13] */
  readonly reconsiders: boolean
  /** The group has adopted no text of this lineage yet. [V11] */
  readonly firstAdoption: boolean
}

/** A text returned by the NGO seats comes back in the second round; a tie is counted within its round. [V8, V9] */
export async function earlierVotes(queries: Queries, subject: SubjectFacts): Promise<Earlier> {
  const motions = await decidedOnText(queries, subject.groupId, subject.baseId, subject.digest)
  let earlier: Earlier = {
    round: { number: 1 },
    tiedAt: null,
    reconsiders: motions.some(({ decision }) => decision !== null && isAdopted(decision.outcome)),
    firstAdoption: !(await hasAdopted(queries, subject.groupId, subject.baseId)),
  }
  for (const { decision, decidedAt, reconciledAt } of motions) {
    if (decidedAt === null) continue
    if (decision?.outcome === 'TIE') earlier = { ...earlier, tiedAt: decidedAt }
    if (decision?.outcome === 'RETURNED') {
      earlier = { ...earlier, round: { number: 2, returnedAt: decidedAt, reconciledAt }, tiedAt: null }
    }
  }
  return earlier
}

/** What the permission table asks of a vote of this group. */
export function accessSubject(group: Pick<Group, 'id' | 'kind'>, voteMode?: 'meeting' | 'correspondence'): Subject {
  return { groupId: group.id, groupKind: group.kind, ...(voteMode && { voteMode }) }
}

/**
 * Who may read a vote: whoever the permission table lets, and whoever was accredited for it at opening, for as long as
 * they may sign in at all. [V1]
 */
export function mayRead(actor: Actor, group: Pick<Group, 'id' | 'kind'>, motion?: Pick<Motion, 'snapshot'>): boolean {
  if (can(actor, 'motion.read', accessSubject(group))) return true
  return actor.confidential && motion !== undefined && seatsOf(actor.personId, motion).length > 0
}

/** The seats of the electorate for which this person was accredited at opening. [V1] */
export function seatsOf(personId: PersonId, { snapshot }: Pick<Motion, 'snapshot'>): readonly ElectorateSeat[] {
  return snapshot.electorate.filter(seat => seat.accredited.some(accredited => accredited.personId === personId))
}
