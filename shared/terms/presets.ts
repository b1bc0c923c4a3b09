import { dayMs, hourMs } from '#shared/core'
import type { GroupKind } from '#shared/group'
import { defaultSettings, withChanges, type GroupSettings, type SettingChanges } from './settings.ts'

/**
 * Sets of settings to begin from. [G10]
 *
 * - `light`: for a group that is small or meets seldom. A vote needs fewer seats, times are shorter, and an objection
 *   of the NGO seats is printed with the text and stops nothing.
 * - `default`: what a group votes by that has adopted nothing. An objection of the NGO seats sends a text back once.
 * - `strong`: for texts that bind for years. A vote needs two thirds of the seats and half of the NGO seats, sections are
 *   adopted by two thirds, and nothing passes against the NGO seats.
 */
export const presetNames = ['light', 'default', 'strong'] as const
export type PresetName = (typeof presetNames)[number]

const presetChanges = {
  light: {
    ngoMinimum: 1,
    quorumMoreThan: { numerator: 1, denominator: 3 },
    'majority.plan': 'ABSOLUTE',
    'majority.annex': 'ABSOLUTE',
    'majority.ruleSet': 'TWO_THIRDS',
    ngoPolicy: 'VISIBLE_ONLY',
    secondCallNoticeMs: 3 * dayMs,
    reconciliationMs: 7 * dayMs,
    ngoHoldMs: 3 * dayMs,
    dissentMs: 3 * dayMs,
    noticeMs: 5 * dayMs,
    correctionsMs: 5 * dayMs,
  },
  default: {},
  strong: {
    quorumMoreThan: { numerator: 2, denominator: 3 },
    ngoQuorumAtLeast: { numerator: 1, denominator: 2 },
    'majority.section': 'TWO_THIRDS',
    'majority.plan': 'TWO_THIRDS_ALL',
    'majority.annex': 'TWO_THIRDS_ALL',
    reconsideration: 'TWO_THIRDS_ALL',
    ngoPolicy: 'VETO',
    secondCallNoticeMs: 14 * dayMs,
    tieRestMs: 72 * hourMs,
    ngoHoldMs: 14 * dayMs,
    silenceMs: 7 * dayMs,
    dissentMs: 10 * dayMs,
    noticeMs: 14 * dayMs,
    urgentNoticeMs: 72 * hourMs,
    correctionsMs: 14 * dayMs,
  },
} as const satisfies Record<PresetName, SettingChanges>

export function presetSettings(name: PresetName, kind: GroupKind): GroupSettings {
  return withChanges(defaultSettings(kind), presetChanges[name])
}
