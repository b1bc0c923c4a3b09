/** Persons and organisations. */
import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm'
import { asId, type Instant, type OrganisationId, type PersonId } from '#shared/core'
import {
  organisationsTable,
  personsTable,
  representativesTable,
  seatsTable,
  sessionsTable,
  type Queries,
  type Tx,
} from '#server/db'
import { organisationKinds, type Organisation, type OrganisationKind } from '#shared/people'

/** A person as the server keeps them; the password's hash and the passkeys are the session slice's. */
export interface Person {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly organisationId: OrganisationId | null
  readonly locale: string
  /** WebAuthn user handle: random, base64url, says nothing about the person. */
  readonly userHandle: string
  readonly confidentialityConfirmedAt: Instant | null
  readonly suspendedAt: Instant | null
  readonly createdAt: Instant
}

export async function findPerson(queries: Queries, personId: PersonId): Promise<Person | null> {
  const [row] = await queries.select().from(personsTable).where(eq(personsTable.id, personId))
  return row ? rowToPerson(row) : null
}

/** @param email lower case, trimmed, as the schema leaves it */
export async function findPersonByEmail(queries: Queries, email: string): Promise<Person | null> {
  const [row] = await queries.select().from(personsTable).where(eq(personsTable.email, email))
  return row ? rowToPerson(row) : null
}

export async function insertPerson(tx: Tx, person: Person): Promise<void> {
  await tx.insert(personsTable).values({ ...person, passwordHash: null })
}

export async function updatePerson(
  tx: Tx,
  personId: PersonId,
  change: Partial<
    Pick<Person, 'name' | 'email' | 'organisationId' | 'locale' | 'confidentialityConfirmedAt' | 'suspendedAt'>
  >,
): Promise<void> {
  await tx.update(personsTable).set(change).where(eq(personsTable.id, personId))
}

export async function findOrganisation(queries: Queries, id: OrganisationId): Promise<Organisation | null> {
  const [row] = await queries.select().from(organisationsTable).where(eq(organisationsTable.id, id))
  return row ? rowToOrganisation(row) : null
}

/** Names are compared without regard to case: two spellings of one ministry are one ministry. */
export async function findOrganisationByName(
  queries: Queries,
  name: string,
  except?: OrganisationId,
): Promise<Organisation | null> {
  const [row] = await queries
    .select()
    .from(organisationsTable)
    .where(
      and(eq(sql`lower(${organisationsTable.name})`, name.toLowerCase()), except && ne(organisationsTable.id, except)),
    )
  return row ? rowToOrganisation(row) : null
}

export async function listOrganisations(
  queries: Queries,
): Promise<readonly (Organisation & { readonly persons: number })[]> {
  const rows = await queries.select().from(organisationsTable).orderBy(asc(organisationsTable.name))
  const counts = await queries
    .select({ organisationId: personsTable.organisationId, persons: count() })
    .from(personsTable)
    .where(isNull(personsTable.suspendedAt))
    .groupBy(personsTable.organisationId)
  const byOrganisation = new Map(counts.map(row => [row.organisationId, row.persons]))
  return rows.map(row => ({ ...rowToOrganisation(row), persons: byOrganisation.get(row.id) ?? 0 }))
}

export async function insertOrganisation(
  tx: Tx,
  organisation: Organisation & { readonly createdAt: Instant },
): Promise<void> {
  await tx.insert(organisationsTable).values(organisation)
}

export async function updateOrganisationName(tx: Tx, id: OrganisationId, name: string): Promise<void> {
  await tx.update(organisationsTable).set({ name }).where(eq(organisationsTable.id, id))
}

/** Constituencies of the seats this person speaks for now. */
export async function constituenciesSpokenFor(
  queries: Queries,
  personId: PersonId,
  now: Instant,
): Promise<readonly string[]> {
  const rows = await queries
    .select({ constituency: seatsTable.constituency, endsAt: representativesTable.endsAt })
    .from(representativesTable)
    .innerJoin(seatsTable, eq(seatsTable.id, representativesTable.seatId))
    .where(and(eq(representativesTable.personId, personId), isNull(seatsTable.endedAt)))
  return rows.filter(row => row.endsAt === null || row.endsAt > now).map(row => row.constituency)
}

/** Ends every session of a person but one, so that no device stays signed in. @returns hashes of the sessions ended */
export async function deleteSessionsOf(tx: Tx, personId: PersonId, exceptHash?: string): Promise<readonly string[]> {
  const rows = await tx
    .delete(sessionsTable)
    .where(and(eq(sessionsTable.personId, personId), exceptHash ? ne(sessionsTable.tokenHash, exceptHash) : undefined))
    .returning({ hash: sessionsTable.tokenHash })
  return rows.map(row => row.hash)
}

/** Ends every session of a person, and keeps them as ended by the suspension. @returns their hashes */
export async function suspendSessionsOf(tx: Tx, personId: PersonId, suspendedAt: Instant): Promise<readonly string[]> {
  const rows = await tx
    .update(sessionsTable)
    .set({ suspendedAt })
    .where(eq(sessionsTable.personId, personId))
    .returning({ hash: sessionsTable.tokenHash })
  return rows.map(row => row.hash)
}

export function rowToPerson(row: typeof personsTable.$inferSelect): Person {
  return {
    id: asId(row.id),
    name: row.name,
    email: row.email,
    organisationId: row.organisationId === null ? null : asId(row.organisationId),
    locale: row.locale,
    userHandle: row.userHandle,
    confidentialityConfirmedAt: row.confidentialityConfirmedAt,
    suspendedAt: row.suspendedAt,
    createdAt: row.createdAt,
  }
}

export function rowToOrganisation(row: typeof organisationsTable.$inferSelect): Organisation {
  return { id: asId(row.id), name: row.name, kind: asKind(row.kind) }
}

function asKind(text: string): OrganisationKind {
  const kind = organisationKinds.find(candidate => candidate === text)
  if (!kind) throw new Error(`stored organisation kind is unknown: ${text}`)
  return kind
}
