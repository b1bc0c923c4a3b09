import * as Y from 'yjs'
import type { PersonId } from '#shared/core'
import { seedNarrative, type NarrativeBlock } from '#shared/narrative'
import type { PlanDeps } from '#server/plan'
import { storeText } from '#server/sync'

/** Writes a live text anew as one person, as if it had been typed. */
export async function writeText(
  deps: PlanDeps,
  documentId: string,
  personId: PersonId,
  blocks: readonly NarrativeBlock[],
): Promise<void> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await deps.readDocument(documentId))
  const before = Y.encodeStateVector(doc)
  doc.transact(() => {
    const narrative = doc.getXmlFragment('narrative')
    narrative.delete(0, narrative.length)
    seedNarrative(narrative, blocks)
  })
  const bytes = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  await deps.transaction(tx => storeText(tx, { documentId, personId, at: deps.now(), bytes }))
}
