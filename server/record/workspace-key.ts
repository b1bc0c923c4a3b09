/**
 * The workspace's own signing key: Ed25519 (RFC 8032), made at first start, in a file that only the server's user may
 * read, apart from the database, so that a copy of the database alone cannot sign. A backup holds the database and never
 * this folder.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, sign, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface WorkspaceKey {
  /** Raw 32 bytes, base64url. */
  readonly publicKey: string
  /** @returns the raw 64-byte signature over the UTF-8 bytes of `text`, base64url */
  sign(text: string): string
  /**
   * A key for sealing what lies in the database (RFC 5869, HKDF with SHA-256): the same for the same purpose, and of one
   * purpose nothing is learnt from another's.
   *
   * @returns 32 bytes
   */
  sealingKey(purpose: string): Uint8Array
}

/** What signs, and what was signed last. */
export function keysFolder(dataFolder: string): string {
  return join(dataFolder, 'keys')
}

export function loadWorkspaceKey(dataFolder: string): WorkspaceKey {
  const folder = keysFolder(dataFolder)
  const file = join(folder, 'workspace-ed25519.pem')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  return workspaceKey(createPrivateKey(readFileSync(file)))
}

function workspaceKey(privateKey: KeyObject): WorkspaceKey {
  // The last 32 bytes of the SubjectPublicKeyInfo are the key itself (RFC 8410).
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  // As the last 32 bytes of its PKCS #8 form are the secret that it is made from.
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32)
  return {
    publicKey: spki.subarray(spki.length - 32).toString('base64url'),
    sign: text => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url'),
    sealingKey: purpose => new Uint8Array(hkdfSync('sha256', secret, '', `plenary/${purpose}`, 32)),
  }
}
