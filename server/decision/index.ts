export { decisionRoutes, type DecisionRoutes } from './routes.ts'
