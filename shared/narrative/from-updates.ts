import * as Y from 'yjs'
import { err, type Result } from '#shared/core'
import { narrativeJSON, type NarrativeUnreadable } from './from-yjs.ts'
import type { NarrativeJson } from './json.ts'

/** The updates do not make a whole text. */
export interface NarrativeDamaged {
  readonly type: 'narrative-damaged'
}

/**
 * The narrative that these updates make, in its canonical form. Takes time in proportion to the text: a second for a table
 * of some thousand cells.
 *
 * - `narrative-damaged`: one of them cannot be applied, or builds on what is missing.
 * - `narrative-unreadable`: as `narrativeJSON` gives it.
 */
export function narrativeOfUpdates(
  updates: readonly Uint8Array[],
): Result<NarrativeJson, NarrativeUnreadable | NarrativeDamaged> {
  const doc = new Y.Doc()
  try {
    if (!applyAll(doc, updates)) return err({ type: 'narrative-damaged' })
    return narrativeJSON(doc.getXmlFragment('narrative'))
  } finally {
    doc.destroy()
  }
}

function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
  } catch {
    return false
  }
  return doc.store.pendingStructs === null && doc.store.pendingDs === null
}
