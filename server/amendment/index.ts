export { amendmentChecks } from './checks.ts'
export { overtakeAll } from './proposing.ts'
export { amendmentRoutes, type AmendmentRoutes } from './routes.ts'
export {
  amendmentBehind,
  amendmentsByGroupAndYear,
  amendmentsProposed,
  type AmendmentFigures,
  type NamedAmendment,
} from './store.ts'
export { amendableVersionSubject, amendmentSubject } from './subject.ts'
