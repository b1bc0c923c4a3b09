export type {
  MotionSubject,
  MotionSubjectKind,
  MotionSubjects,
  MoveFacts,
  SubjectFacts,
  SubjectMove,
} from './subject.ts'
