import { and, asc, eq, isNull } from 'drizzle-orm'
import { asId, type Digest, type GroupId, type Instant, type PersonId } from '#shared/core'
import { calendarFeedsTable, groupsTable, type Queries, type Tx } from '#server/db'

/** A calendar that a person subscribed to. */
export interface Feed {
  /** SHA-256 of the token in its address, which is kept nowhere. */
  readonly tokenHash: Digest
  readonly personId: PersonId
  /** None for all meetings that the person is invited to. */
  readonly groupId: GroupId | null
  readonly createdAt: Instant
  readonly lastReadAt: Instant | null
  readonly revokedAt: Instant | null
}

export interface NamedFeed extends Feed {
  readonly groupName: string | null
}

export async function insertFeed(tx: Tx, feed: Feed): Promise<void> {
  await tx.insert(calendarFeedsTable).values(feed)
}

/** Those that can be read, the oldest first. */
export async function feedsOf(queries: Queries, personId: PersonId): Promise<readonly NamedFeed[]> {
  const rows = await queries
    .select({ feed: calendarFeedsTable, groupName: groupsTable.name })
    .from(calendarFeedsTable)
    .leftJoin(groupsTable, eq(groupsTable.id, calendarFeedsTable.groupId))
    .where(and(eq(calendarFeedsTable.personId, personId), isNull(calendarFeedsTable.revokedAt)))
    .orderBy(asc(calendarFeedsTable.createdAt), asc(calendarFeedsTable.tokenHash))
  return rows.map(({ feed, groupName }) => ({ ...rowToFeed(feed), groupName }))
}

/** Also one that was revoked. */
export async function findFeed(queries: Queries, tokenHash: Digest): Promise<Feed | null> {
  const [row] = await queries.select().from(calendarFeedsTable).where(eq(calendarFeedsTable.tokenHash, tokenHash))
  return row ? rowToFeed(row) : null
}

export async function updateFeed(
  tx: Tx,
  tokenHash: Digest,
  change: Partial<Pick<Feed, 'lastReadAt' | 'revokedAt'>>,
): Promise<void> {
  await tx.update(calendarFeedsTable).set(change).where(eq(calendarFeedsTable.tokenHash, tokenHash))
}

function rowToFeed(row: typeof calendarFeedsTable.$inferSelect): Feed {
  return {
    ...row,
    personId: asId<PersonId>(row.personId),
    groupId: row.groupId === null ? null : asId<GroupId>(row.groupId),
  }
}
