/**
 * The check of the record. It walks the chain from the first entry, and at every entry that vouches for a stored text
 * it computes that text's digest again: a byte changed in a version, an event of a vote or a manifest is found at the
 * entry that recorded it. The tree over the entries is grown again beside it, up to each checkpoint. [L1, L2]
 *
 * What the entries vouch for belongs to other slices. Each contributes a `RecordCheck` per act; app.ts hands them over.
 */
import { setImmediate } from 'node:timers/promises'
import { sha256Hex, type Digest } from '#shared/core'
import type { Queries } from '#server/db'
import { readEntry, walkChain, type ChainWalk, type RecordAct, type RecordEntry } from '#shared/record'
import type { RecordCheckAnswer } from '#shared/record/schema'
import { checkTree, type TreeCheckDeps } from './check-tree.ts'
import { entriesAfter, namesOf, type RecordRow } from './store.ts'
import { recordSize } from './tree-store.ts'

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

export interface CheckProgress {
  readonly entries: number
  readonly of: number
}

/**
 * @param tell how far it has come
 * @returns the first entry that does not hold, or how much was found in order
 */
export async function checkRecord(
  deps: TreeCheckDeps,
  checks: readonly RecordCheck[],
  tell: (progress: CheckProgress) => void = () => {},
): Promise<RecordCheckAnswer> {
  const checksByAct = new Map<string, RecordCheck>(checks.map(check => [check.act, check]))
  const walk = walkChain()
  const tree = checkTree(deps)
  const of = await recordSize(deps.read)
  let texts = 0
  for (;;) {
    const rows = await entriesAfter(deps.read, walk.length, portion)
    if (rows.length === 0) {
      const cutOff = await tree.end()
      if (!cutOff) return { ok: true, entries: walk.length, texts, checkpoints: tree.checkpoints, head: walk.head }
      // Unless it has grown since it was looked at.
      if ((await recordSize(deps.read)) > walk.length) continue
      return { ok: false, act: null, subject: null, name: null, ...cutOff }
    }
    await tree.prepare(rows)
    for (const row of rows) {
      const entry = entryOf(walk, row)
      if ('fault' in entry) return faultAt(row, entry)
      const fallen = tree.step(row)
      if (fallen) return faultAt(row, fallen)
      const check = checksByAct.get(entry.act)
      if (!check) continue
      const fault = await compareText(deps.read, check, entry)
      if (fault) return fault
      texts++
    }
    tell({ entries: walk.length, of })
    await setImmediate()
  }
}

function entryOf(walk: ChainWalk, row: RecordRow): RecordEntry | Pick<Fault, 'number' | 'fault'> {
  const broken = walk.step(row)
  if (broken) return broken
  const entry = readEntry(row.text)
  if (!entry) return { number: row.number, fault: 'unreadable' }
  return columnsAgree(row, entry) ? entry : { number: row.number, fault: 'altered' }
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
  const { at, act, actor, subject } = entry
  return row.at === at && row.act === act && row.actor === actor && row.subject === subject
}

function faultAt(
  row: RecordRow,
  { number, fault, expected = null, found = null }: Pick<Fault, 'number' | 'fault'> & Partial<Fault>,
): Fault {
  const { act, subject } = row.number === number ? row : { act: null, subject: null }
  return { ok: false, number, fault, act, subject, name: null, expected, found }
}

export interface RecordChecking {
  /** The same check, run once at a time: whoever asks while it runs gets its answer. */
  run(): Promise<RecordCheckAnswer>
  /** Null while none runs. */
  progress(): CheckProgress | null
}

export function makeRecordCheck(deps: TreeCheckDeps, checks: readonly RecordCheck[]): RecordChecking {
  let running: Promise<RecordCheckAnswer> | null = null
  let progress: CheckProgress | null = null
  return {
    run() {
      progress ??= { entries: 0, of: 0 }
      running ??= checkRecord(deps, checks, told => (progress = told)).finally(() => {
        running = null
        progress = null
      })
      return running
    },
    progress: () => progress,
  }
}
