/** Checking signatures with Node's own cryptography: for the server before it publishes, and for `npm run verify`. */
import { decodeCredentialPublicKey } from '@simplewebauthn/server/helpers'
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { Signed } from '#shared/endorsement'
import { verifyEd25519 } from '../ed25519.ts'

/** @returns false for whatever does not fit, a key that is none included */
export function verifySignature(signed: Signed): boolean {
  try {
    return signed.kind === 'workspaceKey' ? verifyEd25519(signed) : verifyPasskey(signed)
  } catch {
    return false
  }
}

function verifyPasskey({ publicKey, message, signature }: Extract<Signed, { kind: 'passkey' }>): boolean {
  const { key, hash } = coseKey(publicKey)
  return verify(hash, message, key, signature)
}

/** Labels and numbers of COSE (RFC 9052, RFC 9053): ES256 with P-256, EdDSA with Ed25519, RS256. */
function coseKey(publicKey: string): { readonly key: KeyObject; readonly hash: 'sha256' | null } {
  const members: ReadonlyMap<number, unknown> = new Map(
    decodeCredentialPublicKey(new Uint8Array(Buffer.from(publicKey, 'base64url'))) as Map<number, unknown>,
  )
  const bytes = (label: number) => {
    const value = members.get(label)
    if (!(value instanceof Uint8Array)) throw new Error(`COSE key without member ${label}`)
    return Buffer.from(value).toString('base64url')
  }
  const algorithm = members.get(3)
  if (algorithm === -7) return { key: jwk({ kty: 'EC', crv: 'P-256', x: bytes(-2), y: bytes(-3) }), hash: 'sha256' }
  if (algorithm === -8) return { key: jwk({ kty: 'OKP', crv: 'Ed25519', x: bytes(-2) }), hash: null }
  if (algorithm === -257) return { key: jwk({ kty: 'RSA', n: bytes(-1), e: bytes(-2) }), hash: 'sha256' }
  throw new Error(`COSE algorithm ${String(algorithm)} is not one that passkeys are made with here`)
}

function jwk(key: Readonly<Record<string, string>>): KeyObject {
  return createPublicKey({ key, format: 'jwk' })
}
