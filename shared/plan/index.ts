export type { PlanProblem } from './problems.ts'
export {
  planKinds,
  sectionKinds,
  versionMoves,
  type ComponentNumber,
  type PlanKind,
  type SectionKind,
  type VersionMove,
  type VersionState,
} from './states.ts'
