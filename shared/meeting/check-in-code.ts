/**
 * The short form of a meeting's check-in code, for whoever types it instead of scanning: eight letters and digits of which
 * none is taken for another (Crockford's base 32), 40 bits of the code's digest. [M3]
 */
import { sha256Hex } from '#shared/core'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 8
const bitsPerLetter = 5n

/** @returns `K7QF-2M9X` */
export function shortCheckInCode(code: string): string {
  let bits = BigInt(`0x${sha256Hex(code).slice(0, 10)}`)
  let letters = ''
  for (let at = 0; at < length; at++) {
    letters = `${alphabet[Number(bits & 31n)] ?? ''}${letters}`
    bits >>= bitsPerLetter
  }
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** As it is written, from whatever a person typed: small letters, no hyphen, O for 0, I or L for 1. */
export function typedCheckInCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}
