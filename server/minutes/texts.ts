import * as Y from 'yjs'
import { err, ok, type Instant, type Result } from '#shared/core'
import { narrativeJSON, type NarrativeJson, type NarrativeNode } from '#shared/narrative'
import type { PlanProblem } from '#shared/plan'
import type { Queries } from '#server/db'
import { damagedSince, readWhole } from '#server/sync'

export type TextProblem = Extract<PlanProblem, { type: 'text-unreadable' | 'text-damaged' }>

/** Faults that are named: a text from a foreign client may have as many as it has characters. */
const faultsNamed = 100

/**
 * The committed words of a live text; in a transaction, exactly those that are committed before it. One that nobody has
 * opened yet is an empty paragraph.
 *
 * - `text-damaged`: a part of what is stored cannot be read. `text-unreadable`: it holds what is no part of a narrative.
 */
export async function readWords(
  queries: Queries,
  documentId: string,
  now: Instant,
): Promise<Result<NarrativeJson, TextProblem>> {
  const damagedAt = await damagedSince(queries, documentId)
  const update = damagedAt === null ? await readWhole(queries, documentId) : null
  if (!update) return err({ type: 'text-damaged', since: damagedAt ?? now })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const narrative = narrativeJSON(doc.getXmlFragment('narrative'))
  doc.destroy()
  if (narrative.ok) return ok(narrative.value)
  const faults = narrative.problem.faults.slice(0, faultsNamed)
  return err({
    type: 'text-unreadable',
    faults: faults.map(({ place, reason }) => ({ part: 'narrative', place: `${documentId}/${place}`, reason })),
  })
}

/** Whether anything was written in a live text; what cannot be read counts as something. */
export async function hasWords(queries: Queries, documentId: string, now: Instant): Promise<boolean> {
  const words = await readWords(queries, documentId, now)
  return !words.ok || isWritten(words.value)
}

/** A table without a letter is something too; an empty paragraph is what every text begins as. */
function isWritten({ type, text = '', content = [] }: NarrativeNode): boolean {
  return text.trim() !== '' || type === 'table' || content.some(isWritten)
}
