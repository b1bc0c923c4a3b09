import { expect, test } from 'vitest'
import { asId, type GroupId } from '#shared/core'
import type { NarrativeNode } from '#shared/narrative'
import { defaultSettings, termsFormat, withChanges, type TermsContent } from '#shared/terms'
import { compareTerms } from './index.ts'
import { docOf, paragraphOf } from './testing/texts.ts'

const settings = defaultSettings('twg')
const body = { kind: 'twg', group: asId<GroupId>('group'), name: 'Prevention' } as const

function buildTerms(words: readonly NarrativeNode[], part: Partial<TermsContent> = {}): TermsContent {
  return { format: termsFormat, body, narrative: docOf(...words), settings, ...part }
}

const before = buildTerms([paragraphOf('The group meets.'), paragraphOf('It has a chair.')])

test('[E9, G10] of two terms of reference each sentence is told that changed', () => {
  const after = buildTerms([paragraphOf('The group meets each month.'), paragraphOf('It has a chair.')])
  const redline = compareTerms(before, after)
  expect(redline.narrative.map(({ change }) => change)).toEqual(['changed', 'kept'])
  expect(redline.distance).toBe(2)
})

test('[E9, G10] another name of the body is told', () => {
  const { title, distance } = compareTerms(before, { ...before, body: { ...body, name: 'Prevention of harm' } })
  expect(title.map(({ change }) => change)).toEqual(['kept', 'inserted'])
  expect(distance).toBe(2)
})

test('[E9, G10] rules are no words: they are told choice by choice', () => {
  const after = { ...before, settings: withChanges(settings, { extensions: 2 }) }
  expect(compareTerms(before, after).distance).toBe(0)
})
