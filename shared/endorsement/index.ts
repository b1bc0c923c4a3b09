export type { EndorsementProblem } from './problems.ts'
