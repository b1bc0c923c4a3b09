export { carriesSettings, termsKinds, type TermsKind } from './bodies.ts'
export {
  compareShares,
  countBounds,
  guardedMajorities,
  isAlarm,
  isCount,
  isMajority,
  isShare,
  isTime,
  majorityChoices,
  settingFaults,
  settingWarnings,
  shareBounds,
  timeBounds,
  warningsOf,
  type SettingFault,
  type SettingFaultReason,
  type SettingWarning,
} from './bounds.ts'
export { canonicalTerms, parseTerms, termsFormat, termsWords, type TermsContent } from './content.ts'
export {
  exampleSeats,
  majorityExample,
  policyExample,
  quorumExample,
  seatsIn,
  type MajorityExample,
  type PolicyExample,
  type SeatCounts,
} from './examples.ts'
export { inForceAt, inForceBefore } from './in-force.ts'
export { memorandumReasonLimit, memorandumReferenceLimit } from './limits.ts'
export { memorandumStanding, type MemorandumStanding, type Validity } from './memorandum.ts'
export { termsOutline } from './outline.ts'
export { presetNames, presetSettings, type PresetName } from './presets.ts'
export type { TermsProblem } from './problems.ts'
export {
  canonicalSettings,
  defaultSettings,
  differences,
  parseSettings,
  settingFields,
  settingSections,
  settingsDigest,
  valuesOf,
  withChanges,
  type CountField,
  type GroupSettings,
  type MajorityField,
  type SettingChanges,
  type SettingDifference,
  type SettingField,
  type SettingValues,
  type ShareField,
  type TimeField,
} from './settings.ts'
export { officeNames, termsTitle } from './title.ts'
export { unansweredHeadings } from './unanswered.ts'
