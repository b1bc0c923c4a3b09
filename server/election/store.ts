import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import { asId, type ElectionId, type GroupId, type Instant, type PersonId, type SeatId } from '#shared/core'
import { electionStates } from '#shared/election'
import type { TextTitle } from '#shared/motion'
import { electionCandidatesTable, electionsTable, groupsTable, type Queries, type Tx } from '#server/db'
import { titleOf, type Candidate, type Election } from './election.ts'

export async function insertElection(tx: Tx, election: Election): Promise<void> {
  await tx.insert(electionsTable).values({ ...election, title: election.title ?? '' })
}

export async function findElection(queries: Queries, id: ElectionId): Promise<Election | null> {
  const [row] = await queries.select().from(electionsTable).where(eq(electionsTable.id, id))
  return row ? rowToElection(row) : null
}

/** The latest first; of all groups where none is named. */
export async function selectElections(queries: Queries, groupId: GroupId | undefined): Promise<readonly Election[]> {
  const rows = await queries
    .select()
    .from(electionsTable)
    .where(groupId === undefined ? undefined : eq(electionsTable.groupId, groupId))
    .orderBy(desc(electionsTable.calledAt), desc(electionsTable.id))
    .limit(500)
  return rows.map(rowToElection)
}

/** Those whose list is open, of these groups. */
export async function openElections(queries: Queries, groups: readonly GroupId[]): Promise<readonly Election[]> {
  const { state, groupId, calledAt } = electionsTable
  const rows = await queries
    .select()
    .from(electionsTable)
    .where(and(eq(state, 'listing'), inArray(groupId, [...groups])))
    .orderBy(desc(calledAt))
  return rows.map(rowToElection)
}

/** The election of this group from which a chair can still come. */
export async function electionUnderWay(queries: Queries, groupId: GroupId): Promise<ElectionId | null> {
  const [row] = await queries
    .select({ id: electionsTable.id })
    .from(electionsTable)
    .where(and(eq(electionsTable.groupId, groupId), inArray(electionsTable.state, ['listing', 'closed', 'underVote'])))
  return row ? asId<ElectionId>(row.id) : null
}

export async function updateElection(
  tx: Tx,
  id: ElectionId,
  change: Partial<Pick<Election, 'state' | 'digest' | 'electedId' | 'tookChair'>>,
): Promise<void> {
  await tx.update(electionsTable).set(change).where(eq(electionsTable.id, id))
}

/** Who stands now, in the order in which they were proposed. */
export async function candidatesOf(queries: Queries, id: ElectionId): Promise<readonly Candidate[]> {
  const rows = await queries
    .select()
    .from(electionCandidatesTable)
    .where(and(eq(electionCandidatesTable.electionId, id), isNull(electionCandidatesTable.takenBackAt)))
    .orderBy(asc(electionCandidatesTable.place))
  return rows.map(row => ({
    id: row.id,
    personId: asId<PersonId>(row.personId),
    seatId: asId<SeatId>(row.seatId),
    proposedBy: asId<PersonId>(row.proposedBy),
  }))
}

export async function insertCandidate(
  tx: Tx,
  electionId: ElectionId,
  candidate: Candidate & { readonly proposedAt: Instant },
): Promise<void> {
  const [row] = await tx
    .select({ before: count() })
    .from(electionCandidatesTable)
    .where(eq(electionCandidatesTable.electionId, electionId))
  const place = (row?.before ?? 0) + 1
  await tx.insert(electionCandidatesTable).values({ ...candidate, electionId, place, takenBackAt: null })
}

export async function takeBackCandidate(tx: Tx, id: string, takenBackAt: Instant): Promise<void> {
  await tx.update(electionCandidatesTable).set({ takenBackAt }).where(eq(electionCandidatesTable.id, id))
}

/** Titles by id, for lists of many. */
export async function electionTitles(
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TextTitle>> {
  if (ids.length === 0) return new Map()
  const rows = await queries
    .select({ election: electionsTable, group: groupsTable.name })
    .from(electionsTable)
    .innerJoin(groupsTable, eq(groupsTable.id, electionsTable.groupId))
    .where(inArray(electionsTable.id, [...ids]))
  return new Map(rows.map(({ election, group }) => [election.id, titleOf(rowToElection(election), group)]))
}

function rowToElection(row: typeof electionsTable.$inferSelect): Election {
  return {
    id: asId<ElectionId>(row.id),
    groupId: asId<GroupId>(row.groupId),
    title: row.title === '' ? null : row.title,
    state: electionStates.find(state => state === row.state) ?? 'withdrawn',
    calledBy: asId<PersonId>(row.calledBy),
    calledAt: row.calledAt,
    digest: row.digest,
    electedId: row.electedId === null ? null : asId<PersonId>(row.electedId),
    tookChair: row.tookChair,
  }
}
