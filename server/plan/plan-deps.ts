import type { Deps } from '../deps.ts'

/** What this slice needs beyond every service: the live texts, which the sync server holds. */
export interface PlanDeps extends Deps {
  /** The whole committed state of a live text as one Yjs update. */
  readDocument(documentId: string): Promise<Uint8Array>
}
