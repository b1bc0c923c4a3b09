/** The Secretariat's directory: persons with all that decides how they stand with the workspace. */
import { asc, desc, eq, isNotNull, max, or } from 'drizzle-orm'
import { asId, type Instant, type PersonId } from '#shared/core'
import {
  invitationsTable,
  organisationsTable,
  passkeysTable,
  personsTable,
  sessionsTable,
  type Queries,
} from '#server/db'
import type { Access, DirectoryPerson } from '#shared/people'
import { isOpen, rowToInvitation, type Invitation } from './invitation-store.ts'
import { listOffices } from './office-store.ts'
import { rowToOrganisation } from './store.ts'

export async function listPersons(queries: Queries, now: Instant): Promise<readonly DirectoryPerson[]> {
  const rows = await queries
    .select({ person: personsTable, organisation: organisationsTable })
    .from(personsTable)
    .leftJoin(organisationsTable, eq(organisationsTable.id, personsTable.organisationId))
    .orderBy(asc(personsTable.name), asc(personsTable.id))
  const terms = (await listOffices(queries, now)).filter(term => term.inForce)
  const invitations = await latestInvitations(queries)
  const credentialed = await personsWithCredentials(queries)
  const seen = await lastSeen(queries)
  return rows.map(({ person, organisation }) => {
    const invitation = invitations.get(person.id) ?? null
    const open = invitation !== null && isOpen(invitation, now)
    return {
      id: asId<PersonId>(person.id),
      name: person.name,
      email: person.email,
      organisation: organisation ? rowToOrganisation(organisation) : null,
      offices: terms.filter(term => term.person.id === person.id).map(term => term.office),
      access: accessOf(person.suspendedAt !== null, credentialed.has(person.id), invitation, open),
      invitationExpiresAt: open ? invitation.expiresAt : null,
      lastSeenAt: seen.get(person.id) ?? null,
      confidentialityConfirmedAt: person.confidentialityConfirmedAt,
    }
  })
}

function accessOf(suspended: boolean, credentialed: boolean, invitation: Invitation | null, open: boolean): Access {
  if (suspended) return 'suspended'
  if (credentialed) return 'active'
  if (open) return 'invited'
  return invitation && invitation.revokedAt === null ? 'expired' : 'notInvited'
}

async function latestInvitations(queries: Queries): Promise<ReadonlyMap<string, Invitation>> {
  const rows = await queries.select().from(invitationsTable).orderBy(desc(invitationsTable.createdAt))
  const latest = new Map<string, Invitation>()
  for (const row of rows) {
    // A fresh link withdraws the one before, perhaps in the same millisecond: the one that stands counts.
    const seen = latest.get(row.personId)
    if (!seen || (seen.revokedAt !== null && row.revokedAt === null)) latest.set(row.personId, rowToInvitation(row))
  }
  return latest
}

async function personsWithCredentials(queries: Queries): Promise<ReadonlySet<string>> {
  const rows = await queries
    .selectDistinct({ id: personsTable.id })
    .from(personsTable)
    .leftJoin(passkeysTable, eq(passkeysTable.personId, personsTable.id))
    .where(or(isNotNull(personsTable.passwordHash), isNotNull(passkeysTable.id)))
  return new Set(rows.map(row => row.id))
}

async function lastSeen(queries: Queries): Promise<ReadonlyMap<string, Instant>> {
  const rows = await queries
    .select({ personId: sessionsTable.personId, at: max(sessionsTable.lastSeenAt) })
    .from(sessionsTable)
    .groupBy(sessionsTable.personId)
  return new Map(rows.flatMap(row => (row.at === null ? [] : [[row.personId, row.at] as const])))
}
