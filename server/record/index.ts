export { appendRecord, type Act } from './append.ts'
export { checkRecord, type RecordCheck, type StoredBytes, type StoredText } from './check.ts'
export { recordRoutes, type RecordRoutes } from './routes.ts'
export { loadWorkspaceKey, type WorkspaceKey } from './workspace-key.ts'
