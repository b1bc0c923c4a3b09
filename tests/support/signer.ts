/** A workspace's key made for a test, and the check of what such a key signed. */
import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { Signed } from '#shared/endorsement'
import type { Signer } from '../../shared/endorsement/build-bundle.ts'

export function makeSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const x = String(publicKey.export({ format: 'jwk' }).x)
  return { publicKey: x, sign: text => sign(null, Buffer.from(text), privateKey).toString('base64url') }
}

export function checkSigned(signed: Signed): boolean {
  if (signed.kind !== 'workspaceKey') return false
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: signed.publicKey }, format: 'jwk' })
    return verify(null, Buffer.from(signed.text), key, Buffer.from(signed.signature, 'base64url'))
  } catch {
    return false
  }
}
