export { assert, assertNever } from './assert.ts'
export {
  bytesToHex,
  fromBase64,
  fromBase64url,
  fromUtf8,
  hexToBytes,
  isBase64url,
  joinBytes,
  toBase64,
  toBase64url,
  utf8,
} from './bytes.ts'
export { canonicalJson, isCanonicalJson, type Json } from './canonical-json.ts'
export { isNestedBeyond } from './nesting.ts'
export { digestOf, digestPattern, sha256Bytes, sha256Hex, type Digest } from './digest.ts'
export { ceilShare, type Fraction } from './fraction.ts'
export { folded } from './folded.ts'
export { hasWords } from './has-words.ts'
export * from './ids.ts'
export { dayMs, hourMs, instantToText, minuteMs, secondMs, type Instant } from './instant.ts'
export { err, ok, type Result } from './result.ts'
