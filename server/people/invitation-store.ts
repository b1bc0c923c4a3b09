/** Invitations. The token is in the link alone; here lies its SHA-256. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import { asId, type Instant, type PersonId } from '#shared/core'
import { invitationsTable, type Queries, type Tx } from '#server/db'

export interface Invitation {
  readonly tokenHash: string
  readonly personId: PersonId
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly acceptedAt: Instant | null
  readonly revokedAt: Instant | null
}

export async function findInvitation(queries: Queries, tokenHash: string): Promise<Invitation | null> {
  const [row] = await queries.select().from(invitationsTable).where(eq(invitationsTable.tokenHash, tokenHash))
  return row ? rowToInvitation(row) : null
}

/** The latest first. */
export async function invitationsOf(queries: Queries, personId: PersonId): Promise<readonly Invitation[]> {
  const rows = await queries
    .select()
    .from(invitationsTable)
    .where(eq(invitationsTable.personId, personId))
    .orderBy(desc(invitationsTable.createdAt))
  return rows.map(rowToInvitation)
}

export async function insertInvitation(
  tx: Tx,
  invitation: Invitation & { readonly invitedBy: PersonId | null },
): Promise<void> {
  await tx.insert(invitationsTable).values(invitation)
}

/** @returns how many links were open and are no more */
export async function revokeOpenInvitations(tx: Tx, personId: PersonId, revokedAt: Instant): Promise<number> {
  const rows = await tx
    .update(invitationsTable)
    .set({ revokedAt })
    .where(
      and(
        eq(invitationsTable.personId, personId),
        isNull(invitationsTable.acceptedAt),
        isNull(invitationsTable.revokedAt),
      ),
    )
    .returning({ tokenHash: invitationsTable.tokenHash })
  return rows.length
}

export async function updateAccepted(tx: Tx, tokenHash: string, acceptedAt: Instant): Promise<void> {
  await tx.update(invitationsTable).set({ acceptedAt }).where(eq(invitationsTable.tokenHash, tokenHash))
}

export function isOpen(invitation: Invitation, now: Instant): boolean {
  return invitation.acceptedAt === null && invitation.revokedAt === null && now < invitation.expiresAt
}

export function rowToInvitation(row: typeof invitationsTable.$inferSelect): Invitation {
  return {
    tokenHash: row.tokenHash,
    personId: asId(row.personId),
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    acceptedAt: row.acceptedAt,
    revokedAt: row.revokedAt,
  }
}
