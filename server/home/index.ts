export { homeRoutes, type HomeRoutes } from './routes.ts'
export type { HomeSources } from './sources.ts'
