import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import {
  asId,
  type GroupId,
  type Instant,
  type PersonId,
  type PlanId,
  type SectionId,
  type SectionVersionId,
} from '#shared/core'
import { documentUpdatesTable, plansTable, sectionsTable, type Queries, type Tx } from '#server/db'
import {
  componentNumbers,
  planKinds,
  sectionKinds,
  type ComponentNumber,
  type Plan,
  type PlanKind,
  type Section,
  type SectionKind,
  type TextClosing,
} from '#shared/plan'

/** The National Action Plan first. */
export async function listPlans(queries: Queries): Promise<readonly Plan[]> {
  const plans = (await queries.select().from(plansTable)).map(rowToPlan)
  return plans.toSorted((one, other) => planKinds.indexOf(one.kind) - planKinds.indexOf(other.kind))
}

export async function findPlan(queries: Queries, planId: PlanId): Promise<Plan | null> {
  const [row] = await queries.select().from(plansTable).where(eq(plansTable.id, planId))
  return row ? rowToPlan(row) : null
}

export async function findPlanByKind(queries: Queries, kind: PlanKind): Promise<Plan | null> {
  const [row] = await queries.select().from(plansTable).where(eq(plansTable.kind, kind))
  return row ? rowToPlan(row) : null
}

/** All sections of a plan in its order, waived ones among them. */
export async function listSections(queries: Queries, planId: PlanId): Promise<readonly Section[]> {
  const rows = await queries
    .select()
    .from(sectionsTable)
    .where(eq(sectionsTable.planId, planId))
    .orderBy(asc(sectionsTable.position), asc(sectionsTable.id))
  return rows.map(rowToSection)
}

export async function findSection(queries: Queries, sectionId: SectionId): Promise<Section | null> {
  const [row] = await queries.select().from(sectionsTable).where(eq(sectionsTable.id, sectionId))
  return row ? rowToSection(row) : null
}

/** When a person last changed the live text; what the server seeded does not count. */
export async function lastEditAt(queries: Queries, sectionId: SectionId): Promise<Instant | null> {
  const { at, documentId, personId, seq } = documentUpdatesTable
  const [last] = await queries
    .select({ at })
    .from(documentUpdatesTable)
    .where(and(eq(documentId, sectionId), isNotNull(personId)))
    .orderBy(desc(seq))
    .limit(1)
  return last?.at ?? null
}

export async function insertPlan(tx: Tx, plan: Plan, createdAt: Instant): Promise<void> {
  const { id, kind, title, groupId } = plan
  await tx.insert(plansTable).values({ id, kind, title, ownerGroupId: groupId, createdAt })
}

export async function insertSection(tx: Tx, section: Section, createdAt: Instant): Promise<void> {
  await tx.insert(sectionsTable).values({ ...sectionToRow(section), createdAt })
}

export async function updateSection(tx: Tx, section: Section): Promise<void> {
  await tx.update(sectionsTable).set(sectionToRow(section)).where(eq(sectionsTable.id, section.id))
}

function sectionToRow(section: Section) {
  const { id, planId, kind, component, position, title, groupId, waived, frozen } = section
  return {
    id,
    planId,
    kind,
    component,
    position,
    title,
    ownerGroupId: groupId,
    waivedReason: waived?.reason ?? null,
    waivedAt: waived?.at ?? null,
    frozenAt: frozen?.at ?? null,
    frozenBy: frozen?.by ?? null,
    frozenReason: frozen?.reason ?? null,
    frozenUntilVersion: frozen?.untilVersion ?? null,
  }
}

function rowToPlan(row: typeof plansTable.$inferSelect): Plan {
  return {
    id: asId<PlanId>(row.id),
    kind: oneOf(planKinds, row.kind),
    title: row.title,
    groupId: asId<GroupId>(row.ownerGroupId),
  }
}

function rowToSection(row: typeof sectionsTable.$inferSelect): Section {
  return {
    id: asId<SectionId>(row.id),
    planId: asId<PlanId>(row.planId),
    kind: oneOf<SectionKind>(sectionKinds, row.kind),
    component: row.component === null ? null : oneOf<ComponentNumber>(componentNumbers, row.component),
    position: row.position,
    title: row.title,
    groupId: asId<GroupId>(row.ownerGroupId),
    waived: row.waivedAt === null ? null : { reason: row.waivedReason ?? '', at: row.waivedAt },
    frozen: rowToClosing(row),
  }
}

function rowToClosing(row: typeof sectionsTable.$inferSelect): TextClosing | null {
  if (row.frozenAt === null || row.frozenBy === null) return null
  return {
    at: row.frozenAt,
    by: asId<PersonId>(row.frozenBy),
    reason: row.frozenReason,
    untilVersion: row.frozenUntilVersion === null ? null : asId<SectionVersionId>(row.frozenUntilVersion),
  }
}

/** What lies in the database was written by this program: another value is a bug. */
export function oneOf<V extends string | number>(values: readonly V[], value: string | number): V {
  const found = values.find(candidate => candidate === value)
  if (found === undefined) throw new Error(`stored value is none of ${values.join(', ')}: ${value}`)
  return found
}
