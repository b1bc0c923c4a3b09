import { and, asc, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import { asId, type GroupId, type Instant, type MotionId } from '#shared/core'
import { methodNames, parseGivenName, type Decision, type GivenName, type MethodName } from '#shared/motion'
import { motionsTable, type Queries } from '#server/db'
import { parseDecision, parseSubjectKind } from './motion.ts'
import type { MotionSubjectKind } from './subject.ts'

/** A vote that is over, as figures ask for it. */
export interface PastVote {
  readonly id: MotionId
  readonly groupId: GroupId
  readonly subjectKind: MotionSubjectKind
  readonly title: string
  readonly name: GivenName | null
  readonly decidedAt: Instant
  readonly method: MethodName
  readonly decision: Decision
}

/** Votes of all groups that got the outcome they keep in this time, the first one first. Running ones tell nothing. [V5] */
export async function votesEnded(
  queries: Queries,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<readonly PastVote[]> {
  const { id, groupId, subjectKind, title, name, decidedAt, decision, snapshot } = motionsTable
  // Of what was frozen at opening, which is long, the name of the method is all that is asked for.
  const method = sql<string | null>`json_extract(${snapshot}, '$.snapshot.method.name')`
  const rows = await queries
    .select({ id, groupId, subjectKind, title, name, decidedAt, decision, method })
    .from(motionsTable)
    .where(and(isNotNull(decidedAt), gte(decidedAt, from), lt(decidedAt, until)))
    .orderBy(asc(decidedAt), asc(id))
  return rows.flatMap(row =>
    row.decidedAt === null || row.decision === null
      ? []
      : [
          {
            id: asId<MotionId>(row.id),
            groupId: asId<GroupId>(row.groupId),
            subjectKind: parseSubjectKind(row.subjectKind),
            title: row.title,
            name: parseGivenName(row.name),
            decidedAt: row.decidedAt,
            method: methodNames.find(name => name === row.method) ?? 'BALLOT',
            decision: parseDecision(row.decision),
          },
        ],
  )
}

/** How many votes of each group are under way. */
export async function votesUnderWay(queries: Queries): Promise<ReadonlyMap<GroupId, number>> {
  const { groupId, state } = motionsTable
  const rows = await queries
    .select({ groupId, running: sql<number>`count(*)` })
    .from(motionsTable)
    .where(inArray(state, ['open', 'held']))
    .groupBy(groupId)
  return new Map(rows.map(row => [asId<GroupId>(row.groupId), row.running]))
}
