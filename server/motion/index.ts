export { castBallot } from './casting.ts'
export { motionChecks } from './check.ts'
export { startMotionCloser, type MotionCloser } from './closer.ts'
export { closeDueMotions, closeMotion, extendMotion } from './closing.ts'
export type { DecisionNumber, MeetingPlace, MotionWithLog } from './motion.ts'
export { openMotion, type OpeningInput } from './opening.ts'
export { listMotions, motionRecords, openBallotsFor, readMotion, type MotionRecord } from './reading.ts'
export { loadBody, type Body } from './standing.ts'
export { findVoteOn, motionsOfMeeting } from './store.ts'
export { motionRoutes, type MotionRoutes } from './routes.ts'
export type {
  MotionSubject,
  MotionSubjectKind,
  MotionSubjects,
  MoveFacts,
  SubjectFacts,
  SubjectMove,
  SubjectMoved,
} from './subject.ts'
