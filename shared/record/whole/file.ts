/**
 * The whole record as a file, to be verified without the server. [L1, L2]
 *
 *   {"checkpoints":2,"entries":118,"format":"plenary/record/1","publicKey":"…","votes":["…"]}
 *   {"digest":"…","number":1,"text":"…"}          an entry a line, from the first
 *   {"decision":"…","frozen":"…","log":["…"]}     a decided vote a line, in the order of the header
 *   {"note":"…"}                                  a checkpoint a line with its co-signatures, the smallest first
 *
 * Each line is canonical JSON (RFC 8785) and ends in U+000A.
 */
import { canonicalJson, fromUtf8, isNestedBeyond, type Json, type MotionId } from '#shared/core'
import { parseCheckpoint } from '../checkpoint.ts'
import type { StoredEntry } from '../entry.ts'

export const recordFormat = 'plenary/record/1'

/** A list in an object. Texts lie in it as strings. */
const lineNesting = 2

export type RecordHeader = {
  readonly format: typeof recordFormat
  /** Ed25519, 32 bytes, base64url. Compare it with the one that the country publishes. */
  readonly publicKey: string
  /** Counts, and the votes in their order. */
  readonly entries: number
  readonly votes: readonly MotionId[]
  readonly checkpoints: number
}

/** A decided vote as it is stored. */
export type RecordVote = {
  /** Canonical JSON of `{rules, snapshot}`. */
  readonly frozen: string
  /** Canonical JSON of `{event, nonce}`, each, in the order of the log. */
  readonly log: readonly string[]
  /** Canonical JSON of what was decided. */
  readonly decision: string
}

const line = (value: Json): string => `${canonicalJson(value)}\n`

export const headerLine = (header: RecordHeader): string => line(header)
export const entryLine = ({ number, text, digest }: StoredEntry): string => line({ number, text, digest })
export const voteLine = ({ frozen, log, decision }: RecordVote): string => line({ frozen, log, decision })
export const checkpointLine = (note: string): string => line({ note })

/** A line as it was read; null for one that is not the canonical JSON of an object. */
export type ReadLine = Readonly<Record<string, Json>> | null

/** The file's lines, one at a time: of what is not UTF-8, not JSON or written otherwise there is nothing to be had. */
export function* readLines(bytes: Uint8Array): Generator<ReadLine> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start)
    // A last line without its end was cut off.
    if (end === -1) return yield null
    yield parseLine(bytes.subarray(start, end))
    start = end + 1
  }
}

/** Sizes that the checkpoints speak of, read ahead of all else. @param skipped lines before the first of them */
export function checkpointSizes(bytes: Uint8Array, skipped: number): ReadonlySet<number> {
  let start = 0
  for (let line = 0; line < skipped; line++) {
    const end = bytes.indexOf(0x0a, start)
    if (end === -1) return new Set()
    start = end + 1
  }
  const notes = [...readLines(bytes.subarray(start))].map(readCheckpointLine)
  return new Set(notes.flatMap(note => (note === null ? [] : (parseCheckpoint(note)?.size ?? []))))
}

function parseLine(bytes: Uint8Array): ReadLine {
  try {
    // A byte order mark would be passed over.
    if (bytes[0] !== 0x7b) return null
    const text = fromUtf8(bytes)
    if (isNestedBeyond(text, lineNesting)) return null
    const value: unknown = JSON.parse(text)
    return isObject(value) && canonicalJson(value) === text ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function readHeader(value: ReadLine): RecordHeader | null {
  if (!value || Object.keys(value).length !== 5) return null
  const { format, publicKey, entries, votes, checkpoints } = value
  const counts = [entries, checkpoints].every(count => Number.isSafeInteger(count) && Number(count) >= 0)
  if (format !== recordFormat || typeof publicKey !== 'string' || !counts || !isTexts(votes)) return null
  return value as RecordHeader
}

export function readEntryLine(value: ReadLine): StoredEntry | null {
  if (!value || Object.keys(value).length !== 3) return null
  const { number, text, digest } = value
  return typeof number === 'number' && typeof text === 'string' && typeof digest === 'string'
    ? { number, text, digest }
    : null
}

export function readVoteLine(value: ReadLine): RecordVote | null {
  if (!value || Object.keys(value).length !== 3) return null
  const { frozen, log, decision } = value
  return typeof frozen === 'string' && typeof decision === 'string' && isTexts(log) ? { frozen, log, decision } : null
}

export function readCheckpointLine(value: ReadLine): string | null {
  if (!value || Object.keys(value).length !== 1) return null
  return typeof value['note'] === 'string' ? value['note'] : null
}

function isTexts(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every(one => typeof one === 'string')
}

/** Whether this is, or once was, such a file: of one with a damaged first line too. */
export function looksLikeRecord(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 4_096))
  const marks = [
    /"format":"plenary\/record\/[0-9]+"/,
    /^\{"checkpoints":[0-9]+,"entries":/,
    /\n\{"digest":"[0-9a-f]{64}","number":1,/,
  ]
  return marks.some(mark => mark.test(start))
}
