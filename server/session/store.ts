/** Sessions and passwords at rest. A session's token lies in the browser alone; here lies its SHA-256. */
import { and, desc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { asId, type Instant, type PersonId } from '#shared/core'
import { organisationsTable, passkeysTable, personsTable, sessionsTable, type Queries, type Tx } from '#server/db'
import { rowToPerson, type Person } from '#server/people'

export type SignInMethod = 'password' | 'passkey' | 'invitation' | 'setup'

export interface Session {
  readonly tokenHash: string
  readonly personId: PersonId
  readonly method: SignInMethod
  readonly userAgent: string
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly expiresAt: Instant
  /** When the suspension of the person ended it. */
  readonly suspendedAt: Instant | null
}

/** A session with whom it belongs to, whatever its age. */
export async function findSession(
  queries: Queries,
  tokenHash: string,
): Promise<{ readonly session: Session; readonly person: Person; readonly organisation: string | null } | null> {
  const [row] = await queries
    .select({ session: sessionsTable, person: personsTable, organisation: organisationsTable.name })
    .from(sessionsTable)
    .innerJoin(personsTable, eq(personsTable.id, sessionsTable.personId))
    .leftJoin(organisationsTable, eq(organisationsTable.id, personsTable.organisationId))
    .where(eq(sessionsTable.tokenHash, tokenHash))
  return row
    ? { session: rowToSession(row.session), person: rowToPerson(row.person), organisation: row.organisation }
    : null
}

/** A person's sessions that are not over, the latest used first. */
export async function listSessions(
  queries: Queries,
  personId: PersonId,
  now: Instant,
  idleSince: Instant,
): Promise<readonly Session[]> {
  const rows = await queries
    .select()
    .from(sessionsTable)
    .where(
      and(
        eq(sessionsTable.personId, personId),
        gt(sessionsTable.expiresAt, now),
        gt(sessionsTable.lastSeenAt, idleSince),
        isNull(sessionsTable.suspendedAt),
      ),
    )
    .orderBy(desc(sessionsTable.lastSeenAt))
  return rows.map(rowToSession)
}

export async function insertSession(tx: Tx, session: Session): Promise<void> {
  await tx.insert(sessionsTable).values(session)
}

export async function updateLastSeen(tx: Tx, tokenHash: string, lastSeenAt: Instant): Promise<void> {
  await tx.update(sessionsTable).set({ lastSeenAt }).where(eq(sessionsTable.tokenHash, tokenHash))
}

/** @returns whether there was one */
export async function deleteSession(tx: Tx, tokenHash: string, personId?: PersonId): Promise<boolean> {
  const rows = await tx
    .delete(sessionsTable)
    .where(and(eq(sessionsTable.tokenHash, tokenHash), personId && eq(sessionsTable.personId, personId)))
    .returning({ hash: sessionsTable.tokenHash })
  return rows.length > 0
}

/** Clears away sessions that nobody can use any more. */
export async function deleteOverSessions(tx: Tx, now: Instant, idleSince: Instant): Promise<void> {
  await tx.delete(sessionsTable).where(or(lt(sessionsTable.expiresAt, now), lt(sessionsTable.lastSeenAt, idleSince)))
}

/** argon2id in PHC form; null where the person has set none. */
export async function passwordHashOf(queries: Queries, personId: PersonId): Promise<string | null> {
  const [row] = await queries
    .select({ passwordHash: personsTable.passwordHash })
    .from(personsTable)
    .where(eq(personsTable.id, personId))
  return row?.passwordHash ?? null
}

export async function updatePasswordHash(tx: Tx, personId: PersonId, passwordHash: string): Promise<void> {
  await tx.update(personsTable).set({ passwordHash }).where(eq(personsTable.id, personId))
}

export async function hasPasskey(queries: Queries, personId: PersonId): Promise<boolean> {
  const rows = await queries
    .select({ id: passkeysTable.id })
    .from(passkeysTable)
    .where(eq(passkeysTable.personId, personId))
    .limit(1)
  return rows.length > 0
}

function rowToSession(row: typeof sessionsTable.$inferSelect): Session {
  return { ...row, personId: asId(row.personId), method: asMethod(row.method) }
}

function asMethod(text: string): SignInMethod {
  return text === 'passkey' || text === 'invitation' || text === 'setup' ? text : 'password'
}
