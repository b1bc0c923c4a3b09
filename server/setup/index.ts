export { setupRoutes, type SetupRoutes } from './routes.ts'
export { ensureSetupToken } from './token.ts'
export { isSetUp } from './store.ts'
export { keepWorkspace } from './workspace.ts'
