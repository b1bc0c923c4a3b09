export {
  electionAfter,
  electionStates,
  electionTitleLimit,
  isUnderWay,
  listDigest,
  type ElectionMove,
  type ElectionState,
} from './election.ts'
export type { ElectionProblem } from './problems.ts'
