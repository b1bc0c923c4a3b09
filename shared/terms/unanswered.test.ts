import { expect, test } from 'vitest'
import { asId, type GroupId } from '#shared/core'
import type { NarrativeBlock, NarrativeNode } from '#shared/narrative'
import { termsKinds, type TermsKind } from './bodies.ts'
import { termsOutline } from './outline.ts'
import { unansweredHeadings } from './unanswered.ts'

const paragraph = (text: string): NarrativeNode => ({
  type: 'paragraph',
  ...(text !== '' && { content: [{ type: 'text', text }] }),
})
const heading = (text: string): NarrativeNode => ({ ...paragraph(text), type: 'heading', attrs: { level: 2 } })
const list = (...items: readonly string[]): NarrativeNode => ({
  type: 'bullet_list',
  content: items.map(item => ({ type: 'list_item', content: [paragraph(item)] })),
})

function nodeOf(block: NarrativeBlock): NarrativeNode {
  if (block.type === 'heading') return heading(block.text)
  return block.type === 'list' ? list(...block.items) : paragraph(block.type === 'paragraph' ? block.text : '')
}

const left = (kind: TermsKind, content: readonly NarrativeNode[]) =>
  unansweredHeadings({
    body: { kind, group: asId<GroupId>('group'), name: 'Prevention' },
    narrative: { type: 'doc', content },
  })

const meetings = 'How often does the group meet, and how is the chair chosen?'
const needs = 'Which data and reports does it need, and from whom?'

test.each(termsKinds)('[G10] of an outline for %s nothing is answered', kind => {
  const headings = ['Purpose', 'Tasks', 'Composition', 'How decisions are made', 'Meetings', 'Reporting']
  expect(left(kind, termsOutline(kind).map(nodeOf))).toEqual(headings)
})

test.each<readonly [string, readonly NarrativeNode[], readonly string[]]>([
  ['an answer in its place', [heading('Meetings'), paragraph('Each month.')], []],
  ['an answer beneath the question', [heading('Meetings'), paragraph(meetings), paragraph('Each month.')], []],
  ['a question that some line is left of', [heading('Tasks'), list(needs)], ['Tasks']],
  ['one question answered of several', [heading('Tasks'), list(needs, 'It keeps the register.')], []],
  ['another name above the question', [heading('Réunions'), paragraph(meetings)], ['Réunions']],
  ['blank lines around the question', [heading('Meetings'), paragraph(' '), paragraph(meetings)], ['Meetings']],
  ['nothing beneath', [heading('Meetings'), paragraph('')], []],
  ['a text without headings', [paragraph(meetings)], []],
])('[G10] a text with %s', (_what, content, expected) => {
  expect(left('twg', content)).toEqual(expected)
})
