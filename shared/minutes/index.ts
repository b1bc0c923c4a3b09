export type {
  ActionItemBlock,
  AttendanceBlock,
  Attendee,
  Block,
  GroupName,
  MotionBlock,
  PostponedBlock,
  QuorumBlock,
  SeatName,
  StatementBlock,
  Stay,
  TextBlock,
} from './blocks.ts'
export { correctionStates, type CorrectionState } from './corrections.ts'
export { correctionLimit, correctionReasonLimit, erratumLimit, minuteTakersLimit, statementLimit } from './limits.ts'
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
