export { documentRoutes, type DocumentSource } from './routes.ts'
