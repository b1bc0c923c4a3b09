import { isNestedBeyond } from '#shared/core'
import { bundleFormat, bundleText, firstBundleFormat, type Bundle, type BundleFault } from './bundle.ts'

/** Levels of the file's own lists and objects: one more than its deepest part has. Texts lie in it as strings. */
const bundleNesting = 8

/** `notBundle`: something else altogether. `damaged`: a bundle of which some bytes are no longer what was written. */
export type BundleReading =
  | { readonly kind: 'bundle'; readonly bundle: Bundle }
  | { readonly kind: 'damaged'; readonly fault: BundleFault }
  | { readonly kind: 'notBundle' }

/**
 * Reads a file. What comes back as a bundle is, byte for byte, what `bundleText` writes of it: a changed space, a member
 * twice or a number written otherwise is damage, told by its line.
 */
export function readBundle(bytes: Uint8Array): BundleReading {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!looksLikeBundle(text)) return { kind: 'notBundle' }
  const bundle = parse(text)
  const written = bundle && writtenAgain(bundle)
  if (bundle === null || written === null) {
    return { kind: 'damaged', fault: { place: `line ${unreadableLine(text)}`, fault: 'unreadable' } }
  }
  // The bytes, not the text: decoding turns different broken bytes into the same replacement character.
  const expected = new TextEncoder().encode(written)
  const at = firstDifference(bytes, expected)
  if (at !== null) return { kind: 'damaged', fault: { place: `line ${lineOf(expected, at)}`, fault: 'notCanonical' } }
  return { kind: 'bundle', bundle }
}

/** Any two of its marks, so that damage to one does not make it something else. */
function looksLikeBundle(text: string): boolean {
  const marks = [/"plenary\/bundle\/[0-9]+"/, /\n"workspace":/, /\n"sections":\[/, /\n"seal":/]
  return marks.filter(mark => mark.test(text)).length >= 2
}

function parse(text: string): Bundle | null {
  if (isNestedBeyond(text, bundleNesting)) return null
  try {
    const value: unknown = JSON.parse(text)
    return hasMembers(value) ? value : null
  } catch {
    return null
  }
}

/** The outermost shape. What lies deeper is judged part by part, where its fault can be named. */
function hasMembers(value: unknown): value is Bundle {
  if (typeof value !== 'object' || value === null) return false
  const members = new Map(Object.entries(value))
  const isObject = (name: string) => {
    const member: unknown = members.get(name)
    return typeof member === 'object' && member !== null && !Array.isArray(member)
  }
  const isList = (name: string) => Array.isArray(members.get(name))
  return (
    ['workspace', 'version', 'endorsement', 'seal'].every(isObject) &&
    ['sections', 'votes', 'record'].every(isList) &&
    ((members.get('format') === firstBundleFormat && members.size === 8) ||
      (members.get('format') === bundleFormat &&
        members.size === (members.has('statements') ? 12 : 11) &&
        typeof members.get('checkpoint') === 'string' &&
        ['proofs', 'minutes', ...(members.has('statements') ? ['statements'] : [])].every(isList)))
  )
}

function writtenAgain(bundle: Bundle): string | null {
  try {
    return bundleText(bundle)
  } catch {
    return null
  }
}

/** The first line that is not the JSON it should be; the first of all where each is but they do not fit together. */
function unreadableLine(text: string): number {
  const lines = text.split('\n')
  const broken = lines.findIndex(line => {
    const bare = line.replace(/^"[a-z]+":/, '').replace(/,$/, '')
    return !['', '{', '}', '[', ']'].includes(bare) && !isJson(bare)
  })
  return broken === -1 ? 1 : broken + 1
}

function isJson(text: string): boolean {
  if (isNestedBeyond(text, bundleNesting)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function firstDifference(one: Uint8Array, other: Uint8Array): number | null {
  const length = Math.max(one.length, other.length)
  for (let index = 0; index < length; index++) if (one[index] !== other[index]) return index
  return null
}

function lineOf(bytes: Uint8Array, position: number): number {
  let line = 1
  for (const byte of bytes.subarray(0, position)) if (byte === 0x0a) line++
  return line
}
