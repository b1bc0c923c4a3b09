/** The words of live texts, as they are committed. */
import { createHash } from 'node:crypto'
import { err, ok, type Instant, type Result } from '#shared/core'
import { narrativeOfUpdates, type NarrativeJson, type NarrativeNode } from '#shared/narrative'
import type { PlanProblem } from '#shared/plan'
import type { Queries } from '#server/db'
import { damagedSince, readUpdates } from '#server/sync'
import type { MinutesThreads } from './threads.ts'

export type TextProblem = Extract<PlanProblem, { type: 'text-unreadable' | 'text-damaged' }>

type Updates = readonly Uint8Array[]
type Narrative = ReturnType<typeof narrativeOfUpdates>

/** Faults that are named: a text from a foreign client may have as many as it has characters. */
const faultsNamed = 100
/** Bytes of updates whose reading nobody notices: some twenty pages, in a few hundredths of a second. */
const unnoticedBytes = 64 * 1024
/** Bytes of updates whose narratives are kept: of ten texts as long as any. */
const keptBytes = 8 * 1024 * 1024

/** How live texts are read: by a thread beside the server where that would hold it up. */
export interface Texts {
  /** Has a thread read what is long, before `words` is asked for it; in a transaction nobody can wait for one. */
  prepare(queries: Queries, documentIds: readonly string[]): Promise<void>
  /**
   * The committed words of a live text; in a transaction, exactly those that are committed before it. One that nobody has
   * opened yet is an empty paragraph.
   *
   * - `text-damaged`: a part of what is stored cannot be read. `text-unreadable`: it holds what is no part of a narrative.
   */
  words(queries: Queries, documentId: string, now: Instant): Promise<Result<NarrativeJson, TextProblem>>
}

/** Without a thread: whoever asks waits, and with them everybody. */
export const textsReadHere: Texts = {
  prepare: async () => undefined,
  words: (queries, documentId, now) => readWords(queries, documentId, now, narrativeOfUpdates),
}

export function createTexts(threads: Pick<MinutesThreads, 'run'>): Texts {
  const kept = createKept()
  return {
    async prepare(queries, documentIds) {
      const unread: Updates[] = []
      for (const id of documentIds) {
        const updates = await readUpdates(queries, id)
        if (updates && !kept.has(updates)) unread.push(updates)
      }
      if (unread.reduce((sum, updates) => sum + bytesOf(updates), 0) <= unnoticedBytes) return
      const read = await threads.run('narratives', unread)
      // Where no thread could do it, it is done when it is asked for.
      if (read.ok) for (const [index, json] of read.value.entries()) kept.set(unread[index] ?? [], json)
    },
    words: (queries, documentId, now) =>
      readWords(queries, documentId, now, updates => kept.get(updates) ?? narrativeOfUpdates(updates)),
  }
}

async function readWords(
  queries: Queries,
  documentId: string,
  now: Instant,
  read: (updates: Updates) => Narrative,
): Promise<Result<NarrativeJson, TextProblem>> {
  const damagedAt = await damagedSince(queries, documentId)
  const updates = damagedAt === null ? await readUpdates(queries, documentId) : null
  if (!updates) return err({ type: 'text-damaged', since: damagedAt ?? now })
  const narrative = read(updates)
  if (narrative.ok) return ok(narrative.value)
  if (narrative.problem.type === 'narrative-damaged') return err({ type: 'text-damaged', since: now })
  const faults = narrative.problem.faults.slice(0, faultsNamed)
  return err({
    type: 'text-unreadable',
    faults: faults.map(({ place, reason }) => ({ part: 'narrative', place: `${documentId}/${place}`, reason })),
  })
}

/** Narratives by the bytes that make them, those asked for last; as JSON, which takes a fraction of the room. */
function createKept() {
  const texts = new Map<string, { readonly json: string; readonly bytes: number }>()
  let bytes = 0
  return {
    has: (updates: Updates): boolean => texts.has(keyOf(updates)),
    get(updates: Updates): Narrative | undefined {
      const key = keyOf(updates)
      const found = texts.get(key)
      if (!found) return undefined
      texts.delete(key)
      texts.set(key, found)
      // The one parser of what the thread wrote.
      return JSON.parse(found.json) as Narrative
    },
    set(updates: Updates, json: string): void {
      const key = keyOf(updates)
      if (texts.has(key)) return
      texts.set(key, { json, bytes: bytesOf(updates) })
      bytes += bytesOf(updates)
      for (const [oldest, one] of texts) {
        if (bytes <= keptBytes) break
        texts.delete(oldest)
        bytes -= one.bytes
      }
    },
  }
}

function bytesOf(updates: Updates): number {
  return updates.reduce((sum, update) => sum + update.byteLength, 0)
}

function keyOf(updates: Updates): string {
  const hash = createHash('sha256')
  for (const update of updates) hash.update(`${update.byteLength}:`).update(update)
  return hash.digest('hex')
}

/** Whether anything was written in a live text; what cannot be read counts as something. */
export async function hasWords(queries: Queries, documentId: string, now: Instant): Promise<boolean> {
  const words = await textsReadHere.words(queries, documentId, now)
  return !words.ok || isWritten(words.value)
}

/** A table without a letter is something too; an empty paragraph is what every text begins as. */
function isWritten({ type, text = '', content = [] }: NarrativeNode): boolean {
  return text.trim() !== '' || type === 'table' || content.some(isWritten)
}
