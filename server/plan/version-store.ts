import { and, asc, desc, eq, inArray, isNotNull, max, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import {
  asId,
  canonicalJson,
  type Digest,
  type Instant,
  type PersonId,
  type PlanId,
  type SeatId,
  type SectionId,
  type SectionVersionId,
} from '#shared/core'
import {
  organisationsTable,
  personsTable,
  seatsTable,
  sectionVersionsTable,
  sectionsTable,
  type Queries,
  type Tx,
} from '#server/db'
import type { Grade } from '#shared/motion'
import { versionStates, type VersionState } from '#shared/plan'
import { oneOf } from './store.ts'

/** A submitted version without its text. */
export interface VersionRow {
  readonly id: SectionVersionId
  readonly sectionId: SectionId
  readonly number: number
  readonly digest: Digest
  readonly state: VersionState
  readonly submittedAt: Instant
  readonly submittedBy: { readonly id: PersonId; readonly name: string; readonly organisation: string | null }
  readonly seat: { readonly id: SeatId; readonly label: string } | null
  readonly decidedAt: Instant | null
  readonly grade: Grade | null
  /** The version that an amendment made this one of. [V4] */
  readonly amendsId: SectionVersionId | null
}

export interface NewVersionRow {
  readonly id: SectionVersionId
  readonly sectionId: SectionId
  readonly number: number
  readonly digest: Digest
  readonly content: string
  readonly submittedBy: PersonId
  readonly seatId: SeatId | null
  readonly submittedAt: Instant
  readonly amendsId?: SectionVersionId
}

const submitterOrganisations = alias(organisationsTable, 'submitter_organisations')

const columns = {
  id: sectionVersionsTable.id,
  sectionId: sectionVersionsTable.sectionId,
  number: sectionVersionsTable.number,
  digest: sectionVersionsTable.digest,
  state: sectionVersionsTable.state,
  submittedAt: sectionVersionsTable.submittedAt,
  decidedAt: sectionVersionsTable.decidedAt,
  grade: sectionVersionsTable.grade,
  amendsId: sectionVersionsTable.amendsId,
  personId: personsTable.id,
  personName: personsTable.name,
  organisation: submitterOrganisations.name,
  seatId: seatsTable.id,
  seatLabel: seatsTable.label,
}

function selectVersions(queries: Queries) {
  return queries
    .select(columns)
    .from(sectionVersionsTable)
    .innerJoin(personsTable, eq(personsTable.id, sectionVersionsTable.submittedBy))
    .leftJoin(submitterOrganisations, eq(submitterOrganisations.id, personsTable.organisationId))
    .leftJoin(seatsTable, eq(seatsTable.id, sectionVersionsTable.submittedForSeat))
}

/** Latest first. */
export async function versionsOfSection(queries: Queries, sectionId: SectionId): Promise<readonly VersionRow[]> {
  const rows = await selectVersions(queries)
    .where(eq(sectionVersionsTable.sectionId, sectionId))
    .orderBy(desc(sectionVersionsTable.number))
  return rows.map(rowToVersion)
}

/** Those of all sections of a plan, latest first within each section. */
export async function versionsOfPlan(queries: Queries, planId: PlanId): Promise<readonly VersionRow[]> {
  const rows = await selectVersions(queries)
    .innerJoin(sectionsTable, eq(sectionsTable.id, sectionVersionsTable.sectionId))
    .where(eq(sectionsTable.planId, planId))
    .orderBy(desc(sectionVersionsTable.number))
  return rows.map(rowToVersion)
}

export async function findVersion(queries: Queries, versionId: SectionVersionId): Promise<VersionRow | null> {
  const [row] = await selectVersions(queries).where(eq(sectionVersionsTable.id, versionId))
  return row ? rowToVersion(row) : null
}

/** The stored text, byte for byte. */
export async function versionText(queries: Queries, versionId: SectionVersionId): Promise<string | null> {
  const [row] = await queries
    .select({ content: sectionVersionsTable.content })
    .from(sectionVersionsTable)
    .where(eq(sectionVersionsTable.id, versionId))
  return row?.content ?? null
}

/** When versions of all sections were adopted, the first one first; those of which the vote was voided are left out. [V13] */
export async function adoptions(queries: Queries): Promise<
  readonly {
    readonly id: SectionVersionId
    readonly sectionId: SectionId
    readonly number: number
    readonly at: Instant
  }[]
> {
  const { id, sectionId, number, decidedAt, state, grade } = sectionVersionsTable
  const rows = await queries
    .select({ id, sectionId, number, decidedAt })
    .from(sectionVersionsTable)
    .where(and(inArray(state, ['adopted', 'superseded']), isNotNull(decidedAt), isNotNull(grade)))
    .orderBy(asc(decidedAt))
  return rows.flatMap(row =>
    row.decidedAt === null
      ? []
      : [
          {
            id: asId<SectionVersionId>(row.id),
            sectionId: asId<SectionId>(row.sectionId),
            number: row.number,
            at: row.decidedAt,
          },
        ],
  )
}

/** Code and title of these versions' sections as they were frozen, by version. */
export async function versionTitles(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const title = sql<string>`json_extract(${sectionVersionsTable.content}, '$.section.code') || ' ' || json_extract(${sectionVersionsTable.content}, '$.section.title')`
  const rows = await queries
    .select({ id: sectionVersionsTable.id, title })
    .from(sectionVersionsTable)
    .where(inArray(sectionVersionsTable.id, [...ids]))
  return new Map(rows.map(row => [row.id, row.title]))
}

/** A version of the section with this digest in one of these states. */
export async function findSameText(
  queries: Queries,
  sectionId: SectionId,
  digest: Digest,
  states: readonly VersionState[],
): Promise<VersionRow | null> {
  const [row] = await selectVersions(queries).where(
    and(
      eq(sectionVersionsTable.sectionId, sectionId),
      eq(sectionVersionsTable.digest, digest),
      inArray(sectionVersionsTable.state, [...states]),
    ),
  )
  return row ? rowToVersion(row) : null
}

/** From 1 within the section, without gaps. */
export async function nextVersionNumber(queries: Queries, sectionId: SectionId): Promise<number> {
  const [row] = await queries
    .select({ last: max(sectionVersionsTable.number) })
    .from(sectionVersionsTable)
    .where(eq(sectionVersionsTable.sectionId, sectionId))
  return (row?.last ?? 0) + 1
}

export async function insertVersion(tx: Tx, version: NewVersionRow): Promise<void> {
  const { seatId, ...values } = version
  await tx.insert(sectionVersionsTable).values({ ...values, submittedForSeat: seatId, state: 'submitted' })
}

/** Only the state and what follows it ever change. [E1] */
export async function updateVersionState(
  tx: Tx,
  versionId: SectionVersionId,
  change: {
    readonly state: VersionState
    readonly decidedAt?: Instant | null | undefined
    readonly grade?: Grade | null | undefined
  },
): Promise<void> {
  const { state, decidedAt } = change
  const grade = change.grade && canonicalJson(change.grade)
  await tx.update(sectionVersionsTable).set({ state, decidedAt, grade }).where(eq(sectionVersionsTable.id, versionId))
}

type SelectedRow = Awaited<ReturnType<typeof selectVersions>>[number]

function rowToVersion(row: SelectedRow): VersionRow {
  return {
    id: asId(row.id),
    sectionId: asId(row.sectionId),
    number: row.number,
    digest: row.digest,
    state: oneOf<VersionState>(versionStates, row.state),
    submittedAt: row.submittedAt,
    submittedBy: { id: asId(row.personId), name: row.personName, organisation: row.organisation },
    seat: row.seatId === null ? null : { id: asId(row.seatId), label: row.seatLabel ?? '' },
    decidedAt: row.decidedAt,
    grade: parseGrade(row.grade),
    amendsId: row.amendsId === null ? null : asId(row.amendsId),
  }
}

/** Stored by `updateVersionState` and by nothing else. */
function parseGrade(text: string | null): Grade | null {
  return text === null ? null : (JSON.parse(text) as Grade)
}
