export type {
  ActionItemBlock,
  AttendanceBlock,
  Attendee,
  Block,
  GroupName,
  ElectionBlock,
  MotionBlock,
  PostponedBlock,
  QuorumBlock,
  SeatName,
  StatementBlock,
  Stay,
  TextBlock,
  VoteQuorum,
  VoteStatement,
} from './blocks.ts'
export {
  erratumFormat,
  freezeContent,
  minutesFormat,
  parseContent,
  type ErratumContent,
  type Frozen,
  type FrozenItem,
  type FrozenMeeting,
  type MinutesContent,
  type MinutesPartContent,
} from './content.ts'
export { correctionStates, type CorrectionState } from './corrections.ts'
export { generalBlocks, itemBlocks, type ItemFacts, type MeetingFacts, type NotedStay, type Under } from './facts.ts'
export {
  correctionLimit,
  correctionReasonLimit,
  erratumLimit,
  minuteTakersLimit,
  ownQuoteMinimum,
  statementLimit,
  statementsPerItem,
  statementsPerMeeting,
} from './limits.ts'
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
export { isQuoted, passagesOf, type QuotablePart } from './quoting.ts'
export {
  approvalText,
  minutesChainStart,
  sealOf,
  verifyMinutesChain,
  type Approval,
  type SealedMinutes,
} from './seal.ts'
export { minutesWords } from './words.ts'
