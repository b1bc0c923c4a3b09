import { eq, inArray } from 'drizzle-orm'
import {
  electionsTable,
  groupsTable,
  motionsTable,
  plansTable,
  planVersionsTable,
  termsTable,
  termsVersionsTable,
  type Queries,
} from '#server/db'
import { parseGivenName, votedKinds, type TextTitle, type VotedKind } from '#shared/motion'
import type { RecordPageAnswer } from '#shared/record/schema'

type Titles = Pick<RecordPageAnswer, 'texts' | 'plans'>
type Titled = readonly (readonly [id: string, text: TextTitle & { readonly kind: VotedKind }])[]

/** Those of these things whose titles each reader's language makes, with the facts of which it does. */
export async function titlesOf(queries: Queries, ids: readonly string[]): Promise<Titles> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return { texts: {}, plans: {} }
  const plans = await queries
    .select({ id: plansTable.id, kind: plansTable.kind })
    .from(plansTable)
    .where(inArray(plansTable.id, wanted))
  return {
    texts: Object.fromEntries([
      ...(await votedTitles(queries, wanted)),
      ...(await planTitles(queries, wanted)),
      ...(await termsTitles(queries, wanted)),
      ...(await electionTitles(queries, wanted)),
    ]),
    plans: Object.fromEntries(plans.map(({ id, kind }) => [id, planKind(kind)])),
  }
}

/** Votes, by what they are about. */
async function votedTitles(queries: Queries, ids: string[]): Promise<Titled> {
  const { id, subjectKind, title, name } = motionsTable
  const rows = await queries.select({ id, subjectKind, title, name }).from(motionsTable).where(inArray(id, ids))
  return rows.flatMap(row => {
    const kind = votedKinds.find(one => one === row.subjectKind)
    return kind ? [[row.id, { kind, title: row.title, name: parseGivenName(row.name) }] as const] : []
  })
}

async function planTitles(queries: Queries, ids: string[]): Promise<Titled> {
  const { id, number } = planVersionsTable
  const rows = await queries
    .select({ id, number, title: plansTable.title, kind: plansTable.kind })
    .from(planVersionsTable)
    .innerJoin(plansTable, eq(plansTable.id, planVersionsTable.planId))
    .where(inArray(id, ids))
  return rows.map(row => {
    const name = { kind: 'planVersion', plan: planKind(row.kind), number: row.number } as const
    return [row.id, { kind: 'planVersion', title: row.title, name }] as const
  })
}

/** Terms of reference, and their versions. */
async function termsTitles(queries: Queries, ids: string[]): Promise<Titled> {
  const about = { kind: termsTable.kind, group: groupsTable.name }
  const texts = await queries
    .select({ id: termsTable.id, ...about })
    .from(termsTable)
    .innerJoin(groupsTable, eq(groupsTable.id, termsTable.groupId))
    .where(inArray(termsTable.id, ids))
  const versions = await queries
    .select({ id: termsVersionsTable.id, ...about })
    .from(termsVersionsTable)
    .innerJoin(termsTable, eq(termsTable.id, termsVersionsTable.termsId))
    .innerJoin(groupsTable, eq(groupsTable.id, termsTable.groupId))
    .where(inArray(termsVersionsTable.id, ids))
  return [...texts, ...versions].map(({ id, kind, group }) => {
    const office = kind === 'nationalCoordinator' || kind === 'secretariat' ? kind : null
    return [id, { kind: 'termsVersion', title: group, name: { kind: 'termsVersion', office, group } }] as const
  })
}

async function electionTitles(queries: Queries, ids: string[]): Promise<Titled> {
  const rows = await queries
    .select({ id: electionsTable.id, title: electionsTable.title, group: groupsTable.name })
    .from(electionsTable)
    .innerJoin(groupsTable, eq(groupsTable.id, electionsTable.groupId))
    .where(inArray(electionsTable.id, ids))
  return rows.map(({ id, title, group }) => {
    const name = title === '' ? ({ kind: 'election', group } as const) : null
    return [id, { kind: 'election', title, name }] as const
  })
}

function planKind(kind: string): 'nap' | 'children' {
  return kind === 'children' ? 'children' : 'nap'
}
