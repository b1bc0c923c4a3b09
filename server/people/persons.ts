/** Persons and organisations, as the Secretariat enters them. */
import { can, type Actor } from '#shared/access'
import { err, ok, type OrganisationId, type PersonId, type Result } from '#shared/core'
import type { Problem } from '#shared/problem'
import type { DirectoryPerson, Organisation, OrganisationKind } from '#shared/people'
import { appendRecord } from '#server/record'
import type { Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import { announceAccess, announceChange } from './announce.ts'
import { listPersons } from './directory-store.ts'
import { revokeOpenInvitations } from './invitation-store.ts'
import { countOtherSecretariat, officesHeld } from './office-store.ts'
import {
  constituenciesSpokenFor,
  deleteSessionsOf,
  findOrganisation,
  findOrganisationByName,
  findPerson,
  findPersonByEmail,
  insertOrganisation,
  insertPerson,
  listOrganisations,
  suspendSessionsOf,
  updateOrganisationName,
  updatePerson,
  type Person,
} from './store.ts'

export interface NewPerson {
  readonly name: string
  /** Lower case, trimmed. */
  readonly email: string
  readonly organisationId: OrganisationId | null
}

export interface NewOrganisation {
  readonly name: string
  readonly kind: OrganisationKind
}

type PersonEdit = Partial<NewPerson>

/** Everybody in the workspace, by name. For the Secretariat: it holds addresses. */
export async function readDirectory(deps: Deps, actor: Actor): Promise<Result<readonly DirectoryPerson[], Problem>> {
  if (!can(actor, 'person.manage')) return err({ type: 'not-permitted' })
  return ok(await listPersons(deps.read, deps.now()))
}

/** `email-taken` */
export async function addPerson(deps: Deps, actor: Actor, input: NewPerson): Promise<Result<Person, Problem>> {
  if (!can(actor, 'person.manage')) return err({ type: 'not-permitted' })
  const entered = await deps.transaction(tx => enterPerson(tx, deps, actor.personId, input))
  if (entered.ok) announceChange(deps, entered.value.id)
  return entered
}

/**
 * Enters a person, inside a transaction and with the permission checked. They cannot sign in until an invitation is
 * taken up.
 *
 * - `email-taken`
 * - `not-found`: the organisation
 */
export async function enterPerson(
  tx: Tx,
  deps: Deps,
  by: PersonId | null,
  input: NewPerson,
): Promise<Result<Person, Problem>> {
  if (await findPersonByEmail(tx, input.email)) return err({ type: 'email-taken' })
  if (input.organisationId !== null && !(await findOrganisation(tx, input.organisationId)))
    return err({ type: 'not-found' })
  const person: Person = {
    ...input,
    id: deps.newId(),
    userHandle: deps.newSecret(),
    locale: 'en',
    confidentialityConfirmedAt: null,
    suspendedAt: null,
    createdAt: deps.now(),
  }
  await insertPerson(tx, person)
  // The record cannot forget, so names and addresses stay out of it: the id leads to them while they are kept.
  await appendRecord(tx, deps, {
    act: 'person.entered',
    actor: by ?? person.id,
    subject: person.id,
    facts: { organisation: person.organisationId },
  })
  return ok(person)
}

/**
 * - `email-taken`
 * - `person-holds-seat`: the person speaks for seats of the organisation they would leave [G3]
 */
export async function changePerson(
  deps: Deps,
  actor: Actor,
  personId: PersonId,
  edit: PersonEdit,
): Promise<Result<void, Problem>> {
  if (!can(actor, 'person.manage')) return err({ type: 'not-permitted' })
  const changed = await deps.transaction(async (tx): Promise<Result<void, Problem>> => {
    const person = await findPerson(tx, personId)
    if (!person) return err({ type: 'not-found' })
    const fields = changedFields(person, edit)
    if (fields.length === 0) return ok()
    const refused = await editRefusal(tx, deps, person, edit)
    if (refused) return err(refused)
    await updatePerson(tx, personId, edit)
    await appendRecord(tx, deps, { act: 'person.changed', actor: actor.personId, subject: personId, facts: { fields } })
    return ok()
  })
  if (changed.ok) announceChange(deps, personId)
  return changed
}

function changedFields(person: Person, edit: PersonEdit): string[] {
  const fields: (keyof NewPerson)[] = ['name', 'email', 'organisationId']
  return fields.filter(field => edit[field] !== undefined && edit[field] !== person[field])
}

async function editRefusal(tx: Tx, deps: Deps, person: Person, edit: PersonEdit): Promise<Problem | null> {
  if (edit.email !== undefined) {
    const other = await findPersonByEmail(tx, edit.email)
    if (other && other.id !== person.id) return { type: 'email-taken' }
  }
  if (edit.organisationId === undefined || edit.organisationId === person.organisationId) return null
  if (edit.organisationId !== null && !(await findOrganisation(tx, edit.organisationId))) return { type: 'not-found' }
  const spokenFor = await constituenciesSpokenFor(tx, person.id, deps.now())
  return spokenFor.length > 0 ? { type: 'person-holds-seat' } : null
}

/**
 * Shuts a person out: sessions end at once and open invitations with them. Whoever comes with one of these is told of the
 * suspension. Seats and offices stay theirs until they are given to others.
 *
 * - `last-secretariat`: nobody else could run the workspace
 */
export async function suspendPerson(deps: Deps, actor: Actor, personId: PersonId): Promise<Result<void, Problem>> {
  if (!can(actor, 'person.manage')) return err({ type: 'not-permitted' })
  const now = deps.now()
  const suspended = await deps.transaction(async (tx): Promise<Result<readonly string[], Problem>> => {
    const person = await findPerson(tx, personId)
    if (!person) return err({ type: 'not-found' })
    if (person.suspendedAt !== null) return ok([])
    const serves = (await officesHeld(tx, personId, now)).includes('secretariat')
    if (serves && (await countOtherSecretariat(tx, personId, now)) === 0) return err({ type: 'last-secretariat' })
    await updatePerson(tx, personId, { suspendedAt: now })
    await revokeOpenInvitations(tx, personId, now)
    const sessionHashes = await suspendSessionsOf(tx, personId, now)
    await appendRecord(tx, deps, { act: 'person.suspended', actor: actor.personId, subject: personId })
    return ok(sessionHashes)
  })
  if (!suspended.ok) return suspended
  deps.bus.publish({ type: 'sessionsEnded', sessionHashes: suspended.value })
  announceAccess(deps, personId)
  return ok()
}

/** Lets a suspended person in again, by what they signed in with before; the sessions that ended stay ended. */
export async function reinstatePerson(deps: Deps, actor: Actor, personId: PersonId): Promise<Result<void, Problem>> {
  if (!can(actor, 'person.manage')) return err({ type: 'not-permitted' })
  const reinstated = await deps.transaction(async (tx): Promise<Result<void, Problem>> => {
    const person = await findPerson(tx, personId)
    if (!person) return err({ type: 'not-found' })
    if (person.suspendedAt === null) return ok()
    await updatePerson(tx, personId, { suspendedAt: null })
    await deleteSessionsOf(tx, personId)
    await appendRecord(tx, deps, { act: 'person.reinstated', actor: actor.personId, subject: personId })
    return ok()
  })
  if (reinstated.ok) announceAccess(deps, personId)
  return reinstated
}

export async function readOrganisations(
  deps: Deps,
  actor: Actor,
): Promise<Result<readonly (Organisation & { readonly persons: number })[], Problem>> {
  if (!can(actor, 'workspace.read')) return err({ type: 'not-permitted' })
  return ok(await listOrganisations(deps.read))
}

/** `organisation-exists` */
export async function addOrganisation(
  deps: Deps,
  actor: Actor,
  input: NewOrganisation,
): Promise<Result<Organisation, Problem>> {
  if (!can(actor, 'person.manage')) return err({ type: 'not-permitted' })
  const entered = await deps.transaction(tx => enterOrganisation(tx, deps, actor.personId, input))
  if (entered.ok) announceChange(deps, entered.value.id)
  return entered
}

/** Enters an organisation, inside a transaction and with the permission checked. `organisation-exists` */
export async function enterOrganisation(
  tx: Tx,
  deps: Deps,
  by: PersonId | null,
  input: NewOrganisation,
): Promise<Result<Organisation, Problem>> {
  if (await findOrganisationByName(tx, input.name)) return err({ type: 'organisation-exists' })
  const organisation: Organisation = { ...input, id: deps.newId() }
  await insertOrganisation(tx, { ...organisation, createdAt: deps.now() })
  await appendRecord(tx, deps, {
    act: 'organisation.entered',
    actor: by,
    subject: organisation.id,
    facts: { ...input },
  })
  return ok(organisation)
}

/** `organisation-exists`: another of this name */
export async function renameOrganisation(
  deps: Deps,
  actor: Actor,
  id: OrganisationId,
  name: string,
): Promise<Result<void, Problem>> {
  if (!can(actor, 'person.manage')) return err({ type: 'not-permitted' })
  const renamed = await deps.transaction(async (tx): Promise<Result<void, Problem>> => {
    const organisation = await findOrganisation(tx, id)
    if (!organisation) return err({ type: 'not-found' })
    if (organisation.name === name) return ok()
    if (await findOrganisationByName(tx, name, id)) return err({ type: 'organisation-exists' })
    await updateOrganisationName(tx, id, name)
    await appendRecord(tx, deps, {
      act: 'organisation.renamed',
      actor: actor.personId,
      subject: id,
      facts: { from: organisation.name, to: name },
    })
    return ok()
  })
  if (renamed.ok) announceChange(deps, id)
  return renamed
}
