import { describe, expect, test } from 'vitest'
import { dayMs, hourMs } from '#shared/core'
import { majorities } from '#shared/motion'
import { majorityChoices, settingFaults, warningsOf, type SettingFaultReason, type SettingWarning } from './bounds.ts'
import { presetNames, presetSettings } from './presets.ts'
import { defaultSettings, withChanges, type SettingChanges, type SettingField } from './settings.ts'

const share = (numerator: number, denominator: number) => ({ numerator, denominator })

interface Row {
  readonly field: SettingField
  readonly changes: SettingChanges
  /** Null where it may be adopted. */
  readonly reason: SettingFaultReason | null
}

const rows: readonly Row[] = [
  { field: 'ngoMinimum', changes: { ngoMinimum: 1 }, reason: null },
  { field: 'ngoMinimum', changes: { ngoMinimum: 0 }, reason: 'too-small' },
  { field: 'ngoMinimum', changes: { ngoMinimum: -1 }, reason: 'too-small' },
  { field: 'ngoMinimum', changes: { ngoMinimum: 1.5 }, reason: 'not-whole' },
  { field: 'ngoMinimum', changes: { ngoMinimum: Number.NaN }, reason: 'not-whole' },
  { field: 'ngoMinimum', changes: { ngoMinimum: 21 }, reason: 'too-large' },
  { field: 'quorumMoreThan', changes: { quorumMoreThan: share(1, 4) }, reason: null },
  { field: 'quorumMoreThan', changes: { quorumMoreThan: share(24, 97) }, reason: 'too-small' },
  { field: 'quorumMoreThan', changes: { quorumMoreThan: share(99, 100) }, reason: null },
  { field: 'quorumMoreThan', changes: { quorumMoreThan: share(1, 1) }, reason: 'too-large' },
  { field: 'quorumMoreThan', changes: { quorumMoreThan: share(2, 4) }, reason: 'not-lowest-terms' },
  { field: 'quorumMoreThan', changes: { quorumMoreThan: share(1, 0) }, reason: 'too-small' },
  { field: 'quorumMoreThan', changes: { quorumMoreThan: share(51, 101) }, reason: 'too-large' },
  { field: 'ngoQuorumAtLeast', changes: { ngoQuorumAtLeast: share(0, 1) }, reason: 'too-small' },
  { field: 'ngoQuorumAtLeast', changes: { ngoQuorumAtLeast: share(1, 100) }, reason: null },
  { field: 'ngoQuorumAtLeast', changes: { ngoQuorumAtLeast: share(1, 1) }, reason: null },
  { field: 'ngoQuorumAtLeast', changes: { ngoQuorumAtLeast: share(4, 3) }, reason: 'too-large' },
  { field: 'majority.section', changes: { 'majority.section': 'ABSOLUTE' }, reason: null },
  { field: 'majority.ruleSet', changes: { 'majority.ruleSet': 'TWO_THIRDS' }, reason: null },
  { field: 'majority.ruleSet', changes: { 'majority.ruleSet': 'SIMPLE' }, reason: 'too-weak' },
  { field: 'majority.ruleSet', changes: { 'majority.ruleSet': 'ABSOLUTE' }, reason: 'too-weak' },
  { field: 'reconsideration', changes: { reconsideration: 'SIMPLE' }, reason: 'too-weak' },
  { field: 'ngoPolicy', changes: { ngoPolicy: 'NONE' }, reason: null },
  { field: 'extensions', changes: { extensions: 0 }, reason: null },
  { field: 'extensions', changes: { extensions: 4 }, reason: 'too-large' },
  { field: 'silenceMs', changes: { silenceMs: 72 * hourMs }, reason: null },
  { field: 'silenceMs', changes: { silenceMs: 71 * hourMs }, reason: 'too-small' },
  { field: 'silenceMs', changes: { silenceMs: 72 * hourMs + 1 }, reason: 'not-whole' },
  { field: 'silenceExtensionMs', changes: { silenceExtensionMs: 71 * hourMs }, reason: 'too-small' },
  { field: 'secretSplitFrom', changes: { secretSplitFrom: 2 }, reason: 'too-small' },
  { field: 'ngoHoldMs', changes: { ngoHoldMs: 2 * dayMs }, reason: 'too-small' },
  { field: 'reconciliationMs', changes: { reconciliationMs: 91 * dayMs }, reason: 'too-large' },
  { field: 'noticeMs', changes: { noticeMs: dayMs, urgentNoticeMs: dayMs }, reason: 'too-small' },
  {
    field: 'urgentNoticeMs',
    changes: { noticeMs: 2 * dayMs, urgentNoticeMs: 3 * dayMs },
    reason: 'longer-than-notice',
  },
  { field: 'cadenceMs', changes: { cadenceMs: 366 * dayMs }, reason: 'too-large' },
]

describe('bounds that no adoption crosses', () => {
  test.each(rows.map(row => ({ ...row, what: JSON.stringify(row.changes), verdict: row.reason ?? 'allowed' })))(
    '[G10] $what: $verdict',
    ({ field, changes, reason }) => {
      const faults = settingFaults(withChanges(defaultSettings('twg'), changes))
      expect(faults).toEqual(reason === null ? [] : [{ field, reason }])
    },
  )

  test('[G5] no field takes the vote from the NGO seats: every one of them leaves a minimum and a quorum of their own', () => {
    const weakest = withChanges(defaultSettings('nwg'), { ngoMinimum: 1, ngoQuorumAtLeast: share(1, 100) })
    expect(settingFaults(weakest)).toEqual([])
    expect(settingFaults(withChanges(weakest, { ngoMinimum: 0, ngoQuorumAtLeast: share(0, 1) }))).toHaveLength(2)
  })

  test('[V8] a group changes its rules by two thirds or more, whatever else it chooses', () => {
    expect(majorityChoices('majority.ruleSet')).toEqual(['TWO_THIRDS', 'TWO_THIRDS_ALL'])
    expect(majorityChoices('majority.section')).toEqual(majorities)
  })
})

describe('presets', () => {
  test.each(presetNames.flatMap(name => [{ name, kind: 'nwg' } as const, { name, kind: 'twg' } as const]))(
    '[G10] $name can be adopted by a $kind as it is',
    ({ name, kind }) => {
      expect(settingFaults(presetSettings(name, kind))).toEqual([])
    },
  )

  test('[G10] the default preset is what a group votes by that has adopted nothing', () => {
    expect(presetSettings('default', 'nwg')).toEqual(defaultSettings('nwg'))
    expect(presetSettings('default', 'twg')).toEqual(defaultSettings('twg'))
  })

  test('[V9] the stronger the preset, the more an objection of the NGO seats weighs', () => {
    expect(presetNames.map(name => presetSettings(name, 'nwg').rules.ngoPolicy)).toEqual([
      'VISIBLE_ONLY',
      'SUSPENSIVE',
      'VETO',
    ])
  })
})

describe('warnings', () => {
  const four = { kind: 'nwg', ngoSeats: 4 } as const
  const cases: readonly { changes: SettingChanges; ngoSeats?: number; warnings: readonly SettingWarning[] }[] = [
    { changes: {}, warnings: [] },
    { changes: { ngoPolicy: 'NONE' }, warnings: ['ngoPolicyNone'] },
    { changes: { ngoPolicy: 'VISIBLE_ONLY' }, warnings: ['ngoPolicyVisibleOnly'] },
    { changes: { quorumMoreThan: share(1, 3) }, warnings: ['quorumBelowHalf'] },
    { changes: { ngoQuorumAtLeast: share(1, 4) }, warnings: ['ngoQuorumBelowThird'] },
    { changes: { ngoMinimum: 1 }, warnings: ['ngoMinimumOne'] },
    { changes: {}, ngoSeats: 1, warnings: ['ngoMinimumAboveSeats'] },
    { changes: { 'majority.annex': 'SIMPLE' }, warnings: ['planBySimple'] },
    { changes: { ngoHoldMs: 4 * dayMs }, warnings: ['shortHold'] },
  ]
  test.each(
    cases.map(row => ({ ...row, what: JSON.stringify(row.changes), told: row.warnings.join(', ') || 'nothing' })),
  )('[G10] $what: $told', ({ changes, ngoSeats = 4, warnings }) => {
    expect(warningsOf(withChanges(defaultSettings('nwg'), changes), { ...four, ngoSeats })).toEqual(warnings)
  })
})
