import { and, asc, desc, eq, gt, gte, inArray, isNotNull, like, lt } from 'drizzle-orm'
import {
  meetingsTable,
  groupsTable,
  motionsTable,
  organisationsTable,
  personsTable,
  plansTable,
  planVersionsTable,
  recordTable,
  seatsTable,
  sectionsTable,
  sectionVersionsTable,
  type Queries,
} from '#server/db'
import type { RecordAct, StoredEntry } from '#shared/record'
import type { RecordQuery } from '#shared/record/schema'
import { ofGroup } from './of-group-store.ts'

/** An entry with the columns that stand beside its text for searching. */
export interface RecordRow extends StoredEntry {
  readonly at: number
  readonly act: string
  readonly actor: string | null
  readonly subject: string | null
}

/** The latest entries first, one more than asked for if there are more. */
export async function selectEntries(queries: Queries, query: RecordQuery): Promise<readonly RecordRow[]> {
  const { act, before, subject, actor, group, since, until, limit } = query
  const ofAct =
    act === undefined ? undefined : act.includes('.') ? eq(recordTable.act, act) : like(recordTable.act, `${act}.%`)
  const rows = await queries
    .select()
    .from(recordTable)
    .where(
      and(
        ofAct,
        before === undefined ? undefined : lt(recordTable.number, before),
        subject === undefined ? undefined : eq(recordTable.subjectId, subject),
        actor === undefined ? undefined : eq(recordTable.actorId, actor),
        group === undefined ? undefined : ofGroup(queries, group),
        since === undefined ? undefined : gte(recordTable.at, since),
        until === undefined ? undefined : lt(recordTable.at, until),
      ),
    )
    .orderBy(desc(recordTable.number))
    .limit(limit + 1)
  return rows.map(rowToEntry)
}

/** Entries in the order of the chain, from the one after `number`. */
export async function entriesAfter(queries: Queries, number: number, limit: number): Promise<readonly RecordRow[]> {
  const rows = await queries
    .select()
    .from(recordTable)
    .where(gt(recordTable.number, number))
    .orderBy(asc(recordTable.number))
    .limit(limit)
  return rows.map(rowToEntry)
}

/** Every entry that tells of this act, in order. */
export async function entriesOfAct(queries: Queries, act: RecordAct): Promise<readonly StoredEntry[]> {
  const rows = await queries.select().from(recordTable).where(eq(recordTable.act, act)).orderBy(asc(recordTable.number))
  return rows.map(({ number, entry, digest }) => ({ number, text: entry, digest }))
}

/** How many entries about this thing tell of one of these acts. */
export async function countEntries(queries: Queries, subject: string, acts: readonly RecordAct[]): Promise<number> {
  return queries.$count(recordTable, and(eq(recordTable.subjectId, subject), inArray(recordTable.act, [...acts])))
}

/**
 * What the things with these ids are called now. The record holds ids only: it cannot forget, names can be corrected.
 */
export async function namesOf(queries: Queries, ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return {}
  const named = [
    await queries
      .select({ id: personsTable.id, name: personsTable.name })
      .from(personsTable)
      .where(inArray(personsTable.id, wanted)),
    await queries
      .select({ id: organisationsTable.id, name: organisationsTable.name })
      .from(organisationsTable)
      .where(inArray(organisationsTable.id, wanted)),
    await queries
      .select({ id: groupsTable.id, name: groupsTable.name })
      .from(groupsTable)
      .where(inArray(groupsTable.id, wanted)),
    await queries
      .select({ id: seatsTable.id, name: seatsTable.label })
      .from(seatsTable)
      .where(inArray(seatsTable.id, wanted)),
    await queries
      .select({ id: plansTable.id, name: plansTable.title })
      .from(plansTable)
      .where(inArray(plansTable.id, wanted)),
    await queries
      .select({ id: sectionsTable.id, name: sectionsTable.title })
      .from(sectionsTable)
      .where(inArray(sectionsTable.id, wanted)),
    await queries
      .select({ id: motionsTable.id, name: motionsTable.title })
      .from(motionsTable)
      .where(inArray(motionsTable.id, wanted)),
    await queries
      .select({ id: meetingsTable.id, name: meetingsTable.title })
      .from(meetingsTable)
      // A draft, and the items of an agenda, are not for everybody who reads the record. [D4]
      .where(and(inArray(meetingsTable.id, wanted), isNotNull(meetingsTable.convenedAt))),
    await numberedNames(queries, wanted),
  ].flat()
  return Object.fromEntries(named.map(({ id, name }) => [id, name]))
}

/** Versions are called after what they are versions of. */
async function numberedNames(
  queries: Queries,
  ids: string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const sectionVersions = await queries
    .select({ id: sectionVersionsTable.id, title: sectionsTable.title, number: sectionVersionsTable.number })
    .from(sectionVersionsTable)
    .innerJoin(sectionsTable, eq(sectionsTable.id, sectionVersionsTable.sectionId))
    .where(inArray(sectionVersionsTable.id, ids))
  const planVersions = await queries
    .select({ id: planVersionsTable.id, title: plansTable.title, number: planVersionsTable.number })
    .from(planVersionsTable)
    .innerJoin(plansTable, eq(plansTable.id, planVersionsTable.planId))
    .where(inArray(planVersionsTable.id, ids))
  return [...sectionVersions, ...planVersions].map(({ id, title, number }) => ({ id, name: `${title} (${number})` }))
}

function rowToEntry(row: typeof recordTable.$inferSelect): RecordRow {
  const { number, at, act, actorId: actor, subjectId: subject, entry: text, digest } = row
  return { number, at, act, actor, subject, text, digest }
}
