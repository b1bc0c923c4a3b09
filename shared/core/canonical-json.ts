/**
 * Canonical JSON by RFC 8785 (JCS): one text for one value, so that a digest of it means the value.
 *
 * Object members are sorted by UTF-16 code units, numbers are written as ECMAScript writes them, strings with the
 * shortest escapes; `undefined` members are left out as `JSON.stringify` does. What JSON cannot hold (NaN, infinities,
 * lone surrogates, functions) is a bug in the caller and throws.
 */
import { isNestedBeyond } from './nesting.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`not a JSON number: ${value}`)
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!isWellFormed(value)) throw new Error('a lone surrogate is not a Unicode string')
    return JSON.stringify(value)
  }
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new Error(`not a JSON value: ${typeof value}`)
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member !== undefined) members.push(`${canonicalJson(key)}:${canonicalJson(member)}`)
  }
  return `{${members.join(',')}}`
}

/**
 * Whether a text is the canonical JSON of what it holds: no member twice, no space, nothing written otherwise. What nests
 * more deeply than anything that is written here is not looked into.
 */
export function isCanonicalJson(text: string): boolean {
  if (isNestedBeyond(text)) return false
  try {
    return canonicalJson(JSON.parse(text) as Json) === text
  } catch {
    return false
  }
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isWellFormed(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0xd800 || unit > 0xdfff) continue
    const next = text.charCodeAt(index + 1)
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return false
    index++
  }
  return true
}
