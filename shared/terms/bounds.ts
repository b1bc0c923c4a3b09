/**
 * The bounds of a group's settings: what no adoption can cross. NGO seats always vote (G5) and international
 * organisations never do (G4): neither is a field. What is within the bounds and yet takes something away that the
 * default gives is allowed and said aloud: a warning. [G10]
 */
import { assertNever, dayMs, hourMs, type Fraction } from '#shared/core'
import type { GroupKind } from '#shared/group'
import { majorities, ngoPolicies, type Majority } from '#shared/motion'
import {
  settingFields,
  valuesOf,
  type CountField,
  type GroupSettings,
  type MajorityField,
  type SettingField,
  type ShareField,
  type TimeField,
} from './settings.ts'

interface Range {
  readonly least: number
  readonly most: number
}

/** Counts: a TWG and the NWG need one NGO seat or more, whatever they set. [G7, V2, V5, V12] */
export const countBounds = {
  ngoMinimum: { least: 1, most: 20 },
  extensions: { least: 0, most: 3 },
  secretSplitFrom: { least: 3, most: 20 },
} as const satisfies Record<CountField, Range>

/**
 * Shares, in lowest terms. `quorumMoreThan` is exclusive, so that 1 would ask for more seats than there are: it ends
 * below. At 0 the NGO seats would have no quorum of their own, so `ngoQuorumAtLeast` begins above; at 1 all of them are
 * needed, which a group may want. [V6, V7]
 */
export const shareBounds = {
  quorumMoreThan: { least: { numerator: 1, denominator: 4 }, below: { numerator: 1, denominator: 1 } },
  ngoQuorumAtLeast: { above: { numerator: 0, denominator: 1 }, most: { numerator: 1, denominator: 1 } },
} as const
/** A share with a larger denominator names a part of a seat in any group there is. */
export const largestDenominator = 100

/** Times, in whole hours. The silence procedure never runs for less than 72 hours. [V6, V8, V9, V11, M1, M7] */
export const timeBounds = {
  secondCallNoticeMs: { least: 3 * dayMs, most: 60 * dayMs },
  tieRestMs: { least: hourMs, most: 30 * dayMs },
  reconciliationMs: { least: 3 * dayMs, most: 90 * dayMs },
  ngoHoldMs: { least: 3 * dayMs, most: 60 * dayMs },
  dissentMs: { least: dayMs, most: 30 * dayMs },
  silenceMs: { least: 72 * hourMs, most: 60 * dayMs },
  silenceExtensionMs: { least: 72 * hourMs, most: 60 * dayMs },
  noticeMs: { least: 2 * dayMs, most: 60 * dayMs },
  urgentNoticeMs: { least: dayMs, most: 14 * dayMs },
  cadenceMs: { least: 14 * dayMs, most: 365 * dayMs },
  circulateWithinMs: { least: dayMs, most: 60 * dayMs },
  correctionsMs: { least: 2 * dayMs, most: 30 * dayMs },
} as const satisfies Record<TimeField, Range>

/** A group changes its rules, and comes back on what it adopted, by two thirds or more: never by a bare majority. [V8, V13] */
export const guardedMajorities = ['majority.ruleSet', 'reconsideration'] as const satisfies readonly MajorityField[]
export const strongMajorities = ['TWO_THIRDS', 'TWO_THIRDS_ALL'] as const satisfies readonly Majority[]

export type SettingFaultReason =
  | 'too-small'
  | 'too-large'
  | 'not-whole'
  | 'not-lowest-terms'
  | 'too-weak'
  | 'not-a-choice'
  /** An urgent meeting would have longer notice than an ordinary one. */
  | 'longer-than-notice'

export interface SettingFault {
  readonly field: SettingField
  readonly reason: SettingFaultReason
}

/** Every bound that is crossed; none where the settings can be adopted. */
export function settingFaults(settings: GroupSettings): readonly SettingFault[] {
  const values = valuesOf(settings)
  const faults: SettingFault[] = []
  const note = (field: SettingField, reason: SettingFaultReason | null) => {
    if (reason !== null) faults.push({ field, reason })
  }
  for (const field of settingFields) {
    if (isCount(field)) note(field, outside(values[field], countBounds[field], 1))
    else if (isTime(field)) note(field, outside(values[field], timeBounds[field], hourMs))
    else if (isShare(field)) note(field, shareFault(field, values[field]))
    else if (field === 'ngoPolicy') note(field, ngoPolicies.includes(values[field]) ? null : 'not-a-choice')
    else note(field, majorityFault(field, values[field]))
  }
  if (values.urgentNoticeMs > values.noticeMs) note('urgentNoticeMs', 'longer-than-notice')
  return faults
}

export const settingWarnings = [
  'ngoPolicyNone',
  'ngoPolicyVisibleOnly',
  'quorumBelowHalf',
  'ngoQuorumBelowThird',
  'ngoMinimumOne',
  'ngoMinimumAboveSeats',
  'planBySimple',
  'shortHold',
] as const
export type SettingWarning = (typeof settingWarnings)[number]

/** What takes the weight of the NGO seats away altogether is said in alarm. */
export function isAlarm(warning: SettingWarning): boolean {
  return warning === 'ngoPolicyNone' || warning === 'ngoMinimumAboveSeats'
}

/**
 * What is allowed and ought to be thought over.
 *
 * @param ngoSeats voting NGO seats with an accredited person now: a count
 */
export function warningsOf(
  settings: GroupSettings,
  { kind, ngoSeats }: { readonly kind: GroupKind; readonly ngoSeats: number },
): readonly SettingWarning[] {
  const values = valuesOf(settings)
  const holds: Record<SettingWarning, boolean> = {
    ngoPolicyNone: values.ngoPolicy === 'NONE',
    ngoPolicyVisibleOnly: values.ngoPolicy === 'VISIBLE_ONLY',
    quorumBelowHalf: compareShares(values.quorumMoreThan, { numerator: 1, denominator: 2 }) < 0,
    ngoQuorumBelowThird: compareShares(values.ngoQuorumAtLeast, { numerator: 1, denominator: 3 }) < 0,
    ngoMinimumOne: kind === 'nwg' && values.ngoMinimum === 1,
    ngoMinimumAboveSeats: values.ngoMinimum > ngoSeats,
    planBySimple: values['majority.plan'] === 'SIMPLE' || values['majority.annex'] === 'SIMPLE',
    shortHold: values.ngoHoldMs < 7 * dayMs,
  }
  return settingWarnings.filter(warning => holds[warning])
}

export function isCount(field: SettingField): field is CountField {
  return field in countBounds
}

export function isTime(field: SettingField): field is TimeField {
  return field in timeBounds
}

export function isShare(field: SettingField): field is ShareField {
  return field in shareBounds
}

export function isMajority(field: SettingField): field is MajorityField {
  return !isCount(field) && !isTime(field) && !isShare(field) && field !== 'ngoPolicy'
}

/** The choices that a majority has: fewer where a bare majority would not do. */
export function majorityChoices(field: MajorityField): readonly Majority[] {
  return isGuarded(field) ? strongMajorities : majorities
}

/** Negative, zero or positive, in whole numbers. */
export function compareShares(one: Fraction, other: Fraction): number {
  return one.numerator * other.denominator - other.numerator * one.denominator
}

function outside(value: number, { least, most }: Range, step: number): SettingFaultReason | null {
  if (!Number.isSafeInteger(value) || value % step !== 0) return 'not-whole'
  if (value < least) return 'too-small'
  return value > most ? 'too-large' : null
}

function shareFault(field: ShareField, share: Fraction): SettingFaultReason | null {
  const { numerator, denominator } = share
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return 'not-whole'
  if (numerator < 0 || denominator < 1) return 'too-small'
  if (denominator > largestDenominator) return 'too-large'
  // Two ways to write one share would be two digests of one rule set.
  if (greatestDivisor(numerator, denominator) !== 1) return 'not-lowest-terms'
  switch (field) {
    case 'quorumMoreThan': {
      const { least, below } = shareBounds.quorumMoreThan
      if (compareShares(share, least) < 0) return 'too-small'
      return compareShares(share, below) >= 0 ? 'too-large' : null
    }
    case 'ngoQuorumAtLeast': {
      const { above, most } = shareBounds.ngoQuorumAtLeast
      if (compareShares(share, above) <= 0) return 'too-small'
      return compareShares(share, most) > 0 ? 'too-large' : null
    }
    default:
      return assertNever(field)
  }
}

function majorityFault(field: MajorityField, majority: Majority): SettingFaultReason | null {
  if (!majorities.includes(majority)) return 'not-a-choice'
  return majorityChoices(field).includes(majority) ? null : 'too-weak'
}

function isGuarded(field: MajorityField): boolean {
  return guardedMajorities.some(guarded => guarded === field)
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other)
}
