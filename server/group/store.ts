import { and, asc, desc, eq, gt, isNull, lte, or, type AnyColumn, type SQL } from 'drizzle-orm'
import { asId, canonicalJson, type GroupId, type Instant, type PersonId } from '#shared/core'
import { groupsTable, personsTable, type Queries, type Tx } from '#server/db'
import type { Group, GroupKind, PersonName } from '#shared/group'
import type { MeetingSettings } from '#shared/meeting'
import { defaultRuleSet, type RuleSet } from '#shared/motion'
import { holdersOf } from '#server/people'

export type GroupRow = typeof groupsTable.$inferSelect

/** All groups, the NWG first. */
export async function listGroups(queries: Queries): Promise<readonly Group[]> {
  const rows = await queries.select().from(groupsTable).orderBy(asc(groupsTable.kind), asc(groupsTable.position))
  return rows.map(rowToGroup)
}

export async function findGroup(queries: Queries, groupId: GroupId): Promise<Group | null> {
  const [row] = await queries.select().from(groupsTable).where(eq(groupsTable.id, groupId))
  return row ? rowToGroup(row) : null
}

export async function findGroupByCode(queries: Queries, code: string): Promise<Group | null> {
  const [row] = await queries.select().from(groupsTable).where(eq(groupsTable.code, code))
  return row ? rowToGroup(row) : null
}

/** The position after the last group of a kind. */
export async function nextGroupPosition(queries: Queries, kind: GroupKind): Promise<number> {
  const [last] = await queries
    .select({ position: groupsTable.position })
    .from(groupsTable)
    .where(eq(groupsTable.kind, kind))
    .orderBy(desc(groupsTable.position))
    .limit(1)
  return last ? last.position + 1 : 0
}

/** The rules a group votes by, or null where there is no such group. */
export async function ruleSetOf(queries: Queries, groupId: GroupId): Promise<RuleSet | null> {
  const [row] = await queries
    .select({ kind: groupsTable.kind, ruleSet: groupsTable.ruleSet })
    .from(groupsTable)
    .where(eq(groupsTable.id, groupId))
  return row ? parseRuleSet(row) : null
}

export async function ruleSetsByGroup(queries: Queries): Promise<ReadonlyMap<string, RuleSet>> {
  const rows = await queries
    .select({ id: groupsTable.id, kind: groupsTable.kind, ruleSet: groupsTable.ruleSet })
    .from(groupsTable)
  return new Map(rows.map(row => [row.id, parseRuleSet(row)]))
}

/** The chair as set on the group; the NWG has none there. */
export async function chairSetOn(queries: Queries, groupId: GroupId): Promise<PersonId | null> {
  const [row] = await queries
    .select({ chair: groupsTable.chairPersonId })
    .from(groupsTable)
    .where(eq(groupsTable.id, groupId))
  return row?.chair ? asId<PersonId>(row.chair) : null
}

export async function chairSetByGroup(queries: Queries): Promise<ReadonlyMap<string, PersonName>> {
  const rows = await queries
    .select({ groupId: groupsTable.id, personId: personsTable.id, name: personsTable.name })
    .from(groupsTable)
    .innerJoin(personsTable, eq(personsTable.id, groupsTable.chairPersonId))
  return new Map(rows.map(row => [row.groupId, { personId: asId<PersonId>(row.personId), name: row.name }]))
}

/** Who holds the office of National Co-ordinator at this moment. [G1] */
export async function coordinatorAt(queries: Queries, now: Instant): Promise<PersonName | null> {
  const [holder] = await holdersOf(queries, 'nationalCoordinator', now)
  return holder ? { personId: holder.id, name: holder.name } : null
}

export async function insertGroup(
  tx: Tx,
  group: Group & { readonly ruleSet: string; readonly createdAt: Instant },
): Promise<void> {
  await tx.insert(groupsTable).values({ ...group, chairPersonId: null })
}

export async function updateChair(tx: Tx, groupId: GroupId, chairPersonId: PersonId | null): Promise<void> {
  await tx.update(groupsTable).set({ chairPersonId }).where(eq(groupsTable.id, groupId))
}

/** Only the adoption of terms of reference calls this: a group's rules change in no other way. [G10] */
export async function updateSettings(
  tx: Tx,
  groupId: GroupId,
  { rules, meetings }: { readonly rules: RuleSet; readonly meetings: MeetingSettings },
): Promise<void> {
  const change = { ruleSet: canonicalJson(rules), meetingSettings: canonicalJson({ ...meetings }) }
  await tx.update(groupsTable).set(change).where(eq(groupsTable.id, groupId))
}

/** Begun and not ended. */
export function inForce(
  table: { readonly startsAt: AnyColumn; readonly endsAt: AnyColumn },
  now: Instant,
): SQL | undefined {
  return and(lte(table.startsAt, now), or(isNull(table.endsAt), gt(table.endsAt, now)))
}

function rowToGroup(row: GroupRow): Group {
  return {
    id: asId(row.id),
    kind: row.kind === 'nwg' ? 'nwg' : 'twg',
    code: row.code,
    name: row.name,
    position: row.position,
  }
}

/**
 * The one parser of a stored rule set; `createGroup` and the adoption of terms of reference write them. One stored before
 * a number had its place in it has the default there.
 */
function parseRuleSet({ kind, ruleSet }: Pick<GroupRow, 'kind' | 'ruleSet'>): RuleSet {
  const defaults = defaultRuleSet(kind === 'nwg' ? 'nwg' : 'twg')
  const stored = JSON.parse(ruleSet) as Partial<RuleSet>
  return { ...defaults, ...stored, majority: { ...defaults.majority, ...stored.majority } }
}
