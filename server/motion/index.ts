export { castBallot, castSecretBallot } from './casting/casting.ts'
export { shutOutCasting } from './casting/shut-out.ts'
export { motionChecks } from './check.ts'
export { startMotionCloser, type MotionCloser } from './closing/closer.ts'
export { closeDueMotions, closeMotion, extendMotion } from './closing/closing.ts'
export { decisionsBySilence, decisionYears, selectDecisions, type NumberedDecision } from './closing/decision-store.ts'
export type { DecisionNumber, MeetingPlace, MotionWithLog, NewMotion } from './motion.ts'
export { votesEnded, votesUnderWay, type PastVote } from './figures-store.ts'
export { noteTextOpened } from './reminding/delivery.ts'
export { motionVotes } from './exporting.ts'
export { announceOpened, openMotion, openMotionIn, type OpeningInput } from './opening/opening.ts'
export { candidateNames } from './candidates.ts'
export { showsGeneralVote, type Names } from './present.ts'
export { listMotions, motionRecords, openBallotsFor, readMotion, type MotionRecord } from './reading.ts'
export { bodyOf, loadBody, type Body } from './standing.ts'
export { followUpsFor } from './after/follow-up.ts'
export { stateAfterVote } from './after/statements.ts'
export { afterVoteRoutes, type AfterVoteRoutes } from './after/routes.ts'
export { statementVersions, type VoteStatement } from './after/statement-store.ts'
export { findVoteOn, motionIdsOn, motionOutcomes, motionsOfMeeting, personNames } from './store.ts'
export { remindDueMotions } from './reminding/reminding.ts'
export { motionRoutes, type MotionRoutes } from './routes.ts'
export type {
  AgendaSubjectKind,
  CertifiedFacts,
  MotionSubject,
  MotionSubjectKind,
  MotionSubjects,
  MoveFacts,
  Sittings,
  SubjectFacts,
  SubjectHold,
  SubjectMove,
  SubjectMoved,
} from './subject.ts'
