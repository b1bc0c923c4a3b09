export {
  mayMoveMinutes,
  minutesAfter,
  minutesMoves,
  minutesStates,
  type MinutesMove,
  type MinutesMover,
  type MinutesState,
} from './moves.ts'
export type { MinutesProblem } from './problems.ts'
export {
  approvalText,
  minutesChainStart,
  sealOf,
  verifyMinutesChain,
  type Approval,
  type SealedMinutes,
} from './seal.ts'
