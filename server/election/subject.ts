import { asId, type ElectionId } from '#shared/core'
import { electionAfter, listDigest, type ElectionMove } from '#shared/election'
import { isAdopted, type Outcome } from '#shared/motion'
import type { MotionSubject, MoveFacts, SubjectFacts, SubjectHold, SubjectMove, SubjectMoved } from '#server/motion'
import { chairOf, findGroup, setChair } from '#server/group'
import type { Queries, Tx } from '#server/db'
import { personNames } from '#server/motion'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { titleOf, type Election } from './election.ts'
import { candidatesOf, electionTitles, findElection, updateElection } from './store.ts'

/** Without an elected person the list is as it was, and can be put again; voiding such a vote leaves it there. [V12] */
const moves = {
  open: 'open',
  adopt: 'elect',
  return: 'release',
  reject: 'release',
  release: 'release',
  void: null,
} as const satisfies Record<SubjectMove, ElectionMove | null>

/** A closed list of candidates, as the votes see it: always put to secret ballot. [G6, V12] */
export const electionSubject = {
  kind: 'election',

  async load(queries: Queries, id: string): Promise<SubjectFacts | null> {
    const electionId = asId<ElectionId>(id)
    const election = await findElection(queries, electionId)
    const group = election && (await findGroup(queries, election.groupId))
    if (!group) return null
    const candidates = (await candidatesOf(queries, electionId)).map(one => one.personId)
    const { title, name } = titleOf(election, group.name)
    const found = listDigest({ electionId, groupId: group.id, candidates })
    return {
      id,
      // One group has one chair, however often it elects.
      baseId: group.id,
      groupId: group.id,
      groupKind: group.kind,
      rulesKind: 'election',
      candidates,
      planKind: null,
      digest: election.digest ?? found,
      title,
      ...(name && { name }),
      state: election.state,
      mayOpen: election.state === 'closed',
      intact: election.digest === null || election.digest === found,
    }
  },

  async words(queries: Queries, id: string) {
    const election = await findElection(queries, asId<ElectionId>(id))
    const group = election && (await findGroup(queries, election.groupId))
    if (!group) return ''
    const candidates = await candidatesOf(queries, election.id)
    const names = await personNames(
      queries,
      candidates.map(one => one.personId),
    )
    return [titleOf(election, group.name).title, ...names.values()].join('\n')
  },

  titles: electionTitles,

  /** Whoever was elected has acted as chair since; another election follows. */
  async holdsTo(_queries: Queries, _id: string, outcome: Outcome): Promise<SubjectHold | null> {
    return isAdopted(outcome) ? 'inForce' : null
  },

  async moved(
    tx: Tx,
    deps: Pick<Deps, 'now' | 'newId'>,
    id: string,
    move: SubjectMove,
    facts: MoveFacts,
  ): Promise<SubjectMoved> {
    const election = await findElection(tx, asId<ElectionId>(id))
    if (!election) throw new Error(`a vote moved the election ${id}, which does not exist`)
    const made = moves[move]
    if (made === null) return { accessChanged: false }
    const state = electionAfter(election.state, made)
    if (state === null) throw new Error(`an election cannot ${made} when it is ${election.state}`)
    await updateElection(tx, election.id, { state })
    const alsoChanged = [{ topic: 'group', id: election.groupId } as const]
    if (state !== 'elected') return { accessChanged: false, alsoChanged }
    return { accessChanged: await takeChair(tx, deps, election, facts), alsoChanged }
  },
} as const satisfies MotionSubject

/**
 * Gives the chair to whoever was elected, by the vote. Where they speak for no seat of the group any more, nobody takes
 * it, and the election says so. [G6]
 */
async function takeChair(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  { id, groupId }: Election,
  { motionId, elected }: MoveFacts,
): Promise<boolean> {
  if (elected === undefined) throw new Error(`the election ${id} was adopted without an elected person`)
  const replacing = await chairOf(tx, groupId)
  const set = await setChair(tx, deps, { groupId, personId: elected, replacing, by: null, motionId })
  await updateElection(tx, id, { electedId: elected, tookChair: set.ok })
  await appendRecord(tx, deps, {
    act: 'election.elected',
    actor: null,
    subject: id,
    facts: { group: groupId, elected, motion: motionId, tookChair: set.ok },
  })
  return set.ok
}
