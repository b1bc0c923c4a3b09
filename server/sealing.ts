/** Text that may lie in the database and is read only with a key that does not lie there: AES-256-GCM. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/**
 * @param key 32 bytes, for no more than 2³² texts (NIST SP 800-38D, 8.3)
 * @returns base64 of nonce, tag and sealed bytes: longer than `text` by a fixed number of bytes, so it tells its length
 */
export function seal(text: string, key: Uint8Array): string {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, key, nonce)
  const bytes = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), bytes]).toString('base64')
}

/** Drawn anew for each text that is sealed: two with the same one are copies of one another. */
export function nonceOf(sealed: string): string {
  return Buffer.from(sealed, 'base64').subarray(0, nonceBytes).toString('hex')
}

/** @throws where another key sealed it, or it was altered since */
export function unseal(sealed: string, key: Uint8Array): string {
  const bytes = Buffer.from(sealed, 'base64')
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return opening.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + opening.final('utf8')
}
