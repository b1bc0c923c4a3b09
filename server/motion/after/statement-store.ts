import { and, asc, eq, inArray } from 'drizzle-orm'
import { asId, type Instant, type MotionId, type PersonId, type SeatId, type VoteStatementId } from '#shared/core'
import type { RepresentativeRank } from '#shared/group'
import { statementKinds, type StatementKind } from '#shared/motion'
import { voteStatementsTable, type Queries, type Tx } from '#server/db'

/** What a seat says to a vote, in one of its versions. */
export interface VoteStatement {
  readonly id: VoteStatementId
  readonly motionId: MotionId
  readonly seatId: SeatId
  readonly kind: StatementKind
  /** From 1 within motion, seat and kind. */
  readonly number: number
  readonly personId: PersonId
  /** In which the person spoke for the seat then. */
  readonly rank: RepresentativeRank
  readonly at: Instant
  readonly text: string
}

export async function insertStatement(tx: Tx, statement: VoteStatement): Promise<void> {
  const ofVote = eq(voteStatementsTable.motionId, statement.motionId)
  await tx
    .insert(voteStatementsTable)
    .values({ ...statement, position: (await tx.$count(voteStatementsTable, ofVote)) + 1 })
}

/** How many versions of a statement of this kind a seat has handed in, and how many of them by persons of this rank. */
export async function countVersions(
  queries: Queries,
  { motionId, seatId, kind, rank }: Pick<VoteStatement, 'motionId' | 'seatId' | 'kind' | 'rank'>,
): Promise<{ readonly all: number; readonly ofRank: number }> {
  const ofKind = and(
    eq(voteStatementsTable.motionId, motionId),
    eq(voteStatementsTable.seatId, seatId),
    eq(voteStatementsTable.kind, kind),
  )
  return {
    all: await queries.$count(voteStatementsTable, ofKind),
    ofRank: await queries.$count(voteStatementsTable, and(ofKind, eq(voteStatementsTable.rank, rank))),
  }
}

/** Every version ever handed in, in the order in which they were, as in the record: clocks stand still, and are put back. */
export async function statementVersions(
  queries: Queries,
  motionIds: readonly MotionId[],
): Promise<readonly VoteStatement[]> {
  if (motionIds.length === 0) return []
  const rows = await queries
    .select()
    .from(voteStatementsTable)
    .where(inArray(voteStatementsTable.motionId, [...motionIds]))
    .orderBy(asc(voteStatementsTable.motionId), asc(voteStatementsTable.position))
  return rows.map(rowToStatement)
}

export async function findVoteStatement(queries: Queries, id: string): Promise<VoteStatement | null> {
  const [row] = await queries.select().from(voteStatementsTable).where(eq(voteStatementsTable.id, id))
  return row ? rowToStatement(row) : null
}

function rowToStatement(row: typeof voteStatementsTable.$inferSelect): VoteStatement {
  return {
    ...row,
    id: asId<VoteStatementId>(row.id),
    motionId: asId<MotionId>(row.motionId),
    seatId: asId<SeatId>(row.seatId),
    personId: asId<PersonId>(row.personId),
    kind: statementKinds.find(kind => kind === row.kind) ?? 'explanation',
    rank: row.rank === 'alternate' ? 'alternate' : 'head',
  }
}
