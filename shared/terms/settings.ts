/**
 * What the terms of reference of a Working Group set: the rule set its votes run under and the times of its meetings.
 * Besides its nested form, in which it is stored and digested, it has a flat one, field by field: what is edited,
 * compared and told in words. [G10]
 */
import { canonicalJson, digestOf, type Digest, type Fraction, type Json } from '#shared/core'
import type { GroupKind } from '#shared/group'
import { defaultMeetingSettings, type MeetingSettings } from '#shared/meeting'
import {
  defaultRuleSet,
  subjectKinds,
  type Majority,
  type NgoPolicy,
  type RuleSet,
  type SubjectKind,
} from '#shared/motion'

export interface GroupSettings {
  readonly rules: RuleSet
  readonly meetings: MeetingSettings
}

/** `reconsideration` and the majorities by kind of subject are one kind of choice, so they read alike. */
export type MajorityField = `majority.${SubjectKind}` | 'reconsideration'
export type ShareField = 'quorumMoreThan' | 'ngoQuorumAtLeast'
export type CountField = 'ngoMinimum' | 'extensions' | 'secretSplitFrom'
/** In milliseconds. */
export type TimeField =
  | 'secondCallNoticeMs'
  | 'tieRestMs'
  | 'reconciliationMs'
  | 'ngoHoldMs'
  | 'silenceMs'
  | 'silenceExtensionMs'
  | 'dissentMs'
  | keyof MeetingSettings
export type SettingField = MajorityField | ShareField | CountField | TimeField | 'ngoPolicy'

export type SettingValues = { readonly [F in MajorityField]: Majority } & { readonly [F in ShareField]: Fraction } & {
  readonly [F in CountField | TimeField]: number
} & { readonly ngoPolicy: NgoPolicy }

/** Some of the fields, each with its new value. */
export type SettingChanges = { readonly [F in SettingField]?: SettingValues[F] | undefined }

export function defaultSettings(kind: GroupKind): GroupSettings {
  return { rules: defaultRuleSet(kind), meetings: defaultMeetingSettings(kind) }
}

export function valuesOf({ rules, meetings }: GroupSettings): SettingValues {
  const { edition: _same, majority, ...rest } = rules
  return {
    ...rest,
    ...meetings,
    'majority.section': majority.section,
    'majority.amendment': majority.amendment,
    'majority.minutes': majority.minutes,
    'majority.plan': majority.plan,
    'majority.annex': majority.annex,
    'majority.ruleSet': majority.ruleSet,
    'majority.election': majority.election,
    'majority.procedure': majority.procedure,
  }
}

/** The settings with some fields changed; those that are not named stay. */
export function withChanges(settings: GroupSettings, changes: SettingChanges): GroupSettings {
  const next: SettingValues = { ...valuesOf(settings), ...defined(changes) }
  return {
    rules: {
      edition: settings.rules.edition,
      ngoMinimum: next.ngoMinimum,
      quorumMoreThan: next.quorumMoreThan,
      ngoQuorumAtLeast: next.ngoQuorumAtLeast,
      majority: majoritiesOf(next),
      ngoPolicy: next.ngoPolicy,
      extensions: next.extensions,
      secondCallNoticeMs: next.secondCallNoticeMs,
      tieRestMs: next.tieRestMs,
      reconciliationMs: next.reconciliationMs,
      ngoHoldMs: next.ngoHoldMs,
      silenceMs: next.silenceMs,
      silenceExtensionMs: next.silenceExtensionMs,
      secretSplitFrom: next.secretSplitFrom,
      reconsideration: next.reconsideration,
      dissentMs: next.dissentMs,
    },
    meetings: {
      noticeMs: next.noticeMs,
      urgentNoticeMs: next.urgentNoticeMs,
      cadenceMs: next.cadenceMs,
      circulateWithinMs: next.circulateWithinMs,
      correctionsMs: next.correctionsMs,
    },
  }
}

/** As JSON, member by member, so that nothing but the known members is ever stored or digested. */
export function settingsJson({ rules, meetings }: GroupSettings) {
  return { rules: { ...rules, majority: { ...rules.majority } }, meetings: { ...meetings } } satisfies Json
}

export function canonicalSettings(settings: GroupSettings): string {
  return canonicalJson(settingsJson(settings))
}

/** Which settings somebody looked at: named by whoever changes them. */
export function settingsDigest(settings: GroupSettings): Digest {
  return digestOf(settingsJson(settings))
}

/** Stored by this program: a number that had no place in it yet has its default. */
export function parseSettings(text: string, kind: GroupKind): GroupSettings {
  const stored = JSON.parse(text) as { readonly rules: Partial<RuleSet>; readonly meetings: Partial<MeetingSettings> }
  const { rules, meetings } = defaultSettings(kind)
  const majority = { ...rules.majority, ...stored.rules.majority }
  return { rules: { ...rules, ...stored.rules, majority }, meetings: { ...meetings, ...stored.meetings } }
}

/** One field in which two settings differ. */
export interface SettingDifference<F extends SettingField = SettingField> {
  readonly field: F
  readonly from: SettingValues[F]
  readonly to: SettingValues[F]
}

/** The fields in which `to` differs from `from`, in the order in which they are shown. */
export function differences(from: GroupSettings, to: GroupSettings): readonly SettingDifference[] {
  const [before, after] = [valuesOf(from), valuesOf(to)]
  return settingFields
    .filter(field => canonicalJson(before[field]) !== canonicalJson(after[field]))
    .map(field => ({ field, from: before[field], to: after[field] }))
}

/** The fields as they stand together wherever they are shown. */
export const settingSections = [
  { id: 'quorum', fields: ['ngoMinimum', 'quorumMoreThan', 'ngoQuorumAtLeast', 'secondCallNoticeMs'] },
  {
    id: 'majority',
    fields: [
      'majority.section',
      'majority.amendment',
      'majority.minutes',
      'majority.plan',
      'majority.annex',
      'majority.ruleSet',
      'majority.election',
      'majority.procedure',
      'reconsideration',
      'tieRestMs',
    ],
  },
  { id: 'ngo', fields: ['ngoPolicy', 'reconciliationMs', 'ngoHoldMs', 'dissentMs'] },
  { id: 'course', fields: ['extensions', 'silenceMs', 'silenceExtensionMs', 'secretSplitFrom'] },
  { id: 'meetings', fields: ['noticeMs', 'urgentNoticeMs', 'cadenceMs', 'circulateWithinMs', 'correctionsMs'] },
] as const satisfies readonly { readonly id: string; readonly fields: readonly SettingField[] }[]

/** In the order in which they are shown. */
export const settingFields: readonly SettingField[] = settingSections.flatMap(({ fields }) => fields)

function majoritiesOf(values: SettingValues): RuleSet['majority'] {
  const pairs = subjectKinds.map(kind => [kind, values[`majority.${kind}`]] as const)
  return Object.fromEntries(pairs) as RuleSet['majority']
}

function defined(changes: SettingChanges): Partial<SettingValues> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
