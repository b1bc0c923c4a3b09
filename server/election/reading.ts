import { can, type Actor } from '#shared/access'
import { err, ok, type ElectionId, type GroupId, type PersonId, type Result, type SeatId } from '#shared/core'
import { electionAfter } from '#shared/election'
import type { ElectionAnswer } from '#shared/election/schema'
import type { TextTitle } from '#shared/motion'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { loadGroup, votingSeats, type VotingSeat } from '#server/group'
import { motionIdsOn, personNames } from '#server/motion'
import type { Deps } from '../deps.ts'
import { mayConduct } from './acts.ts'
import { titleOf, type Election } from './election.ts'
import { candidatesOf, findElection, openElections, selectElections } from './store.ts'

type Reading = Pick<Deps, 'read' | 'now'>

/** Elections of a group, or of all, the latest first. Fails with `not-permitted`. */
export async function listElections(
  deps: Reading,
  actor: Actor,
  groupId: GroupId | undefined,
): Promise<Result<readonly ElectionAnswer[], CommonProblem>> {
  if (!can(actor, 'workspace.read')) return err({ type: 'not-permitted' })
  const found: ElectionAnswer[] = []
  for (const election of await selectElections(deps.read, groupId)) {
    const answer = await present(deps, actor, election)
    if (answer) found.push(answer)
  }
  return ok(found)
}

/** Fails with `not-found`, `not-permitted`. */
export async function readElection(
  deps: Reading,
  actor: Actor,
  id: ElectionId,
): Promise<Result<ElectionAnswer, CommonProblem>> {
  if (!can(actor, 'workspace.read')) return err({ type: 'not-permitted' })
  const election = await findElection(deps.read, id)
  const answer = election && (await present(deps, actor, election))
  return answer ? ok(answer) : err({ type: 'not-found' })
}

/** An election whose list is open, with the seats of the group that this person speaks for. [V12] */
export interface OpenList extends TextTitle {
  readonly id: ElectionId
  readonly group: { readonly id: GroupId; readonly name: string }
  readonly mySeats: readonly { readonly seatId: SeatId; readonly label: string; readonly proposed: boolean }[]
}

/** Those of groups in which this person speaks for a voting seat. */
export async function openLists({ read, now }: Reading, actor: Actor): Promise<readonly OpenList[]> {
  const found: OpenList[] = []
  const groups = actor.seats.map(({ groupId }) => groupId)
  for (const election of await openElections(read, groups)) {
    const group = await loadGroup(read, election.groupId, now())
    if (!group) continue
    const candidates = await candidatesOf(read, election.id)
    const mySeats = votingSeats(group)
      .filter(({ seatId }) => actor.seats.some(mine => mine.seatId === seatId))
      .map(({ seatId, organisationName }) => ({
        seatId,
        label: organisationName,
        proposed: candidates.some(one => one.seatId === seatId),
      }))
    if (mySeats.length > 0) {
      const { id, name } = group
      found.push({ id: election.id, ...titleOf(election, name), group: { id, name }, mySeats })
    }
  }
  return found
}

async function present({ read, now }: Reading, actor: Actor, election: Election): Promise<ElectionAnswer | null> {
  const group = await loadGroup(read, election.groupId, now())
  if (!group) return null
  const seats = votingSeats(group)
  const candidates = await candidatesOf(read, election.id)
  const elected = election.electedId === null ? [] : [election.electedId]
  const named = [election.calledBy, ...candidates.map(one => one.personId), ...elected]
  const names = await personNames(read, named)
  const nameOf = (id: PersonId): string => names.get(id) ?? ''
  const { state } = election
  const listing = state === 'listing'
  const conducts = mayConduct(actor, group)
  const listed = new Set(candidates.map(one => one.personId))
  return {
    id: election.id,
    group: { id: group.id, name: group.name },
    ...titleOf(election, group.name),
    state,
    calledAt: election.calledAt,
    calledBy: nameOf(election.calledBy),
    candidates: candidates.map(({ personId, seatId, proposedBy }) => ({
      personId,
      name: nameOf(personId),
      organisation: organisationOf(seats, personId),
      proposedBy: seats.find(seat => seat.seatId === seatId)?.organisationName ?? '',
      mayTakeBack: listing && (actor.personId === personId || actor.personId === proposedBy),
    })),
    digest: election.digest,
    motions: [...(await votesOn(read, election))],
    elected: election.electedId && { personId: election.electedId, name: nameOf(election.electedId) },
    tookChair: election.tookChair,
    may: {
      propose: listing
        ? seats
            .filter(({ seatId }) => can(actor, 'election.propose', { groupId: group.id, seatId }))
            .map(({ seatId, organisationName }) => ({ seatId, organisation: organisationName }))
        : [],
      close: conducts && candidates.length > 0 && electionAfter(state, 'close') !== null,
      reopen: conducts && electionAfter(state, 'reopen') !== null,
      withdraw: conducts && electionAfter(state, 'withdraw') !== null,
      open: state === 'closed' && mayOpenVote(actor, group),
    },
    eligible: listing ? eligibleOf(seats).filter(one => !listed.has(one.personId)) : [],
  }
}

function votesOn(queries: Queries, { id }: Election) {
  return motionIdsOn(queries, 'election', id)
}

/** The chair in either way; the Secretariat by correspondence. */
function mayOpenVote(actor: Actor, { id, kind }: { readonly id: GroupId; readonly kind: 'nwg' | 'twg' }): boolean {
  return can(actor, 'motion.open', { groupId: id, groupKind: kind, voteMode: 'correspondence' })
}

function eligibleOf(seats: readonly VotingSeat[]): ElectionAnswer['eligible'] {
  const found = new Map<PersonId, ElectionAnswer['eligible'][number]>()
  for (const { organisationName, representatives } of seats) {
    for (const { personId, name } of representatives) {
      if (!found.has(personId)) found.set(personId, { personId, name, organisation: organisationName })
    }
  }
  return [...found.values()]
}

function organisationOf(seats: readonly VotingSeat[], personId: PersonId): string {
  return seats.find(seat => seat.representatives.some(one => one.personId === personId))?.organisationName ?? ''
}
