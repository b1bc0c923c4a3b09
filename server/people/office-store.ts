/** Who held which office when. Rows are never deleted: the right of a past signer is looked up here. [G1, E5] */
import { and, desc, eq, gt, isNull, lte, ne, or } from 'drizzle-orm'
import { asId, type Instant, type PersonId } from '#shared/core'
import { officesTable, organisationsTable, personsTable, type Queries, type Tx } from '#server/db'
import { isInForce, offices, type Office, type OfficeTerm } from '#shared/people'

const inForceAt = (now: Instant) =>
  and(lte(officesTable.startsAt, now), or(isNull(officesTable.endsAt), gt(officesTable.endsAt, now)))

/** Every appointment there was, the latest first. */
export async function listOffices(queries: Queries, now: Instant): Promise<readonly OfficeTerm[]> {
  const rows = await queries
    .select({ term: officesTable, name: personsTable.name, organisation: organisationsTable.name })
    .from(officesTable)
    .innerJoin(personsTable, eq(personsTable.id, officesTable.personId))
    .leftJoin(organisationsTable, eq(organisationsTable.id, personsTable.organisationId))
    .orderBy(desc(officesTable.startsAt), desc(officesTable.id))
  return rows.map(({ term, name, organisation }) => ({
    id: term.id,
    office: asOffice(term.office),
    person: { id: asId<PersonId>(term.personId), name, organisation },
    act: term.act,
    startsAt: term.startsAt,
    endsAt: term.endsAt,
    inForce: isInForce(term, now),
  }))
}

/** Offices a person holds at a moment, in the order of `offices`. */
export async function officesHeld(queries: Queries, personId: PersonId, at: Instant): Promise<readonly Office[]> {
  const rows = await queries
    .select({ office: officesTable.office })
    .from(officesTable)
    .where(and(eq(officesTable.personId, personId), inForceAt(at)))
  return offices.filter(office => rows.some(row => row.office === office))
}

/** Who holds an office at a moment; several only of the Secretariat. */
export async function holdersOf(
  queries: Queries,
  office: Office,
  at: Instant,
): Promise<readonly { readonly id: PersonId; readonly name: string }[]> {
  const rows = await queries
    .select({ id: personsTable.id, name: personsTable.name })
    .from(officesTable)
    .innerJoin(personsTable, eq(personsTable.id, officesTable.personId))
    .where(and(eq(officesTable.office, office), inForceAt(at)))
  return rows.map(row => ({ id: asId<PersonId>(row.id), name: row.name }))
}

/** Members of the Secretariat, other than one person, who may sign in. A count. */
export async function countOtherSecretariat(queries: Queries, personId: PersonId, at: Instant): Promise<number> {
  const rows = await queries
    .selectDistinct({ id: personsTable.id })
    .from(officesTable)
    .innerJoin(personsTable, eq(personsTable.id, officesTable.personId))
    .where(
      and(
        eq(officesTable.office, 'secretariat'),
        ne(personsTable.id, personId),
        isNull(personsTable.suspendedAt),
        inForceAt(at),
      ),
    )
  return rows.length
}

export async function findOffice(queries: Queries, id: string): Promise<OfficeRow | null> {
  const [row] = await queries.select().from(officesTable).where(eq(officesTable.id, id))
  return row ? { ...row, office: asOffice(row.office), personId: asId<PersonId>(row.personId) } : null
}

export interface OfficeRow {
  readonly id: string
  readonly office: Office
  readonly personId: PersonId
  readonly act: string
  readonly startsAt: Instant
  readonly endsAt: Instant | null
}

export async function insertOffice(tx: Tx, office: OfficeRow): Promise<void> {
  await tx.insert(officesTable).values(office)
}

export async function updateOfficeEnd(tx: Tx, id: string, endsAt: Instant): Promise<void> {
  await tx.update(officesTable).set({ endsAt }).where(eq(officesTable.id, id))
}

export function asOffice(text: string): Office {
  const office = offices.find(candidate => candidate === text)
  if (!office) throw new Error(`stored office is unknown: ${text}`)
  return office
}
