export type { DocumentAccess, DocumentRight, SyncAccess, SyncIdentity } from './access.ts'
export { seedDocument, storeText } from './documents.ts'
export { defaultSyncLimits, type SyncLimits } from './limits.ts'
export { createSyncServer, type SyncDeps, type SyncServer } from './server.ts'
