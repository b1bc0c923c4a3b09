/** Calling an election, listing candidates, closing the list. [G6, V12] */
import { can, type Action, type Actor } from '#shared/access'
import { err, ok, sha256Hex, type ElectionId, type GroupId, type PersonId, type Result } from '#shared/core'
import { electionAfter, listDigest, type ElectionMove, type ElectionProblem } from '#shared/election'
import type { CandidateBody, ElectionBody } from '#shared/election/schema'
import type { Group, GroupProblem } from '#shared/group'
import type { CommonProblem } from '#shared/problem'
import type { Tx } from '#server/db'
import { electorate, findGroup } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { titleOf, type Election } from './election.ts'
import {
  candidatesOf,
  electionUnderWay,
  findElection,
  insertCandidate,
  insertElection,
  takeBackCandidate,
  updateElection,
} from './store.ts'

type Refusal = ElectionProblem | Extract<GroupProblem, { type: 'chair-by-office' }> | CommonProblem

/**
 * Calls the election of a TWG's chair: its list is open from now on.
 *
 * - `not-found`, `not-permitted`: neither the Secretariat nor the group's chair.
 * - `chair-by-office`: the NWG is chaired by the National Co-ordinator.
 * - `election-under-way`: the group elects already.
 */
export async function callElection(
  deps: Deps,
  actor: Actor,
  { groupId, title }: ElectionBody,
): Promise<Result<ElectionId, Refusal>> {
  const called = await deps.transaction(async (tx): Promise<Result<Election, Refusal>> => {
    const group = await findGroup(tx, groupId)
    if (!group || !can(actor, 'workspace.read')) return err({ type: 'not-found' })
    if (!mayConduct(actor, group)) return err({ type: 'not-permitted' })
    if (group.kind === 'nwg') return err({ type: 'chair-by-office' })
    const other = await electionUnderWay(tx, groupId)
    if (other !== null) return err({ type: 'election-under-way', electionId: other })
    const election: Election = {
      id: deps.newId<ElectionId>(),
      groupId,
      title,
      state: 'listing',
      calledBy: actor.personId,
      calledAt: deps.now(),
      digest: null,
      electedId: null,
      tookChair: false,
    }
    await insertElection(tx, election)
    const facts = { group: groupId, titleDigest: sha256Hex(titleOf({ title }, group.name).title) }
    await appendRecord(tx, deps, { act: 'election.called', actor: actor.personId, subject: election.id, facts })
    return ok(election)
  })
  if (!called.ok) return called
  announce(deps, called.value.groupId)
  return ok(called.value.id)
}

/**
 * Proposes somebody for a voting seat of the group. [G6]
 *
 * - `not-found`; `not-permitted`: the person does not speak for that seat, or it does not vote in this group.
 * - `election-moved-on`: the list is closed.
 * - `candidate-without-seat`: the proposed person speaks for no voting seat of the group. `candidate-already-listed`.
 */
export function proposeCandidate(
  deps: Deps,
  actor: Actor,
  electionId: ElectionId,
  { seatId, personId }: CandidateBody,
): Promise<Result<void, Refusal>> {
  return act(deps, electionId, async (tx, election) => {
    const seats = await electorate(tx, election.groupId, deps.now())
    const votes = seats.some(seat => seat.seatId === seatId)
    if (!votes || !can(actor, 'election.propose', { groupId: election.groupId, seatId })) {
      return err({ type: 'not-permitted' })
    }
    if (election.state !== 'listing') return err({ type: 'election-moved-on', state: election.state })
    const speaks = seats.some(seat => seat.representatives.some(one => one.personId === personId))
    if (!speaks) return err({ type: 'candidate-without-seat' })
    const listed = await candidatesOf(tx, electionId)
    if (listed.some(one => one.personId === personId)) return err({ type: 'candidate-already-listed' })
    const candidate = { id: deps.newId<ElectionId>(), personId, seatId, proposedBy: actor.personId }
    await insertCandidate(tx, electionId, { ...candidate, proposedAt: deps.now() })
    await appendRecord(tx, deps, {
      act: 'election.proposed',
      actor: actor.personId,
      seat: seatId,
      subject: electionId,
      facts: { candidate: personId },
    })
    return ok()
  })
}

/**
 * Takes a name off the open list: for whoever stands, or proposed it.
 *
 * - `not-found`: no such election, or not on the list. `not-permitted`. `election-moved-on`: the list is closed.
 */
export function withdrawCandidate(
  deps: Deps,
  actor: Actor,
  electionId: ElectionId,
  personId: PersonId,
): Promise<Result<void, Refusal>> {
  return act(deps, electionId, async (tx, election) => {
    const candidate = (await candidatesOf(tx, electionId)).find(one => one.personId === personId)
    if (!candidate) return err({ type: 'not-found' })
    const isTheirs = actor.personId === candidate.personId || actor.personId === candidate.proposedBy
    if (!actor.confidential || !isTheirs) return err({ type: 'not-permitted' })
    if (election.state !== 'listing') return err({ type: 'election-moved-on', state: election.state })
    await takeBackCandidate(tx, candidate.id, deps.now())
    await appendRecord(tx, deps, {
      act: 'election.takenBack',
      actor: actor.personId,
      subject: electionId,
      facts: { candidate: personId },
    })
    return ok()
  })
}

/**
 * Closes the list, opens a closed one again, or gives the election up.
 *
 * - `not-found`, `not-permitted`: neither the Secretariat nor the group's chair. `election-moved-on`.
 * - `election-without-candidates`: nobody stands.
 */
export function moveElection(
  deps: Deps,
  actor: Actor,
  electionId: ElectionId,
  move: Extract<ElectionMove, 'close' | 'reopen' | 'withdraw'>,
): Promise<Result<void, Refusal>> {
  return act(deps, electionId, async (tx, election, group) => {
    if (!mayConduct(actor, group)) return err({ type: 'not-permitted' })
    const state = electionAfter(election.state, move)
    if (state === null) return err({ type: 'election-moved-on', state: election.state })
    const candidates = (await candidatesOf(tx, electionId)).map(one => one.personId)
    if (move === 'close' && candidates.length === 0) return err({ type: 'election-without-candidates' })
    const digest = move === 'close' ? listDigest({ electionId, groupId: election.groupId, candidates }) : null
    await updateElection(tx, electionId, { state, digest })
    const facts = digest === null ? { group: group.id } : { group: group.id, digest, candidates }
    await appendRecord(tx, deps, { act: pastOf[move], actor: actor.personId, subject: electionId, facts })
    return ok()
  })
}

const pastOf = {
  close: 'election.listClosed',
  reopen: 'election.listReopened',
  withdraw: 'election.withdrawn',
} as const

export function mayConduct(actor: Actor, { id, kind }: Pick<Group, 'id' | 'kind'>): boolean {
  return can(actor, 'election.conduct' satisfies Action, { groupId: id, groupKind: kind })
}

/** Runs one act on an election and tells of it once it is kept. */
async function act(
  deps: Deps,
  electionId: ElectionId,
  work: (tx: Tx, election: Election, group: Group) => Promise<Result<void, Refusal>>,
): Promise<Result<void, Refusal>> {
  let groupId: GroupId | null = null
  const done = await deps.transaction(async (tx): Promise<Result<void, Refusal>> => {
    const election = await findElection(tx, electionId)
    const group = election && (await findGroup(tx, election.groupId))
    if (!group) return err({ type: 'not-found' })
    groupId = group.id
    return work(tx, election, group)
  })
  if (done.ok && groupId !== null) announce(deps, groupId)
  return done
}

/** An election is shown with its group. */
function announce({ bus }: Pick<Deps, 'bus'>, groupId: GroupId): void {
  bus.publish({ type: 'changed', topic: 'group', id: groupId })
}
