/** What a person sees and takes away of their own account. */
import { and, asc, eq, isNull, like, or } from 'drizzle-orm'
import { asId, type Instant, type Json, type PersonId } from '#shared/core'
import {
  groupsTable,
  invitationsTable,
  officesTable,
  organisationsTable,
  recordTable,
  representativesTable,
  seatsTable,
  workspaceTable,
  type Queries,
} from '#server/db'
import { constituencies } from '#shared/group'
import type { MySeat } from '#shared/people'

export interface Workspace {
  readonly name: string
  readonly country: string
  readonly demo: boolean
}

export async function findWorkspace(queries: Queries): Promise<Workspace | null> {
  const [row] = await queries.select().from(workspaceTable)
  return row ? { name: row.name, country: row.country, demo: row.demo } : null
}

/** Seats the person speaks for now, in the order of the groups. */
export async function mySeats(queries: Queries, personId: PersonId, now: Instant): Promise<readonly MySeat[]> {
  const rows = await queries
    .select({
      seat: seatsTable,
      groupName: groupsTable.name,
      organisation: organisationsTable.name,
      standing: representativesTable,
    })
    .from(representativesTable)
    .innerJoin(seatsTable, eq(seatsTable.id, representativesTable.seatId))
    .innerJoin(groupsTable, eq(groupsTable.id, seatsTable.groupId))
    .innerJoin(organisationsTable, eq(organisationsTable.id, seatsTable.organisationId))
    .where(and(eq(representativesTable.personId, personId), isNull(seatsTable.endedAt)))
    .orderBy(asc(groupsTable.kind), asc(groupsTable.position), asc(seatsTable.position))
  return rows
    .filter(({ standing }) => standing.startsAt <= now && (standing.endsAt === null || standing.endsAt > now))
    .map(({ seat, groupName, organisation, standing }) => ({
      seatId: asId(seat.id),
      groupId: asId(seat.groupId),
      groupName,
      label: seat.label,
      organisationName: organisation,
      constituency: constituencies.find(constituency => constituency === seat.constituency) ?? 'OBSERVER',
      rank: standing.rank === 'head' ? 'head' : 'alternate',
    }))
}

/** Offices, accreditations and invitations of a person, past ones included. */
export async function historyOf(queries: Queries, personId: PersonId) {
  const offices = await queries
    .select({
      office: officesTable.office,
      act: officesTable.act,
      startsAt: officesTable.startsAt,
      endsAt: officesTable.endsAt,
    })
    .from(officesTable)
    .where(eq(officesTable.personId, personId))
    .orderBy(asc(officesTable.startsAt))
  const accreditations = await queries
    .select({
      group: groupsTable.name,
      seat: seatsTable.label,
      rank: representativesTable.rank,
      startsAt: representativesTable.startsAt,
      endsAt: representativesTable.endsAt,
    })
    .from(representativesTable)
    .innerJoin(seatsTable, eq(seatsTable.id, representativesTable.seatId))
    .innerJoin(groupsTable, eq(groupsTable.id, seatsTable.groupId))
    .where(eq(representativesTable.personId, personId))
    .orderBy(asc(representativesTable.startsAt))
  const invitations = await queries
    .select({
      createdAt: invitationsTable.createdAt,
      expiresAt: invitationsTable.expiresAt,
      acceptedAt: invitationsTable.acceptedAt,
      revokedAt: invitationsTable.revokedAt,
    })
    .from(invitationsTable)
    .where(eq(invitationsTable.personId, personId))
    .orderBy(asc(invitationsTable.createdAt))
  return { offices, accreditations, invitations }
}

/** Entries of the record that the person made or that are about them, oldest first. */
export async function entriesAbout(queries: Queries, personId: PersonId): Promise<readonly Json[]> {
  const rows = await queries
    .select({ entry: recordTable.entry })
    .from(recordTable)
    // Ids hold no wildcard but `_`, which canonical JSON around it makes harmless.
    .where(or(eq(recordTable.subjectId, personId), like(recordTable.entry, `%"actor":"${personId}"%`)))
    .orderBy(asc(recordTable.number))
  return rows.map(row => parseEntry(row.entry))
}

/** The one parser of an entry's canonical text here. */
function parseEntry(text: string): Json {
  return JSON.parse(text) as Json
}
