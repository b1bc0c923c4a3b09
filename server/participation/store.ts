import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { asId, type GroupId, type Instant, type PersonId, type SeatId } from '#shared/core'
import { constituencies, type Constituency } from '#shared/group'
import type { MinimumFrom, Suspension } from '#shared/participation'
import {
  groupsTable,
  officesTable,
  recordTable,
  representativesTable,
  seatsTable,
  termsTable,
  termsVersionsTable,
  type Queries,
} from '#server/db'

/** An accreditation, ended ones too. */
export interface Accreditation {
  readonly personId: PersonId
  readonly seatId: SeatId
  readonly groupId: GroupId
  readonly constituency: Constituency
  readonly from: Instant
  readonly until: Instant | null
}

/** Every accreditation that ever was. */
export async function everyAccreditation(queries: Queries): Promise<readonly Accreditation[]> {
  const rows = await queries
    .select({
      personId: representativesTable.personId,
      seatId: seatsTable.id,
      groupId: seatsTable.groupId,
      constituency: seatsTable.constituency,
      from: representativesTable.startsAt,
      until: representativesTable.endsAt,
    })
    .from(representativesTable)
    .innerJoin(seatsTable, eq(seatsTable.id, representativesTable.seatId))
  return rows.map(row => ({
    personId: asId<PersonId>(row.personId),
    seatId: asId<SeatId>(row.seatId),
    groupId: asId<GroupId>(row.groupId),
    constituency: constituencies.find(one => one === row.constituency) ?? 'OBSERVER',
    from: row.from,
    until: row.until,
  }))
}

/** Who was National Co-ordinator or in the Secretariat, and when. */
export async function everyOffice(
  queries: Queries,
): Promise<readonly { readonly personId: PersonId; readonly from: Instant; readonly until: Instant | null }[]> {
  const { personId, office, startsAt, endsAt } = officesTable
  const rows = await queries
    .select({ personId, from: startsAt, until: endsAt })
    .from(officesTable)
    .where(inArray(office, ['nationalCoordinator', 'secretariat']))
  return rows.map(row => ({ ...row, personId: asId<PersonId>(row.personId) }))
}

/** When whose access was suspended and given back, as the record has it; a person alone has the present only. */
export async function suspensions(queries: Queries): Promise<ReadonlyMap<PersonId, readonly Suspension[]>> {
  const rows = await queries
    .select({ act: recordTable.act, at: recordTable.at, personId: recordTable.subjectId })
    .from(recordTable)
    .where(inArray(recordTable.act, ['person.suspended', 'person.reinstated']))
    .orderBy(recordTable.number)
  const found = new Map<PersonId, Suspension[]>()
  for (const { act, at, personId } of rows) {
    if (personId === null) continue
    const known = found.get(asId<PersonId>(personId)) ?? []
    const last = known.at(-1)
    if (act === 'person.suspended') known.push({ from: at, until: null })
    else if (last) known[known.length - 1] = { ...last, until: at }
    found.set(asId<PersonId>(personId), known)
  }
  return found
}

/** NGO seats that terms of reference ask for, by group, each from its coming into force on. [G10, V9] */
export async function adoptedMinimums(queries: Queries): Promise<ReadonlyMap<GroupId, readonly MinimumFrom[]>> {
  const { content, inForceAt, grade, termsId } = termsVersionsTable
  const minimum = sql<number | null>`json_extract(${content}, '$.settings.rules.ngoMinimum')`
  const rows = await queries
    .select({ groupId: termsTable.groupId, from: inForceAt, minimum })
    .from(termsVersionsTable)
    .innerJoin(termsTable, eq(termsTable.id, termsId))
    .where(and(inArray(termsTable.kind, ['nwg', 'twg']), isNotNull(inForceAt), isNotNull(grade)))
  const found = new Map<GroupId, MinimumFrom[]>()
  for (const row of rows) {
    if (row.from === null || row.minimum === null) continue
    const groupId = asId<GroupId>(row.groupId)
    found.set(groupId, [...(found.get(groupId) ?? []), { from: row.from, minimum: row.minimum }])
  }
  return found
}

/** When each group came into being. */
export async function groupsBegun(queries: Queries): Promise<ReadonlyMap<GroupId, Instant>> {
  const rows = await queries.select({ id: groupsTable.id, at: groupsTable.createdAt }).from(groupsTable)
  return new Map(rows.map(row => [asId<GroupId>(row.id), row.at]))
}
