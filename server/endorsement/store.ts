import { and, asc, desc, eq, inArray, lt, max } from 'drizzle-orm'
import {
  asId,
  canonicalJson,
  type Digest,
  type Instant,
  type PersonId,
  type PlanId,
  type PlanVersionId,
} from '#shared/core'
import {
  challengesTable,
  endorsementActsTable,
  personsTable,
  plansTable,
  planVersionsTable,
  recordTable,
  workspaceTable,
  type Queries,
  type Tx,
} from '#server/db'
import {
  endorsementForms,
  planVersionStates,
  type BundleSignature,
  type EndorsementForm,
  type PlanVersionState,
} from '#shared/endorsement'
import type { Grade, TextTitle } from '#shared/motion'
import { planKinds, type PlanKind } from '#shared/plan'
import type { StoredEntry } from '#shared/record'
import type { EndorsementAct, NewAct, NewPlanVersion, PlanVersion } from './plan-version.ts'

function selectVersions(queries: Queries) {
  return queries
    .select({ version: planVersionsTable, assembledByName: personsTable.name })
    .from(planVersionsTable)
    .innerJoin(personsTable, eq(personsTable.id, planVersionsTable.assembledBy))
}

export async function findPlanVersion(queries: Queries, id: PlanVersionId): Promise<PlanVersion | null> {
  const [row] = await selectVersions(queries).where(eq(planVersionsTable.id, id))
  return row ? rowToVersion(row) : null
}

/** The plan's title and the number of each of these versions, by version. */
export async function planVersionTitles(
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TextTitle>> {
  const rows = await queries
    .select({
      id: planVersionsTable.id,
      number: planVersionsTable.number,
      title: plansTable.title,
      kind: plansTable.kind,
    })
    .from(planVersionsTable)
    .innerJoin(plansTable, eq(plansTable.id, planVersionsTable.planId))
    .where(inArray(planVersionsTable.id, [...ids]))
  return new Map(
    rows.map(({ id, number, title, kind }) => [
      id,
      {
        title: titleOfVersion({ title }, { number }),
        name: { kind: 'planVersion', plan: stored<PlanKind>(planKinds, kind), number },
      },
    ]),
  )
}

/** What a version of a plan is called where many texts stand side by side. */
export function titleOfVersion(plan: { readonly title: string }, { number }: { readonly number: number }): string {
  return `${plan.title} (${number})`
}

/** Latest first. */
export async function versionsOfPlan(queries: Queries, planId: PlanId): Promise<readonly PlanVersion[]> {
  const rows = await selectVersions(queries)
    .where(eq(planVersionsTable.planId, planId))
    .orderBy(desc(planVersionsTable.number))
  return rows.map(rowToVersion)
}

/** Of all plans. */
export async function allPlanVersions(queries: Queries): Promise<readonly PlanVersion[]> {
  return (await selectVersions(queries)).map(rowToVersion)
}

/** From 1 within the plan, without gaps. */
export async function nextNumber(queries: Queries, planId: PlanId): Promise<number> {
  const [row] = await queries
    .select({ last: max(planVersionsTable.number) })
    .from(planVersionsTable)
    .where(eq(planVersionsTable.planId, planId))
  return (row?.last ?? 0) + 1
}

export async function insertPlanVersion(tx: Tx, version: NewPlanVersion): Promise<void> {
  await tx.insert(planVersionsTable).values({ ...version, state: 'candidate' })
}

/** Only the state and what follows it ever change. [E1] */
export async function updatePlanVersion(
  tx: Tx,
  id: PlanVersionId,
  change: { readonly state: PlanVersionState } & Partial<
    Pick<PlanVersion, 'adoptedAt' | 'notedAt' | 'endorsedAt' | 'publishedAt' | 'grade' | 'endorsedAs'>
  >,
): Promise<void> {
  const { grade, ...rest } = change
  const written = grade === undefined ? {} : { grade: grade && canonicalJson(grade) }
  await tx
    .update(planVersionsTable)
    .set({ ...rest, ...written })
    .where(eq(planVersionsTable.id, id))
}

/** In the order in which they were done. */
export async function actsOn(queries: Queries, id: PlanVersionId): Promise<readonly EndorsementAct[]> {
  const rows = await queries
    .select({ act: endorsementActsTable, personName: personsTable.name })
    .from(endorsementActsTable)
    .innerJoin(personsTable, eq(personsTable.id, endorsementActsTable.personId))
    .where(eq(endorsementActsTable.planVersionId, id))
    .orderBy(asc(endorsementActsTable.at))
  return rows.map(({ act, personName }) => rowToAct(act, personName))
}

export async function insertAct(tx: Tx, act: NewAct): Promise<void> {
  const { id, planVersionId, personId, at } = act
  const done =
    act.act === 'endorsed'
      ? { statement: act.statement, method: act.method, signature: canonicalJson(act.signature) }
      : { statement: act.reasons }
  await tx.insert(endorsementActsTable).values({ id, planVersionId, act: act.act, personId, at, ...done })
}

/** An act exactly as stored, for checks: what was altered may not even be readable. */
export interface StoredAct {
  readonly statement: string
  readonly signature: string | null
}

export async function findStoredAct(queries: Queries, actId: string): Promise<StoredAct | null> {
  const { id, statement, signature } = endorsementActsTable
  const [row] = await queries.select({ statement, signature }).from(endorsementActsTable).where(eq(id, actId))
  return row ?? null
}

const purpose = 'endorse'

/** A statement that waits to be signed once. */
export async function insertStatement(
  tx: Tx,
  waiting: {
    readonly challenge: string
    readonly personId: PersonId
    readonly statement: string
    readonly expiresAt: Instant
  },
): Promise<void> {
  await tx.insert(challengesTable).values({ ...waiting, purpose })
}

/** @returns null where nothing of this person waits under the challenge any more */
export async function findStatement(
  queries: Queries,
  challenge: string,
  personId: PersonId,
  now: Instant,
): Promise<string | null> {
  const [row] = await queries
    .select()
    .from(challengesTable)
    .where(and(eq(challengesTable.challenge, challenge), eq(challengesTable.purpose, purpose)))
  return row && row.personId === personId && row.expiresAt > now ? row.statement : null
}

/** Takes it out, so that it is signed once. @returns as `findStatement` */
export async function takeStatement(
  tx: Tx,
  challenge: string,
  personId: PersonId,
  now: Instant,
): Promise<string | null> {
  const found = await findStatement(tx, challenge, personId, now)
  await tx
    .delete(challengesTable)
    .where(and(eq(challengesTable.challenge, challenge), eq(challengesTable.purpose, purpose)))
  await tx.delete(challengesTable).where(lt(challengesTable.expiresAt, now))
  return found
}

/** Entries of the record about these things, in their order. */
export async function entriesAbout(queries: Queries, subjects: readonly string[]): Promise<readonly StoredEntry[]> {
  const rows = await queries
    .select()
    .from(recordTable)
    .where(inArray(recordTable.subjectId, [...subjects]))
    .orderBy(asc(recordTable.number))
  return rows.map(({ number, entry, digest }) => ({ number, text: entry, digest }))
}

export async function workspaceName(
  queries: Queries,
): Promise<{ readonly name: string; readonly country: string } | null> {
  const [row] = await queries.select().from(workspaceTable)
  return row ? { name: row.name, country: row.country } : null
}

function rowToVersion({
  version,
  assembledByName,
}: {
  version: typeof planVersionsTable.$inferSelect
  assembledByName: string
}): PlanVersion {
  return {
    ...version,
    id: asId<PlanVersionId>(version.id),
    planId: asId<PlanId>(version.planId),
    state: stored<PlanVersionState>(planVersionStates, version.state),
    root: version.root satisfies Digest,
    assembledBy: { id: asId<PersonId>(version.assembledBy), name: assembledByName },
    grade: version.grade === null ? null : parseGrade(version.grade),
    endorsedAs: version.endorsedAs === null ? null : stored<EndorsementForm>(endorsementForms, version.endorsedAs),
  }
}

function rowToAct(row: typeof endorsementActsTable.$inferSelect, personName: string): EndorsementAct {
  const by = {
    id: row.id,
    planVersionId: asId<PlanVersionId>(row.planVersionId),
    personId: asId<PersonId>(row.personId),
    personName,
    at: row.at,
  }
  if (row.act !== 'endorsed') return { ...by, act: 'sentBack', reasons: row.statement }
  if (row.signature === null) throw new Error(`endorsement ${row.id} is stored without a signature`)
  const signature = parseSignature(row.signature)
  return { ...by, act: 'endorsed', statement: row.statement, method: signature.method, signature }
}

/** The one parser of stored signatures; only `endorse` writes them. */
function parseSignature(text: string): BundleSignature {
  return JSON.parse(text) as BundleSignature
}

function parseGrade(text: string): Grade {
  return JSON.parse(text) as Grade
}

function stored<V extends string>(values: readonly V[], value: string): V {
  const found = values.find(candidate => candidate === value)
  if (found === undefined) throw new Error(`stored value is none of ${values.join(', ')}: ${value}`)
  return found
}
