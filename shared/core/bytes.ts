/** Bytes as texts and back, without a platform's own types. */
export { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function fromUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/** RFC 4648, section 4. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
}

/** @returns null for what is not base64, or not the one way to write its bytes */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null
  const bytes = bytesOf(text)
  return toBase64(bytes) === text ? bytes : null
}

/** Without padding, as WebAuthn writes it (RFC 4648, section 5). */
export function toBase64url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/**
 * Whether this is the one way to write its bytes. The last letter can have bits that stand for nothing; read leniently,
 * two texts would be one signature.
 */
export function isBase64url(text: string): boolean {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return false
  return toBase64url(bytesOf(text)) === text
}

/** @throws for what is not base64url, or not the one way to write it */
export function fromBase64url(text: string): Uint8Array {
  if (!isBase64url(text)) throw new Error('not base64url')
  return bytesOf(text)
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0))
}

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
