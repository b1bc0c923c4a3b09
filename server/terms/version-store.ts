import { and, desc, eq, inArray, max, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import {
  asId,
  canonicalJson,
  type Digest,
  type Instant,
  type PersonId,
  type SeatId,
  type TermsId,
  type TermsVersionId,
} from '#shared/core'
import type { Grade } from '#shared/motion'
import { versionStates, type VersionState } from '#shared/plan'
import type { TermsContent, TermsKind } from '#shared/terms'
import { organisationsTable, personsTable, seatsTable, termsVersionsTable, type Queries, type Tx } from '#server/db'

/** A submitted version without its text. */
export interface TermsVersionRow {
  readonly id: TermsVersionId
  readonly termsId: TermsId
  readonly number: number
  readonly digest: Digest
  readonly state: VersionState
  readonly submittedAt: Instant
  readonly submittedBy: { readonly id: PersonId; readonly name: string; readonly organisation: string | null }
  readonly seat: { readonly id: SeatId; readonly label: string } | null
  readonly decidedAt: Instant | null
  /** Since when votes are opened under it; none until its adoption over the NGO seats' objection is certified. [V9] */
  readonly inForceAt: Instant | null
  readonly grade: Grade | null
}

const submitterOrganisations = alias(organisationsTable, 'submitter_organisations')

function selectVersions(queries: Queries) {
  return queries
    .select({
      version: termsVersionsTable,
      personName: personsTable.name,
      organisation: submitterOrganisations.name,
      seatLabel: seatsTable.label,
    })
    .from(termsVersionsTable)
    .innerJoin(personsTable, eq(personsTable.id, termsVersionsTable.submittedBy))
    .leftJoin(submitterOrganisations, eq(submitterOrganisations.id, personsTable.organisationId))
    .leftJoin(seatsTable, eq(seatsTable.id, termsVersionsTable.submittedForSeat))
}

/** Latest first. */
export async function versionsOfTerms(queries: Queries, termsId: TermsId): Promise<readonly TermsVersionRow[]> {
  const rows = await selectVersions(queries)
    .where(eq(termsVersionsTable.termsId, termsId))
    .orderBy(desc(termsVersionsTable.number))
  return rows.map(rowToVersion)
}

/** Those of all bodies that wait for their vote to be opened. */
export async function submittedVersions(queries: Queries): Promise<readonly TermsVersionRow[]> {
  const rows = await selectVersions(queries).where(eq(termsVersionsTable.state, 'submitted'))
  return rows.map(rowToVersion)
}

export async function findVersion(queries: Queries, versionId: TermsVersionId): Promise<TermsVersionRow | null> {
  const [row] = await selectVersions(queries).where(eq(termsVersionsTable.id, versionId))
  return row ? rowToVersion(row) : null
}

/** The stored text, byte for byte. */
export async function versionText(queries: Queries, versionId: TermsVersionId): Promise<string | null> {
  const [row] = await queries
    .select({ content: termsVersionsTable.content })
    .from(termsVersionsTable)
    .where(eq(termsVersionsTable.id, versionId))
  return row?.content ?? null
}

/** The bodies as frozen in these versions, by version. */
export async function frozenBodies(
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<TermsContent['body'], 'kind' | 'name'>>> {
  const kind = sql<TermsKind>`json_extract(${termsVersionsTable.content}, '$.body.kind')`
  const name = sql<string>`json_extract(${termsVersionsTable.content}, '$.body.name')`
  const rows = await queries
    .select({ id: termsVersionsTable.id, kind, name })
    .from(termsVersionsTable)
    .where(inArray(termsVersionsTable.id, [...ids]))
  return new Map(rows.map(row => [row.id, row]))
}

/** A version of these terms with this digest in one of these states. */
export async function findSameTerms(
  queries: Queries,
  termsId: TermsId,
  digest: Digest,
  states: readonly VersionState[],
): Promise<TermsVersionRow | null> {
  const [row] = await selectVersions(queries).where(
    and(
      eq(termsVersionsTable.termsId, termsId),
      eq(termsVersionsTable.digest, digest),
      inArray(termsVersionsTable.state, [...states]),
    ),
  )
  return row ? rowToVersion(row) : null
}

/** From 1 for each body, without gaps. */
export async function nextVersionNumber(queries: Queries, termsId: TermsId): Promise<number> {
  const [row] = await queries
    .select({ last: max(termsVersionsTable.number) })
    .from(termsVersionsTable)
    .where(eq(termsVersionsTable.termsId, termsId))
  return (row?.last ?? 0) + 1
}

export async function insertVersion(
  tx: Tx,
  version: {
    readonly id: TermsVersionId
    readonly termsId: TermsId
    readonly number: number
    readonly digest: Digest
    readonly content: string
    readonly submittedBy: PersonId
    readonly submittedForSeat: SeatId | null
    readonly submittedAt: Instant
  },
): Promise<void> {
  await tx.insert(termsVersionsTable).values({ ...version, state: 'submitted' })
}

/** Only the state and what follows it ever change. [E1] */
export async function updateVersionState(
  tx: Tx,
  versionId: TermsVersionId,
  change: {
    readonly state: VersionState
    readonly decidedAt?: Instant | null | undefined
    readonly inForceAt?: Instant | undefined
    readonly grade?: Grade | null | undefined
  },
): Promise<void> {
  const { state, decidedAt, inForceAt } = change
  const grade = change.grade && canonicalJson(change.grade)
  await tx
    .update(termsVersionsTable)
    .set({ state, decidedAt, inForceAt, grade })
    .where(eq(termsVersionsTable.id, versionId))
}

function rowToVersion(row: Awaited<ReturnType<typeof selectVersions>>[number]): TermsVersionRow {
  const { version } = row
  const state = versionStates.find(candidate => candidate === version.state)
  if (state === undefined) throw new Error(`terms of reference are stored in an unknown state: ${version.state}`)
  return {
    id: asId(version.id),
    termsId: asId(version.termsId),
    number: version.number,
    digest: version.digest,
    state,
    submittedAt: version.submittedAt,
    submittedBy: { id: asId(version.submittedBy), name: row.personName, organisation: row.organisation },
    seat: version.submittedForSeat === null ? null : { id: asId(version.submittedForSeat), label: row.seatLabel ?? '' },
    decidedAt: version.decidedAt,
    inForceAt: version.inForceAt,
    // Stored by `updateVersionState` and by nothing else.
    grade: version.grade === null ? null : (JSON.parse(version.grade) as Grade),
  }
}
