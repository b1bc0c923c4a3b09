export { adoptedBefore } from './adopted-before.ts'
export { closedUntil, closeText, reopenText, type ClosedSection } from './closing.ts'
export { objectiveCode, sectionCodes, type CodedSection } from './code.ts'
export {
  canonicalSection,
  parseSection,
  sectionContent,
  sectionDigest,
  sectionFormat,
  type FrozenGoal,
  type FrozenIndicator,
  type FrozenObjective,
  type FrozenSection,
  type SectionContent,
} from './content.ts'
export { closeReasonLimit, sectionTitleLimit, waiveReasonLimit } from './limits.ts'
export { inPlanOrder, placeSection, type Plan, type Section, type TextClosing } from './plan.ts'
export type { PlanProblem, TextFault } from './problems.ts'
export { sectionStanding, standingStates, type Standing, type StandingState, type StandingVersion } from './standing.ts'
export {
  awaitsDecision,
  componentNumbers,
  documentAccesses,
  planKinds,
  sectionKinds,
  versionAfter,
  versionMoves,
  versionStates,
  type ComponentNumber,
  type DocumentAccess,
  type PlanKind,
  type SectionKind,
  type VersionMove,
  type VersionState,
} from './states.ts'
export { sectionWords } from './words.ts'
