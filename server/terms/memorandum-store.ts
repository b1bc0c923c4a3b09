import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { asId, type Instant, type MemorandumId, type OrganisationId, type PersonId } from '#shared/core'
import { memorandaTable, organisationsTable, seatsTable, type Queries, type Tx } from '#server/db'
import type { OrganisationKind } from '#shared/people'
import type { Validity } from '#shared/terms'

/** A memorandum of understanding as registered. [G10] */
export interface Memorandum extends Validity {
  readonly id: MemorandumId
  readonly organisation: { readonly id: OrganisationId; readonly name: string }
  readonly reference: string
  readonly registeredAt: Instant
  readonly endReason: string | null
}

/** By organisation, the latest first. */
export async function listMemoranda(queries: Queries): Promise<readonly Memorandum[]> {
  const rows = await selectMemoranda(queries).orderBy(
    asc(organisationsTable.name),
    desc(memorandaTable.validFrom),
    desc(memorandaTable.registeredAt),
  )
  return rows.map(rowToMemorandum)
}

export async function findMemorandum(queries: Queries, id: MemorandumId): Promise<Memorandum | null> {
  const [row] = await selectMemoranda(queries).where(eq(memorandaTable.id, id))
  return row ? rowToMemorandum(row) : null
}

/** NGOs that hold a seat in some group, by name. */
export async function seatedNgos(
  queries: Queries,
): Promise<readonly { readonly id: OrganisationId; readonly name: string }[]> {
  const ngo: OrganisationKind = 'ngo'
  const rows = await queries
    .selectDistinct({ id: organisationsTable.id, name: organisationsTable.name })
    .from(seatsTable)
    .innerJoin(organisationsTable, eq(organisationsTable.id, seatsTable.organisationId))
    .where(and(isNull(seatsTable.endedAt), eq(organisationsTable.kind, ngo)))
    .orderBy(asc(organisationsTable.name))
  return rows.map(row => ({ id: asId<OrganisationId>(row.id), name: row.name }))
}

export async function insertMemorandum(
  tx: Tx,
  memorandum: {
    readonly id: MemorandumId
    readonly organisationId: OrganisationId
    readonly reference: string
    readonly validFrom: Instant
    readonly validUntil: Instant | null
    readonly registeredBy: PersonId
    readonly registeredAt: Instant
  },
): Promise<void> {
  await tx.insert(memorandaTable).values(memorandum)
}

export async function updateEnd(
  tx: Tx,
  id: MemorandumId,
  end: { readonly endedAt: Instant; readonly endReason: string },
): Promise<void> {
  await tx.update(memorandaTable).set(end).where(eq(memorandaTable.id, id))
}

function selectMemoranda(queries: Queries) {
  return queries
    .select({ memorandum: memorandaTable, organisation: organisationsTable.name })
    .from(memorandaTable)
    .innerJoin(organisationsTable, eq(organisationsTable.id, memorandaTable.organisationId))
}

function rowToMemorandum({
  memorandum,
  organisation,
}: Awaited<ReturnType<typeof selectMemoranda>>[number]): Memorandum {
  const { id, organisationId, reference, validFrom, validUntil, registeredAt, endedAt, endReason } = memorandum
  return {
    id: asId(id),
    organisation: { id: asId(organisationId), name: organisation },
    reference,
    validFrom,
    validUntil,
    registeredAt,
    endedAt,
    endReason,
  }
}
