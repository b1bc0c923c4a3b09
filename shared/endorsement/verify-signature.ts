import { fromBase64url, fromUtf8, isBase64url, joinBytes, sha256Bytes } from '#shared/core'
import type { BundleFault, BundleSignature } from './bundle.ts'
import { challengeOf } from './statement.ts'

/**
 * Checks one signature. Given from outside, since this part of the program knows no cryptography but digests.
 *
 * - `workspaceKey`: Ed25519 (RFC 8032) over the UTF-8 bytes of `text`; the key is 32 bytes, base64url.
 * - `passkey`: over `message`, by the algorithm that the COSE key names: ES256, EdDSA or RS256.
 */
export type VerifySignature = (signed: Signed) => boolean

export type Signed =
  | { readonly kind: 'workspaceKey'; readonly publicKey: string; readonly text: string; readonly signature: string }
  | {
      readonly kind: 'passkey'
      /** COSE key, base64url. */
      readonly publicKey: string
      readonly message: Uint8Array
      readonly signature: Uint8Array
    }

/** Bit of the authenticator's flags: the person showed a finger, a face or a PIN (WebAuthn level 3, 6.1). */
const userVerified = 0x04

/** @returns why the statement is not signed by this, or null where it is. WebAuthn level 3, 7.2. */
export function verifySignatureOf(
  statement: string,
  signature: BundleSignature,
  workspacePublicKey: string,
  verifySignature: VerifySignature,
): BundleFault['fault'] | null {
  if (signature.method === 'workspaceKey') {
    const signed = {
      kind: 'workspaceKey',
      publicKey: workspacePublicKey,
      text: statement,
      signature: signature.signature,
    } as const
    return isBase64url(signed.signature) && verifySignature(signed) ? null : 'signatureDiffers'
  }
  const clientData = fromBase64url(signature.clientDataJSON)
  const authenticatorData = fromBase64url(signature.authenticatorData)
  const { type, challenge, origin } = JSON.parse(fromUtf8(clientData)) as Record<string, unknown>
  if (type !== 'webauthn.get' || challenge !== challengeOf(statement)) return 'statementDiffers'
  if (origin !== signature.origin) return 'signatureDiffers'
  const rpIdHash = sha256Bytes(new TextEncoder().encode(signature.rpId))
  if (!rpIdHash.every((byte, index) => authenticatorData[index] === byte)) return 'signatureDiffers'
  if (((authenticatorData[32] ?? 0) & userVerified) === 0) return 'userNotVerified'
  const signed = {
    kind: 'passkey',
    publicKey: signature.publicKey,
    message: joinBytes(authenticatorData, sha256Bytes(clientData)),
    signature: fromBase64url(signature.signature),
  } as const
  return verifySignature(signed) ? null : 'signatureDiffers'
}
