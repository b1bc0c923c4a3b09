/** Checking what a passkey has signed (WebAuthn level 3, §7.2). */
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
} from '@simplewebauthn/server'
import { err, ok, type PersonId, type Result } from '#shared/core'
import type { Problem } from '#shared/problem'
import type { AssertionBody } from '#shared/people/schema'
import type { Deps } from '../deps.ts'
import { findPasskey, passkeysOf, updatePasskeyUse, type Passkey } from './passkey-store.ts'
import { relyingPartyOf, type RelyingParty } from './relying-party.ts'

/** All that anybody needs to check the signature again without this server. Byte strings are base64url. */
export interface AssertionMaterial {
  readonly credentialId: string
  readonly authenticatorData: string
  readonly clientDataJSON: string
  readonly signature: string
  /** COSE key (RFC 9052), CBOR. */
  readonly publicKey: string
  /** The device asked for a fingerprint, a face or a PIN. */
  readonly userVerified: boolean
  readonly rpId: string
  readonly origin: string
}

/** What the browser is asked to sign a challenge with: any of the person's passkeys. `passkey-unavailable-here` */
export async function assertionOptions(
  deps: Deps,
  input: { readonly personId: PersonId; readonly challenge: string; readonly origin: string | undefined },
) {
  const party = relyingPartyOf(deps.config, input.origin)
  if (!party) return err<Problem>({ type: 'passkey-unavailable-here' })
  const passkeys = await passkeysOf(deps.read, input.personId)
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge: fromBase64url(input.challenge),
    allowCredentials: passkeys.map(({ id, transports }) => ({ id, transports: [...transports] })),
    userVerification: 'required',
  })
  return ok(options)
}

/**
 * Checks an assertion by one of the person's own passkeys. The caller sees to it that the challenge is fresh.
 *
 * - `passkey-unavailable-here`: the page's address cannot have passkeys
 * - `passkey-refused`: another person's or an unknown passkey, another challenge or origin, a signature that does not
 *   fit, or a counter that went back (a copied key)
 */
export async function verifyAssertion(
  deps: Deps,
  input: {
    readonly personId: PersonId
    readonly response: AssertionBody
    /** base64url */
    readonly expectedChallenge: string
    /** The request's Origin header. */
    readonly origin: string | undefined
  },
): Promise<Result<AssertionMaterial, Problem>> {
  const party = relyingPartyOf(deps.config, input.origin)
  if (!party) return err({ type: 'passkey-unavailable-here' })
  const passkey = await findPasskey(deps.read, input.response.id)
  if (!passkey || passkey.personId !== input.personId) return err({ type: 'passkey-refused' })
  return checkAssertion(deps, passkey, party, input.response, input.expectedChallenge)
}

export async function checkAssertion(
  deps: Deps,
  passkey: Passkey,
  party: RelyingParty,
  body: AssertionBody,
  expectedChallenge: string,
): Promise<Result<AssertionMaterial, Problem>> {
  const verified = await verifyAuthenticationResponse({
    response: asAuthenticationResponse(body),
    expectedChallenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: { id: passkey.id, publicKey: passkey.publicKey, counter: passkey.counter },
  }).catch((error: unknown) => {
    // The library throws on each mismatch; whatever it is, the answer is the same.
    deps.log.info('passkey-refused', { reason: error instanceof Error ? error.name : 'unknown' })
    return null
  })
  if (!verified?.verified) return err({ type: 'passkey-refused' })
  const { newCounter, userVerified } = verified.authenticationInfo
  await deps.transaction(tx => updatePasskeyUse(tx, passkey.id, newCounter, deps.now()))
  const { authenticatorData, clientDataJSON, signature } = body.response
  return ok({
    credentialId: passkey.id,
    authenticatorData,
    clientDataJSON,
    signature,
    publicKey: Buffer.from(passkey.publicKey).toString('base64url'),
    userVerified,
    rpId: party.id,
    origin: party.origin,
  })
}

/** The challenge that a response says it answers; checked against ours afterwards. */
export function challengeIn(clientDataJSON: string): string | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    if (typeof value !== 'object' || value === null || !('challenge' in value)) return null
    return typeof value.challenge === 'string' ? value.challenge : null
  } catch {
    return null
  }
}

/** The library signs the bytes it is given; strings it would encode a second time. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64url'))
}

/** The schema has checked the shape; the library's type also forbids what is merely absent. */
function asAuthenticationResponse(body: AssertionBody): AuthenticationResponseJSON {
  return body as AuthenticationResponseJSON
}
