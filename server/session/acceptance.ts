/** Taking up an invitation: a password or a passkey is set, and the person is signed in. */
import { err, ok, type Result } from '#shared/core'
import { isGuessablePassword } from '#shared/people'
import type { AcceptanceBody } from '#shared/people/schema'
import type { Problem } from '#shared/problem'
import {
  announceChange,
  closeInvitation,
  deleteSessionsOf,
  findOrganisation,
  openInvitation,
  type Person,
} from '#server/people'
import type { Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import { findWorkspace } from './account-store.ts'
import { attestedPasskey, keepPasskey, registrationOptions } from './passkeys.ts'
import { hashPassword } from './passwords.ts'
import { announceEnded, startSession, type Device } from './sessions.ts'
import { keepPassword } from './sign-in.ts'

/** Whom the link is for. `invitation-not-valid` */
export async function readInvitation(deps: Deps, token: string) {
  const invitation = await openInvitation(deps.read, token, deps.now())
  const workspace = await findWorkspace(deps.read)
  if (!invitation || !workspace) return err<Problem>({ type: 'invitation-not-valid' })
  const { name, email, organisationId } = invitation.person
  const organisation = organisationId === null ? null : await findOrganisation(deps.read, organisationId)
  return ok({
    name,
    email,
    organisation: organisation?.name ?? null,
    workspace: { name: workspace.name, country: workspace.country },
    expiresAt: invitation.expiresAt,
  })
}

/** `invitation-not-valid`, `passkey-unavailable-here` */
export async function acceptanceOptions(deps: Deps, token: string, origin: string | undefined) {
  const invitation = await openInvitation(deps.read, token, deps.now())
  if (!invitation) return err<Problem>({ type: 'invitation-not-valid' })
  return registrationOptions(deps, invitation.person, 'accept', origin)
}

/**
 * Sets the password or passkey, uses the link up and signs in. Sessions from before end: the link is also the way back
 * into an account that may have been in other hands.
 *
 * - `invitation-not-valid`: also when two use it at once, for the second
 * - `password-guessable`
 * - `passkey-refused`, `passkey-unavailable-here`
 *
 * @returns the new session's token
 */
export async function acceptInvitation(
  deps: Deps,
  token: string,
  body: AcceptanceBody,
  origin: string | undefined,
  device: Device,
): Promise<Result<string, Problem>> {
  const invitation = await openInvitation(deps.read, token, deps.now())
  if (!invitation) return err({ type: 'invitation-not-valid' })
  const { person } = invitation
  const prepared = await prepareCredential(deps, person, body, origin)
  if (!prepared.ok) return prepared
  const accepted = await deps.transaction(async tx => {
    const still = await openInvitation(tx, token, deps.now())
    if (!still) return null
    await closeInvitation(tx, deps, token, person.id)
    await prepared.value(tx)
    const earlier = await deleteSessionsOf(tx, person.id)
    const started = await startSession(tx, deps, person.id, 'invitation', device)
    return { token: started.token, ended: [...earlier, ...started.ended] }
  })
  if (!accepted) return err({ type: 'invitation-not-valid' })
  announceEnded(deps, accepted.ended)
  announceChange(deps, person.id)
  return ok(accepted.token)
}

/** Does the slow part, outside the transaction. @returns what keeps the credential inside it */
async function prepareCredential(
  deps: Deps,
  person: Person,
  body: AcceptanceBody,
  origin: string | undefined,
): Promise<Result<(tx: Tx) => Promise<void>, Problem>> {
  if ('password' in body) {
    if (isGuessablePassword(body.password, person)) return err({ type: 'password-guessable' })
    const passwordHash = await hashPassword(body.password)
    return ok(tx => keepPassword(tx, deps, person.id, passwordHash))
  }
  const passkey = await attestedPasskey(deps, person, 'accept', body.passkey, origin)
  return passkey.ok ? ok(tx => keepPasskey(tx, deps, passkey.value)) : passkey
}
