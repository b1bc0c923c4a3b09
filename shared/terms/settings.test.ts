import { describe, expect, test } from 'vitest'
import { asId, dayMs, sha256Hex, type GroupId } from '#shared/core'
import { ruleSetDigest } from '#shared/motion'
import { canonicalTerms, parseTerms, termsFormat, termsWords, type TermsContent } from './content.ts'
import { exampleSeats, majorityExample, policyExample, quorumExample } from './examples.ts'
import { memorandumStanding } from './memorandum.ts'
import { termsOutline } from './outline.ts'
import { presetSettings } from './presets.ts'
import {
  canonicalSettings,
  defaultSettings,
  differences,
  parseSettings,
  settingFields,
  settingsDigest,
  valuesOf,
  withChanges,
} from './settings.ts'
import { termsKinds } from './bodies.ts'

const nwg = defaultSettings('nwg')

describe('settings, nested and flat', () => {
  test('[G10] every number of the rules and of the meetings is a field, and each once', () => {
    expect([...settingFields].toSorted()).toEqual(Object.keys(valuesOf(nwg)).toSorted())
    expect(new Set(settingFields).size).toBe(settingFields.length)
  })

  test('[G10] changing a field to what it is changes no byte', () => {
    expect(canonicalSettings(withChanges(nwg, valuesOf(nwg)))).toBe(canonicalSettings(nwg))
  })

  test('[G10] a change sets the fields it names and no other', () => {
    const changed = withChanges(nwg, { 'majority.plan': 'TWO_THIRDS_ALL', cadenceMs: 30 * dayMs })
    expect(differences(nwg, changed)).toEqual([
      { field: 'majority.plan', from: 'TWO_THIRDS', to: 'TWO_THIRDS_ALL' },
      { field: 'cadenceMs', from: 90 * dayMs, to: 30 * dayMs },
    ])
    expect(settingsDigest(changed)).not.toBe(settingsDigest(nwg))
  })

  test('[G10] stored and read again, they are the same, and what was not stored yet has its default', () => {
    const strong = presetSettings('strong', 'twg')
    expect(parseSettings(canonicalSettings(strong), 'twg')).toEqual(strong)
    expect(parseSettings('{"rules":{"ngoMinimum":3},"meetings":{}}', 'twg')).toEqual(
      withChanges(defaultSettings('twg'), { ngoMinimum: 3 }),
    )
  })
})

describe('what a version freezes', () => {
  const content: TermsContent = {
    format: termsFormat,
    body: { kind: 'nwg', group: asId<GroupId>('nwg'), name: 'National Working Group' },
    narrative: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'We meet monthly.' }] }] },
    settings: nwg,
  }

  test('[E1] text and settings have one digest: another setting is another version', () => {
    const other = { ...content, settings: withChanges(nwg, { ngoMinimum: 3 }) }
    expect(sha256Hex(canonicalTerms(other))).not.toBe(sha256Hex(canonicalTerms(content)))
    expect(parseTerms(canonicalTerms(content))).toEqual(content)
  })

  test('[G10] the rule set that votes name can be read out of it', () => {
    const rules = parseTerms(canonicalTerms(content))?.settings?.rules
    expect(rules && ruleSetDigest(rules)).toBe(ruleSetDigest(nwg.rules))
  })

  test('what is none is not read', () => {
    expect([parseTerms('{'), parseTerms('{"format":"plenary/section/1"}')]).toEqual([null, null])
    expect(termsWords(content)).toBe('National Working Group\nWe meet monthly.')
  })

  test.each(termsKinds)('[G10] the outline of %s has six headings with something beneath each', kind => {
    const blocks = termsOutline(kind)
    expect(blocks.filter(block => block.type === 'heading')).toHaveLength(6)
    expect(blocks).toHaveLength(12)
  })
})

describe('worked examples, by the functions that decide votes', () => {
  test('[V6] 15 seats with four of NGOs: a quorum is 8 and 2', () => {
    expect(quorumExample(nwg.rules, exampleSeats)).toMatchObject({ seats: 15, needed: 8, ngoSeats: 4, ngoNeeded: 2 })
  })

  test.each([
    { majority: 'SIMPLE', yes: 7, no: 5 },
    { majority: 'TWO_THIRDS', yes: 8, no: 4 },
    { majority: 'ABSOLUTE', yes: 8, no: 4 },
    { majority: 'TWO_THIRDS_ALL', yes: 10, no: 2 },
  ] as const)('[V8] of 15 seats three abstain: $majority carries at $yes to $no', ({ majority, yes, no }) => {
    expect(majorityExample(majority, exampleSeats)).toEqual({ seats: 15, abstain: 3, yes, no })
  })

  test.each([
    { policy: 'NONE', first: 'ADOPTED', second: null, silent: 'ADOPTED' },
    { policy: 'VISIBLE_ONLY', first: 'ADOPTED', second: null, silent: 'ADOPTED' },
    { policy: 'SUSPENSIVE', first: 'RETURNED', second: 'ADOPTED_OVER_NGO_OBJECTION', silent: 'HELD_NGO_SILENT' },
    { policy: 'VETO', first: 'NOT_ADOPTED', second: null, silent: 'HELD_NGO_SILENT' },
  ] as const)('[V9] 12–3 with the NGO seats 1–3 under $policy: $first', ({ policy, ...outcomes }) => {
    expect(policyExample(nwg.rules, policy, exampleSeats)).toMatchObject({
      ...{ yes: 12, no: 3, ngoYes: 1, ngoNo: 3 },
      ...outcomes,
    })
  })

  test('[V2] a group without NGO seats is shown that it opens no vote', () => {
    const alone = { STATE: 6, NGO: 0, PARTNER: 1 }
    expect(policyExample(nwg.rules, 'SUSPENSIVE', alone).first).toBe('BLOCKED_COMPOSITION')
    expect(majorityExample('SIMPLE', { STATE: 0, NGO: 0, PARTNER: 0 })).toEqual({ seats: 0, abstain: 0, yes: 0, no: 0 })
  })
})

describe('memoranda', () => {
  test.each([
    { now: 9, standing: 'ahead' },
    { now: 10, standing: 'inForce' },
    { now: 19, standing: 'inForce' },
    { now: 20, standing: 'expired' },
  ] as const)('[G10] valid from 10 until 20, at $now: $standing', ({ now, standing }) => {
    expect(memorandumStanding({ validFrom: 10, validUntil: 20, endedAt: null }, now)).toBe(standing)
  })

  test('[G10] without an end it holds until it is ended', () => {
    const open = { validFrom: 10, validUntil: null, endedAt: null }
    expect(memorandumStanding(open, 10_000)).toBe('inForce')
    expect(memorandumStanding({ ...open, endedAt: 9_999 }, 10_000)).toBe('ended')
  })
})
