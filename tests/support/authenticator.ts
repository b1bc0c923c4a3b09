/**
 * A passkey in software (WebAuthn level 3, ES256, attestation `none`): makes what a browser would send, for tests that
 * have no browser.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

export interface SoftPasskey {
  readonly credentialId: string
  /** Body of a registration. */
  attest(challenge: string): SoftAttestation
  /** Body of a sign-in or signature. */
  assert(challenge: string, userHandle: string | null): SoftAssertion
}

export interface SoftAttestation {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly clientExtensionResults: Record<string, never>
  readonly response: {
    readonly clientDataJSON: string
    readonly attestationObject: string
    readonly transports: string[]
  }
}

export interface SoftAssertion {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly clientExtensionResults: Record<string, never>
  readonly response: {
    readonly clientDataJSON: string
    readonly authenticatorData: string
    readonly signature: string
    readonly userHandle: string | null
  }
}

const userPresent = 0x01
const userVerified = 0x04
const attestedData = 0x40

/** @param options.verifies whether the device asks for a PIN or fingerprint; default true */
export function makePasskey(origin: string, options: { readonly verifies?: boolean } = {}): SoftPasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  const credentialId = id.toString('base64url')
  const flags = userPresent | (options.verifies === false ? 0 : userVerified)
  let counter = 0

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const authenticatorData = (withFlags: number, rest = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    return Buffer.concat([sha256(Buffer.from(new URL(origin).hostname)), Buffer.from([withFlags]), count, rest])
  }
  // COSE key (RFC 9053): kty EC2, alg ES256, crv P-256, x, y.
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(String(jwk.x), 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(String(jwk.y), 'base64url'),
  ])
  const head = { id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {} } as const

  return {
    credentialId,
    attest(challenge) {
      const data = authenticatorData(
        flags | attestedData,
        Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]),
      )
      // CBOR: { "fmt": "none", "attStmt": {}, "authData": bytes }
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3, 0x63]),
        Buffer.from('fmt'),
        Buffer.from([0x64]),
        Buffer.from('none'),
        Buffer.from([0x67]),
        Buffer.from('attStmt'),
        Buffer.from([0xa0, 0x68]),
        Buffer.from('authData'),
        Buffer.from([0x58, data.length]),
        data,
      ])
      const clientDataJSON = clientData('webauthn.create', challenge).toString('base64url')
      return {
        ...head,
        response: {
          clientDataJSON,
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    assert(challenge, userHandle) {
      const data = authenticatorData(flags)
      const client = clientData('webauthn.get', challenge)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return {
        ...head,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle,
        },
      }
    },
  }
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
