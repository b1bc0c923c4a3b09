import type { SectionVersionId } from '#shared/core'
import type { Tx } from '#server/db'
import type { Deps } from '../deps.ts'

/** What this slice needs beyond every service: the live texts, which the sync server holds. */
export interface PlanDeps extends Deps {
  /** The whole committed state of a live text as one Yjs update. */
  readDocument(documentId: string): Promise<Uint8Array>
  /** Told, inside the transaction, that a submitted version was taken back. */
  versionWithdrawn(tx: Tx, versionId: SectionVersionId): Promise<void>
}
