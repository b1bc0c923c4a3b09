/**
 * The check of the record. It walks the chain from the first entry, and at every entry that vouches for a stored text
 * it computes that text's digest again: a byte changed in a version, an event of a vote or a manifest is found at the
 * entry that recorded it. [L1]
 *
 * What the entries vouch for belongs to other slices. Each contributes a `RecordCheck` per act; app.ts hands them over.
 */
import { setImmediate } from 'node:timers/promises'
import { sha256Hex, type Digest } from '#shared/core'
import type { Queries } from '#server/db'
import { readEntry, walkChain, type RecordAct, type RecordEntry } from '#shared/record'
import type { RecordCheckAnswer } from '#shared/record/schema'
import type { Deps } from '../deps.ts'
import { entriesAfter, namesOf, type RecordRow } from './store.ts'

/** A text as it lies in storage: its digest is computed here. */
export interface StoredText {
  readonly text: string
  /** The digest noted beside the text, where one is. */
  readonly digest: Digest | null
}

/** Of what is no text, such as a file: the digest of its bytes, computed where they lie. */
export interface StoredBytes {
  readonly found: Digest
  /** The digest noted beside the bytes. */
  readonly digest: Digest
}

/** How to find again what the entries of one act vouch for. */
export interface RecordCheck {
  readonly act: RecordAct
  /** The member of the entry's facts that holds the digest of the text. */
  readonly fact: string
  /** @returns null where nothing is stored for the entry any more */
  load(queries: Queries, entry: RecordEntry): Promise<StoredText | StoredBytes | null>
}

type Fault = Extract<RecordCheckAnswer, { ok: false }>

/** Entries held in memory at a time; between two such portions other requests get their turn. */
const portion = 500

/** @returns the first entry that does not hold, or how much was found in order */
export async function checkRecord(
  deps: Pick<Deps, 'read'>,
  checks: readonly RecordCheck[],
): Promise<RecordCheckAnswer> {
  const checksByAct = new Map<string, RecordCheck>(checks.map(check => [check.act, check]))
  const walk = walkChain()
  let texts = 0
  for (;;) {
    const rows = await entriesAfter(deps.read, walk.length, portion)
    if (rows.length === 0) return { ok: true, entries: walk.length, texts, head: walk.head }
    for (const row of rows) {
      const broken = walk.step(row)
      if (broken) return faultAt(row, broken.number, broken.fault)
      const entry = readEntry(row.text)
      if (!entry) return faultAt(row, row.number, 'unreadable')
      if (!columnsAgree(row, entry)) return faultAt(row, row.number, 'altered')
      const check = checksByAct.get(entry.act)
      if (!check) continue
      const fault = await compareText(deps.read, check, entry)
      if (fault) return fault
      texts++
    }
    await setImmediate()
  }
}

async function compareText(queries: Queries, check: RecordCheck, entry: RecordEntry): Promise<Fault | null> {
  const stated = entry.facts[check.fact]
  const expected = typeof stated === 'string' ? stated : null
  const stored = await check.load(queries, entry)
  const name = entry.subject === null ? null : ((await namesOf(queries, [entry.subject]))[entry.subject] ?? null)
  const about = { ok: false, number: entry.number, act: entry.act, subject: entry.subject, name, expected } as const
  if (!stored) return { ...about, fault: 'content-missing', found: null }
  const found = 'found' in stored ? stored.found : sha256Hex(stored.text)
  if (found !== expected) return { ...about, fault: 'content-altered', found }
  if (stored.digest !== null && stored.digest !== expected)
    return { ...about, fault: 'digest-altered', found: stored.digest }
  return null
}

/** The columns for searching are no part of the digest, so they are compared. */
function columnsAgree(row: RecordRow, entry: RecordEntry): boolean {
  return row.at === entry.at && row.act === entry.act && row.subject === entry.subject
}

function faultAt(row: RecordRow, number: number, fault: Fault['fault']): Fault {
  const { act, subject } = row.number === number ? row : { act: null, subject: null }
  return { ok: false, number, fault, act, subject, name: null, expected: null, found: null }
}

/** The same check, run once at a time: whoever asks while it runs gets its answer. */
export function makeRecordCheck(
  deps: Pick<Deps, 'read'>,
  checks: readonly RecordCheck[],
): () => Promise<RecordCheckAnswer> {
  let running: Promise<RecordCheckAnswer> | null = null
  return () => {
    running ??= checkRecord(deps, checks).finally(() => {
      running = null
    })
    return running
  }
}
