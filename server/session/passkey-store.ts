/** Passkeys and the challenges that wait for them. */
import { and, asc, eq, lt } from 'drizzle-orm'
import { asId, type Instant, type PersonId } from '#shared/core'
import { challengesTable, passkeysTable, type Queries, type Tx } from '#server/db'

export interface Passkey {
  /** Credential id, base64url. */
  readonly id: string
  readonly personId: PersonId
  /** COSE key (RFC 9052), CBOR. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  /** How often the authenticator says it has signed; many keep it at 0. */
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly createdAt: Instant
  readonly lastUsedAt: Instant | null
}

export type ChallengePurpose = 'register' | 'signIn' | 'accept'

export async function passkeysOf(queries: Queries, personId: PersonId): Promise<readonly Passkey[]> {
  const rows = await queries
    .select()
    .from(passkeysTable)
    .where(eq(passkeysTable.personId, personId))
    .orderBy(asc(passkeysTable.createdAt))
  return rows.map(rowToPasskey)
}

export async function findPasskey(queries: Queries, id: string): Promise<Passkey | null> {
  const [row] = await queries.select().from(passkeysTable).where(eq(passkeysTable.id, id))
  return row ? rowToPasskey(row) : null
}

export async function insertPasskey(tx: Tx, passkey: Passkey): Promise<void> {
  await tx.insert(passkeysTable).values({
    ...passkey,
    publicKey: Buffer.from(passkey.publicKey),
    transports: JSON.stringify(passkey.transports),
  })
}

export async function updatePasskeyUse(tx: Tx, id: string, counter: number, lastUsedAt: Instant): Promise<void> {
  await tx.update(passkeysTable).set({ counter, lastUsedAt }).where(eq(passkeysTable.id, id))
}

export async function updatePasskeyName(tx: Tx, personId: PersonId, id: string, name: string): Promise<boolean> {
  const rows = await tx
    .update(passkeysTable)
    .set({ name })
    .where(and(eq(passkeysTable.id, id), eq(passkeysTable.personId, personId)))
    .returning({ id: passkeysTable.id })
  return rows.length > 0
}

export async function deletePasskey(tx: Tx, id: string): Promise<void> {
  await tx.delete(passkeysTable).where(eq(passkeysTable.id, id))
}

export async function insertChallenge(
  tx: Tx,
  challenge: {
    readonly challenge: string
    readonly purpose: ChallengePurpose
    readonly personId: PersonId | null
    readonly expiresAt: Instant
  },
  now: Instant,
): Promise<void> {
  await deleteOverChallenges(tx, now)
  await tx.insert(challengesTable).values({ ...challenge, statement: null })
}

/** Takes a challenge out, so that it is answered once. @returns whether it was waiting for this purpose and person */
export async function takeChallenge(
  tx: Tx,
  wanted: { readonly challenge: string; readonly purpose: ChallengePurpose; readonly personId: PersonId | null },
  now: Instant,
): Promise<boolean> {
  await deleteOverChallenges(tx, now)
  const [row] = await tx.delete(challengesTable).where(eq(challengesTable.challenge, wanted.challenge)).returning()
  return row !== undefined && row.purpose === wanted.purpose && row.personId === wanted.personId
}

/** Anybody may ask for a challenge; those never answered must not pile up. */
async function deleteOverChallenges(tx: Tx, now: Instant): Promise<void> {
  await tx.delete(challengesTable).where(lt(challengesTable.expiresAt, now))
}

function rowToPasskey(row: typeof passkeysTable.$inferSelect): Passkey {
  return {
    ...row,
    personId: asId(row.personId),
    publicKey: new Uint8Array(row.publicKey),
    transports: parseTransports(row.transports),
  }
}

function parseTransports(text: string): readonly string[] {
  const value: unknown = JSON.parse(text)
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : []
}
