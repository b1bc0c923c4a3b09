export { appendRecord, type Act } from './append.ts'
export { loadWorkspaceKey, type WorkspaceKey } from './workspace-key.ts'
