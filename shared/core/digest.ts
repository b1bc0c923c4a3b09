import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson, type Json } from './canonical-json.ts'

/** A SHA-256 digest (FIPS 180-4) in 64 lower-case hexadecimal digits. */
export type Digest = string

export const digestPattern = /^[0-9a-f]{64}$/

export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  return sha256(bytes)
}

/** Digest of bytes, or of a text's UTF-8 bytes. */
export function sha256Hex(input: Uint8Array | string): Digest {
  return bytesToHex(sha256(typeof input === 'string' ? utf8ToBytes(input) : input))
}

/** Digest of a value through its canonical JSON. [E1] */
export function digestOf(value: Json): Digest {
  return sha256Hex(canonicalJson(value))
}
