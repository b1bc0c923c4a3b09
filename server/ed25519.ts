import { createPublicKey, verify } from 'node:crypto'
import type { Ed25519Signed } from '#shared/record'

/** @returns false for whatever does not fit, a key that is none included */
export function verifyEd25519({ publicKey, text, signature }: Ed25519Signed): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}
