/** One's own account: what `/api/me` answers and changes. */
import { err, ok, type Instant, type Json, type PersonId, type Result } from '#shared/core'
import { confidentialityVersion, type Me } from '#shared/people'
import type { Problem } from '#shared/problem'
import { loadActor } from '#server/group'
import { announceAccess, announceChange, findOrganisation, findPerson, updatePerson } from '#server/people'
import { appendRecord } from '#server/record'
import type { Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import { entriesAbout, findWorkspace, historyOf, mySeats } from './account-store.ts'
import { passkeysOf } from './passkey-store.ts'
import { readSessions } from './sessions.ts'

/** `not-found`: the person, or a workspace that is not set up */
export async function readMe(deps: Deps, personId: PersonId): Promise<Result<Me, Problem>> {
  const now = deps.now()
  const person = await findPerson(deps.read, personId)
  const workspace = await findWorkspace(deps.read)
  if (!person || !workspace) return err({ type: 'not-found' })
  const actor = await loadActor(deps.read, personId, now)
  return ok({
    person: { id: person.id, name: person.name, email: person.email, locale: person.locale },
    organisation: person.organisationId === null ? null : await findOrganisation(deps.read, person.organisationId),
    offices: actor.offices,
    seats: await mySeats(deps.read, personId, now),
    chairs: actor.chairs,
    confidentialityConfirmedAt: person.confidentialityConfirmedAt,
    workspace,
  })
}

/** Changes one's own name or language. The record notes a change of name, not the names. */
export async function changeMe(
  deps: Deps,
  personId: PersonId,
  change: { readonly name?: string; readonly locale?: string },
): Promise<void> {
  await deps.transaction(async tx => {
    const person = await findPerson(tx, personId)
    if (!person || Object.keys(change).length === 0) return
    await updatePerson(tx, personId, change)
    if (change.name === undefined || change.name === person.name) return
    await appendRecord(tx, deps, {
      act: 'person.changed',
      actor: personId,
      subject: personId,
      facts: { fields: ['name'] },
    })
  })
  announceChange(deps, personId)
}

/**
 * Confirms the duty of confidentiality in the wording the person was shown. [D3]
 *
 * - `confidentiality-text-changed`: another wording is in force by now
 */
export async function confirmConfidentiality(
  deps: Deps,
  personId: PersonId,
  version: string,
): Promise<Result<void, Problem>> {
  if (version !== confidentialityVersion) return err({ type: 'confidentiality-text-changed' })
  await deps.transaction(tx => keepConfidentiality(tx, deps, personId))
  announceAccess(deps, personId)
  return ok()
}

/** Keeps a confirmation, inside a transaction. The first one stands. */
export async function keepConfidentiality(tx: Tx, deps: Deps, personId: PersonId): Promise<void> {
  const person = await findPerson(tx, personId)
  if (!person || person.confidentialityConfirmedAt !== null) return
  await updatePerson(tx, personId, { confidentialityConfirmedAt: deps.now() })
  await appendRecord(tx, deps, {
    act: 'person.confidentialityConfirmed',
    actor: personId,
    subject: personId,
    facts: { version: confidentialityVersion },
  })
}

export interface PersonalExport {
  readonly exportedAt: Instant
  readonly account: Json
  readonly history: Json
  readonly passkeys: readonly Json[]
  readonly sessions: readonly Json[]
  readonly record: readonly Json[]
}

/** Everything kept about a person, but for secrets (hashes, keys), which would help nobody but a thief. [D3] */
export async function exportMe(deps: Deps, personId: PersonId): Promise<Result<PersonalExport, Problem>> {
  const me = await readMe(deps, personId)
  if (!me.ok) return me
  const { person, organisation, offices, seats, confidentialityConfirmedAt } = me.value
  const passkeys = await passkeysOf(deps.read, personId)
  const sessions = await readSessions(deps, personId)
  return ok({
    exportedAt: deps.now(),
    account: {
      person: { ...person },
      organisation: organisation && { ...organisation },
      offices,
      seats: seats.map(seat => ({ ...seat })),
      confidentialityConfirmedAt,
    },
    history: await historyOf(deps.read, personId),
    passkeys: passkeys.map(({ name, createdAt, lastUsedAt }) => ({ name, createdAt, lastUsedAt })),
    sessions: sessions.map(({ method, userAgent, createdAt, lastSeenAt, expiresAt }) => ({
      method,
      userAgent,
      createdAt,
      lastSeenAt,
      expiresAt,
    })),
    record: await entriesAbout(deps.read, personId),
  })
}
