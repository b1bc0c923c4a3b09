/**
 * Invitations: a link by which a person takes up their account. The Secretariat is shown it once and hands it over; the
 * database keeps a hash. A new link for somebody who has signed in before is the way back after a lost password.
 */
import { can, type Actor } from '#shared/access'
import { dayMs, err, ok, sha256Hex, type Instant, type PersonId, type Result } from '#shared/core'
import type { Problem } from '#shared/problem'
import { appendRecord } from '#server/record'
import type { Queries, Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import { announceChange } from './announce.ts'
import { findInvitation, insertInvitation, isOpen, revokeOpenInvitations, updateAccepted } from './invitation-store.ts'
import { findPerson, type Person } from './store.ts'

const invitationValidMs = 14 * dayMs

export interface InvitationLink {
  readonly url: string
  readonly expiresAt: Instant
}

/** A fresh link; an earlier one stops working. Refusals are those of `issueInvitation`. */
export async function invite(deps: Deps, actor: Actor, personId: PersonId): Promise<Result<InvitationLink, Problem>> {
  if (!can(actor, 'person.manage')) return err({ type: 'not-permitted' })
  const issued = await deps.transaction(tx => issueInvitation(tx, deps, actor.personId, personId))
  if (issued.ok) announceChange(deps, personId)
  return issued
}

/**
 * Makes a link, inside a transaction and with the permission checked.
 *
 * - `not-found`, `person-suspended`: the person
 */
export async function issueInvitation(
  tx: Tx,
  deps: Deps,
  by: PersonId | null,
  personId: PersonId,
): Promise<Result<InvitationLink, Problem>> {
  const person = await findPerson(tx, personId)
  if (!person) return err({ type: 'not-found' })
  if (person.suspendedAt !== null) return err({ type: 'person-suspended' })
  const now = deps.now()
  const withdrawn = await revokeOpenInvitations(tx, personId, now)
  const token = deps.newSecret()
  const expiresAt = now + invitationValidMs
  await insertInvitation(tx, {
    tokenHash: sha256Hex(token),
    personId,
    invitedBy: by,
    createdAt: now,
    expiresAt,
    acceptedAt: null,
    revokedAt: null,
  })
  await appendRecord(tx, deps, {
    act: 'invitation.issued',
    actor: by,
    subject: personId,
    facts: { expiresAt, replaces: withdrawn > 0 },
  })
  // After the #, which browsers keep to themselves: the token reaches no access log and no referrer.
  return ok({ url: `${deps.config.origin}/invitation#${token}`, expiresAt })
}

/** `not-found`: no link of this person is open */
export async function revokeInvitation(deps: Deps, actor: Actor, personId: PersonId): Promise<Result<void, Problem>> {
  if (!can(actor, 'person.manage')) return err({ type: 'not-permitted' })
  const revoked = await deps.transaction(async (tx): Promise<Result<void, Problem>> => {
    if ((await revokeOpenInvitations(tx, personId, deps.now())) === 0) return err({ type: 'not-found' })
    await appendRecord(tx, deps, { act: 'invitation.revoked', actor: actor.personId, subject: personId })
    return ok()
  })
  if (revoked.ok) announceChange(deps, personId)
  return revoked
}

/** Whom a link is for, while it can be used. */
export async function openInvitation(
  queries: Queries,
  token: string,
  now: Instant,
): Promise<{ readonly person: Person; readonly expiresAt: Instant } | null> {
  const invitation = await findInvitation(queries, sha256Hex(token))
  if (!invitation || !isOpen(invitation, now)) return null
  const person = await findPerson(queries, invitation.personId)
  return person && person.suspendedAt === null ? { person, expiresAt: invitation.expiresAt } : null
}

/** Uses a link up, inside the transaction that makes the account. */
export async function closeInvitation(tx: Tx, deps: Deps, token: string, personId: PersonId): Promise<void> {
  await updateAccepted(tx, sha256Hex(token), deps.now())
  await appendRecord(tx, deps, { act: 'invitation.accepted', actor: personId, subject: personId })
}
