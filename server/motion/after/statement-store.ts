import { and, asc, eq, inArray, max } from 'drizzle-orm'
import { asId, type Instant, type MotionId, type PersonId, type SeatId, type VoteStatementId } from '#shared/core'
import { statementKinds, type StatementKind } from '#shared/motion'
import { voteStatementsTable, type Queries, type Tx } from '#server/db'

/** What a seat says to a vote, in one of its versions. */
export interface VoteStatement {
  readonly id: VoteStatementId
  readonly motionId: MotionId
  readonly seatId: SeatId
  readonly kind: StatementKind
  /** From 1 within motion, seat and kind; the highest stands. */
  readonly number: number
  readonly personId: PersonId
  readonly at: Instant
  readonly text: string
}

export async function insertStatement(tx: Tx, statement: VoteStatement): Promise<void> {
  await tx.insert(voteStatementsTable).values(statement)
}

/** How many versions a seat has handed in of a statement of this kind. */
export async function lastStatementNumber(
  queries: Queries,
  { motionId, seatId, kind }: Pick<VoteStatement, 'motionId' | 'seatId' | 'kind'>,
): Promise<number> {
  const [row] = await queries
    .select({ last: max(voteStatementsTable.number) })
    .from(voteStatementsTable)
    .where(
      and(
        eq(voteStatementsTable.motionId, motionId),
        eq(voteStatementsTable.seatId, seatId),
        eq(voteStatementsTable.kind, kind),
      ),
    )
  return row?.last ?? 0
}

/** Every version ever handed in, in the order of time. */
export async function statementVersions(
  queries: Queries,
  motionIds: readonly MotionId[],
): Promise<readonly VoteStatement[]> {
  if (motionIds.length === 0) return []
  const rows = await queries
    .select()
    .from(voteStatementsTable)
    .where(inArray(voteStatementsTable.motionId, [...motionIds]))
    .orderBy(asc(voteStatementsTable.at), asc(voteStatementsTable.id))
  return rows.map(row => ({
    ...row,
    id: asId<VoteStatementId>(row.id),
    motionId: asId<MotionId>(row.motionId),
    seatId: asId<SeatId>(row.seatId),
    personId: asId<PersonId>(row.personId),
    kind: statementKinds.find(kind => kind === row.kind) ?? 'explanation',
  }))
}

export async function statementText(queries: Queries, id: string): Promise<string | null> {
  const [row] = await queries
    .select({ text: voteStatementsTable.text })
    .from(voteStatementsTable)
    .where(eq(voteStatementsTable.id, id))
  return row?.text ?? null
}
