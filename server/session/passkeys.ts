/** A person's passkeys: adding, naming, removing, and signing in by one. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { err, minuteMs, ok, type PersonId, type Result } from '#shared/core'
import type { AssertionBody, AttestationBody } from '#shared/people/schema'
import type { Problem } from '#shared/problem'
import { announceChange, findPerson, type Person } from '#server/people'
import { appendRecord } from '#server/record'
import type { Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import { challengeIn, checkAssertion, fromBase64url } from './assertion.ts'
import {
  deletePasskey,
  findPasskey,
  insertChallenge,
  insertPasskey,
  passkeysOf,
  takeChallenge,
  updatePasskeyName,
  type ChallengePurpose,
  type Passkey,
} from './passkey-store.ts'
import { relyingPartyOf, type RelyingParty } from './relying-party.ts'
import { announceEnded, startSession, type Device } from './sessions.ts'
import { passwordHashOf } from './store.ts'

const challengeValidMs = 5 * minuteMs
const product = 'Plenary'

/** What the browser is asked to make a passkey with. `passkey-unavailable-here` */
export async function registrationOptions(
  deps: Deps,
  person: Person,
  purpose: 'register' | 'accept',
  origin: string | undefined,
) {
  const party = relyingPartyOf(deps.config, origin)
  if (!party) return err<Problem>({ type: 'passkey-unavailable-here' })
  const known = await passkeysOf(deps.read, person.id)
  const options = await generateRegistrationOptions({
    rpName: product,
    rpID: party.id,
    userName: person.email,
    userDisplayName: person.name,
    userID: fromBase64url(person.userHandle),
    challenge: fromBase64url(await openChallenge(deps, purpose, person.id)),
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return ok(options)
}

/** What the browser is asked to sign in with: any passkey it has for this place. `passkey-unavailable-here` */
export async function signInOptions(deps: Deps, origin: string | undefined) {
  const party = relyingPartyOf(deps.config, origin)
  if (!party) return err<Problem>({ type: 'passkey-unavailable-here' })
  const challenge = fromBase64url(await openChallenge(deps, 'signIn', null))
  return ok(await generateAuthenticationOptions({ rpID: party.id, challenge, userVerification: 'required' }))
}

/**
 * - `passkey-unavailable-here`
 * - `passkey-refused`: unknown passkey, challenge used or older than five minutes, signature that does not fit
 * - `access-suspended`: all fits, and the Secretariat has suspended the person
 *
 * @returns the new session's token
 */
export async function signInByPasskey(
  deps: Deps,
  response: AssertionBody,
  origin: string | undefined,
  device: Device,
): Promise<Result<string, Problem>> {
  const party = relyingPartyOf(deps.config, origin)
  if (!party) return err({ type: 'passkey-unavailable-here' })
  const challenge = await answeredChallenge(deps, response.response.clientDataJSON, 'signIn', null)
  const passkey = await findPasskey(deps.read, response.id)
  const owner = passkey && (await findPerson(deps.read, passkey.personId))
  if (challenge === null || !passkey || !owner || response.response.userHandle !== owner.userHandle) {
    return err({ type: 'passkey-refused' })
  }
  const checked = await checkAssertion(deps, passkey, party, response, challenge)
  if (!checked.ok) return checked
  if (owner.suspendedAt !== null) return err({ type: 'access-suspended' })
  const started = await deps.transaction(async tx => {
    const person = await findPerson(tx, passkey.personId)
    if (!person || person.suspendedAt !== null || !(await findPasskey(tx, passkey.id))) return null
    return startSession(tx, deps, person.id, 'passkey', device)
  })
  if (!started) return err({ type: 'passkey-refused' })
  announceEnded(deps, started.ended)
  return ok(started.token)
}

/** `passkey-unavailable-here`, `passkey-refused` */
export async function addPasskey(
  deps: Deps,
  person: Person,
  input: { readonly name: string; readonly response: AttestationBody },
  origin: string | undefined,
): Promise<Result<Passkey, Problem>> {
  const attested = await attestedPasskey(deps, person, 'register', input, origin)
  if (!attested.ok) return attested
  const kept = await deps.transaction(async tx => {
    // Of two requests with one passkey, the second finds it here.
    if (await findPasskey(tx, attested.value.id)) return false
    await keepPasskey(tx, deps, attested.value)
    return true
  })
  if (!kept) return err({ type: 'passkey-refused' })
  announceChange(deps, person.id)
  return attested
}

/** Checks what the browser made; nothing is kept yet. `passkey-unavailable-here`, `passkey-refused` */
export async function attestedPasskey(
  deps: Deps,
  person: Person,
  purpose: 'register' | 'accept',
  input: { readonly name: string; readonly response: AttestationBody },
  origin: string | undefined,
): Promise<Result<Passkey, Problem>> {
  const party = relyingPartyOf(deps.config, origin)
  if (!party) return err({ type: 'passkey-unavailable-here' })
  const challenge = await answeredChallenge(deps, input.response.response.clientDataJSON, purpose, person.id)
  if (challenge === null) return err({ type: 'passkey-refused' })
  const credential = await attestedCredential(deps, party, input.response, challenge)
  if (!credential || (await findPasskey(deps.read, credential.id))) return err({ type: 'passkey-refused' })
  return ok({
    id: credential.id,
    personId: person.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
    name: input.name,
    createdAt: deps.now(),
    lastUsedAt: null,
  })
}

export async function keepPasskey(tx: Tx, deps: Deps, passkey: Passkey): Promise<void> {
  await insertPasskey(tx, passkey)
  await appendRecord(tx, deps, { act: 'passkey.added', actor: passkey.personId, subject: passkey.personId })
}

/** `not-found`: none of this person's */
export async function renamePasskey(
  deps: Deps,
  personId: PersonId,
  id: string,
  name: string,
): Promise<Result<void, Problem>> {
  const renamed = await deps.transaction(tx => updatePasskeyName(tx, personId, id, name))
  return renamed ? ok() : err({ type: 'not-found' })
}

/**
 * - `not-found`: none of this person's
 * - `only-passkey`: the person has no password and would be locked out
 */
export async function removePasskey(deps: Deps, personId: PersonId, id: string): Promise<Result<void, Problem>> {
  return deps.transaction(async (tx): Promise<Result<void, Problem>> => {
    const own = await passkeysOf(tx, personId)
    if (!own.some(passkey => passkey.id === id)) return err({ type: 'not-found' })
    if (own.length === 1 && (await passwordHashOf(tx, personId)) === null) return err({ type: 'only-passkey' })
    await deletePasskey(tx, id)
    await appendRecord(tx, deps, { act: 'passkey.removed', actor: personId, subject: personId })
    return ok()
  })
}

async function attestedCredential(
  deps: Deps,
  party: RelyingParty,
  response: AttestationBody,
  expectedChallenge: string,
) {
  const verified = await verifyRegistrationResponse({
    response: asRegistrationResponse(response),
    expectedChallenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch((error: unknown) => {
    deps.log.info('passkey-refused', { reason: error instanceof Error ? error.name : 'unknown' })
    return null
  })
  return verified?.verified ? verified.registrationInfo.credential : null
}

async function openChallenge(deps: Deps, purpose: ChallengePurpose, personId: PersonId | null): Promise<string> {
  const challenge = deps.newSecret()
  const now = deps.now()
  await deps.transaction(tx =>
    insertChallenge(tx, { challenge, purpose, personId, expiresAt: now + challengeValidMs }, now),
  )
  return challenge
}

/** The challenge answered, taken out whatever comes of the answer: it is good for one. */
async function answeredChallenge(
  deps: Deps,
  clientDataJSON: string,
  purpose: ChallengePurpose,
  personId: PersonId | null,
): Promise<string | null> {
  const challenge = challengeIn(clientDataJSON)
  if (challenge === null) return null
  const waiting = await deps.transaction(tx => takeChallenge(tx, { challenge, purpose, personId }, deps.now()))
  return waiting ? challenge : null
}

/** The schema has checked the shape; the library's type also forbids what is merely absent. */
function asRegistrationResponse(body: AttestationBody): RegistrationResponseJSON {
  return body as RegistrationResponseJSON
}
