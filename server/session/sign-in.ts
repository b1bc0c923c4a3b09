/** Sign-in by e-mail and password, and asking for the password again. */
import { err, ok, type PersonId, type Result } from '#shared/core'
import { isGuessablePassword } from '#shared/people'
import type { Problem } from '#shared/problem'
import { announceChange, deleteSessionsOf, findPerson, findPersonByEmail } from '#server/people'
import { appendRecord } from '#server/record'
import type { Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import { hashPassword, verifyPassword, throttleOf } from './passwords.ts'
import { announceEnded, startSession, type Device } from './sessions.ts'
import { passwordHashOf, updatePasswordHash } from './store.ts'

/**
 * - `too-many-requests`: after several failures
 * - `sign-in-refused`: no such address, no or another password: not told apart, in words or in time
 * - `access-suspended`: address and password fit, and the Secretariat has suspended the person
 *
 * @returns the new session's token
 */
export async function signIn(
  deps: Deps,
  input: { readonly email: string; readonly password: string; readonly address: string },
  device: Device,
): Promise<Result<string, Problem>> {
  const throttle = throttleOf(deps)
  const email = input.email.toLowerCase()
  const retryAfterSeconds = throttle.attempt(email, input.address)
  if (retryAfterSeconds > 0) return err({ type: 'too-many-requests', retryAfterSeconds })
  const person = await findPersonByEmail(deps.read, email)
  const passwordHash = person ? await passwordHashOf(deps.read, person.id) : null
  const fits = await verifyPassword(passwordHash, input.password)
  if (!fits || !person) return err({ type: 'sign-in-refused' })
  throttle.succeeded(email, input.address)
  if (person.suspendedAt !== null) return err({ type: 'access-suspended' })
  // Checked again inside: the password may have been changed, or the person suspended, while the hash was computed.
  const started = await deps.transaction(async tx => {
    const current = await findPerson(tx, person.id)
    if (!current || current.suspendedAt !== null || (await passwordHashOf(tx, person.id)) !== passwordHash) return null
    return startSession(tx, deps, person.id, 'password', device)
  })
  if (!started) return err({ type: 'sign-in-refused' })
  announceEnded(deps, started.ended)
  return ok(started.token)
}

/**
 * Confirms a weighty act by the person's own password, given again.
 *
 * - `too-many-requests`: after several failures
 * - `password-refused`
 */
export async function reauthenticate(deps: Deps, personId: PersonId, password: string): Promise<Result<void, Problem>> {
  const throttle = throttleOf(deps)
  const key = `person ${personId}`
  const retryAfterSeconds = throttle.attempt(key, key)
  if (retryAfterSeconds > 0) return err({ type: 'too-many-requests', retryAfterSeconds })
  if (!(await verifyPassword(await passwordHashOf(deps.read, personId), password)))
    return err({ type: 'password-refused' })
  throttle.succeeded(key, key)
  return ok()
}

/**
 * Sets a new password and ends the person's other sessions: whoever knew the old one is out.
 *
 * - `password-refused`: `current` does not fit; null is right only where there is none yet
 * - `password-guessable`, `too-many-requests`
 */
export async function changePassword(
  deps: Deps,
  personId: PersonId,
  sessionHash: string,
  input: { readonly current: string | null; readonly next: string },
): Promise<Result<void, Problem>> {
  const person = await findPerson(deps.read, personId)
  if (!person) return err({ type: 'not-found' })
  const before = await passwordHashOf(deps.read, personId)
  if (input.current !== null) {
    const again = await reauthenticate(deps, personId, input.current)
    if (!again.ok) return again
  } else if (before !== null) {
    return err({ type: 'password-refused' })
  }
  if (isGuessablePassword(input.next, person)) return err({ type: 'password-guessable' })
  const passwordHash = await hashPassword(input.next)
  const ended = await deps.transaction(async (tx): Promise<readonly string[] | null> => {
    if ((await passwordHashOf(tx, personId)) !== before) return null
    await keepPassword(tx, deps, personId, passwordHash)
    return deleteSessionsOf(tx, personId, sessionHash)
  })
  if (ended === null) return err({ type: 'password-refused' })
  announceEnded(deps, ended)
  announceChange(deps, personId)
  return ok()
}

/** @param passwordHash from `hashPassword`, computed before the transaction */
export async function keepPassword(tx: Tx, deps: Deps, personId: PersonId, passwordHash: string): Promise<void> {
  await updatePasswordHash(tx, personId, passwordHash)
  await appendRecord(tx, deps, { act: 'person.passwordChanged', actor: personId, subject: personId })
}
