export {
  castBallot,
  castSecret,
  mayCloseEarly,
  nextSeq,
  seatsStillToCast,
  seatsThatCast,
  type BallotInput,
  type OpenedMotion,
} from './ballot.ts'
export { ngoPosition } from './concurrence.ts'
export { closeMotion, extendDeadline, movesOnAt, pauseMotion, resumeMotion, voidMotion } from './deadline.ts'
export { decide, decidedBy, type Decision } from './decide.ts'
export {
  countSeats,
  electorateDigest,
  freezeElectorate,
  votingConstituencies,
  type Accreditation,
  type ElectorateSeat,
  type SeatAtOpening,
  type VotingConstituency,
} from './electorate.ts'
export { isToCertify, votedKinds, type FollowUp, type VotedKind } from './follow-up.ts'
export { reasonLimit, voteTimes } from './limits.ts'
export {
  allChoices,
  choices,
  choicesBy,
  voidCauses,
  type Ballot,
  type Choice,
  type Closed,
  type Counted,
  type Delivered,
  type Extended,
  type MotionEvent,
  type Paper,
  type Paused,
  type Resumed,
  type SecretCast,
  type Superseded,
  type TextOpened,
  type VoidCause,
  type Voided,
} from './log.ts'
export {
  compareMajority,
  gradeLevels,
  gradeOf,
  hasMajority,
  type Comparison,
  type Grade,
  type GradeLevel,
  type GradeSuffix,
} from './majority.ts'
export { methodNames, type Method, type MethodName } from './method.ts'
export { mayMove, motionMoves, type MotionMove, type MotionState, type Mover } from './moves.ts'
export { mayPassBySilence, preflight } from './opening.ts'
export { awaitsCertification, isAdopted, isFinal, outcomes, type AdoptedOutcome, type Outcome } from './outcome.ts'
export type { Hold, Phase, Proceedings, SetAside } from './proceedings.ts'
export type {
  AfterVoteProblem,
  BallotProblem,
  DeadlineProblem,
  MotionProblem,
  OpeningProblem,
  OpeningRefusal,
  SittingProblem,
  SubjectProblem,
} from './problems.ts'
export {
  composition,
  isQuorate,
  quorumAtClosing,
  quorumAtOpening,
  quorumOfRoll,
  type Composition,
  type Quorum,
} from './quorum.ts'
export {
  dueReminder,
  nextReminderAt,
  reminderStage,
  reminderStages,
  reminderTimes,
  seatsToRemind,
  type Reminder,
  type ReminderStage,
} from './reminders.ts'
export { replay } from './replay.ts'
export { talliesOf } from './verdict.ts'
export {
  asksConcurrence,
  defaultRuleSet,
  isProcedural,
  majorities,
  ngoPolicies,
  ruleSetDigest,
  subjectKinds,
  type Majority,
  type NgoPolicy,
  type NgoPosition,
  type RuleSet,
  type SubjectKind,
} from './rules.ts'
export { countSecret, paperFor, papersToTell, sortPapers, type CandidateVotes, type Election } from './secret.ts'
export { methodOf, type Call, type Round, type Sitting, type Snapshot } from './snapshot.ts'
export {
  certifiableFrom,
  headHasSpoken,
  isAfterCertification,
  judgeStatement,
  objectingSeats,
  spokenSeats,
  standingStatements,
  statementKinds,
  statementLimit,
  statementPeriodMs,
  statementVersionsLimit,
  whatStands,
  type StatementKind,
} from './statements.ts'
export {
  addTallies,
  effectiveBallots,
  eligibleSeats,
  seatsTakingPart,
  showsRunningTally,
  tally,
  tallyByConstituency,
  tallyOfOthers,
  type Tally,
  type TallyByConstituency,
} from './tally.ts'
export {
  answerTogether,
  askStateAt,
  askTogether,
  capacities,
  capacitiesOf,
  confirmTogether,
  jointActMs,
  jointActs,
  jointActTable,
  jointAskStates,
  type Capacity,
  type JointAct,
  type JointAsk,
  type JointAskState,
} from './together.ts'
export { namedByPeople, parseGivenName, type GivenName, type TextTitle } from './given-name.ts'
export type { TraceStep, TraceStepName } from './trace.ts'
