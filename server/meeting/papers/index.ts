export { paperChecks } from './check.ts'
export { prepareFiles } from './folder.ts'
export { paperRoutes, type PaperRoutes } from './routes.ts'
export { uploadRoutes } from './upload-routes.ts'
