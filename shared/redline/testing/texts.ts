/** Texts in pairs that have much or little in common, as fast-check draws them. */
import * as fc from 'fast-check'
import { asId, type SectionId } from '#shared/core'
import type { NarrativeNode } from '#shared/narrative'
import { sectionFormat, type FrozenGoal, type SectionContent } from '#shared/plan'
import { mergedTexts } from '../inline.ts'

const vocabulary = ['victim', 'police', 'l’État', 'shelter', '12', 'a', 'a', ',', '.', ' ', ' ', ' ', '  ', '😀', 'é']
const words = fc.array(fc.constantFrom(...vocabulary), { maxLength: 12 }).map(list => list.join(''))

const text = fc
  .record({ text: words, marks: fc.constantFrom([], [{ type: 'strong' }], [{ type: 'em' }, { type: 'strong' }]) })
  .map(({ text, marks }): NarrativeNode => ({ type: 'text', text, ...(marks.length > 0 && { marks }) }))

function withContent(type: string, content: readonly NarrativeNode[], attrs?: NarrativeNode['attrs']): NarrativeNode {
  const told = mergedTexts(content.filter(node => node.type !== 'text' || node.text !== ''))
  return { type, ...(attrs && { attrs }), ...(told.length > 0 && { content: told }) }
}

const footnote = fc.array(text, { maxLength: 2 }).map(content => withContent('footnote', content))
const inline = fc.oneof({ weight: 6, arbitrary: text }, fc.constant<NarrativeNode>({ type: 'hard_break' }), {
  weight: 2,
  arbitrary: footnote,
})
const inlines = fc.array(inline, { maxLength: 5 })
const paragraph = inlines.map(content => withContent('paragraph', content))
const heading = fc
  .tuple(inlines, fc.constantFrom(2, 3, 4))
  .map(([content, level]) => withContent('heading', content, { level }))
const item = fc.array(paragraph, { minLength: 1, maxLength: 2 }).map(content => withContent('list_item', content))
const list = fc
  .tuple(fc.array(item, { minLength: 1, maxLength: 4 }), fc.constantFrom(null, 1, 3))
  .map(([items, order]) =>
    order === null ? withContent('bullet_list', items) : withContent('ordered_list', items, { order }),
  )
const cell = fc
  .tuple(paragraph, fc.constantFrom('table_cell', 'table_header'), fc.constantFrom(1, 2))
  .map(([content, type, colspan]) => withContent(type, [content], { colspan, rowspan: 1, colwidth: null }))
const row = fc.array(cell, { maxLength: 3 }).map(cells => withContent('table_row', cells))
const table = fc.array(row, { minLength: 1, maxLength: 3 }).map(rows => withContent('table', rows))

export const block = fc.oneof({ weight: 4, arbitrary: paragraph }, heading, { weight: 2, arbitrary: list }, table)

/** Two narratives made of the same few blocks in any order, and of blocks of their own. */
export const narratives = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .chain(shared => {
    const one = fc.array(fc.oneof(fc.constantFrom(...shared), block), { minLength: 1, maxLength: 6 })
    return fc.tuple(one, one)
  })
  .map(([before, after]) => [withContent('doc', before), withContent('doc', after)] as const)

const elementIds = ['e1', 'e2', 'e3', 'e4']
const indicators = fc.uniqueArray(fc.record({ id: fc.constantFrom(...elementIds), text: words }), {
  selector: element => element.id,
  maxLength: 3,
})
const objectives = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...elementIds),
    letter: fc.constantFrom('a', 'b'),
    text: words,
    dependsOn: fc.subarray(['s2/a', 's2/b', 's3/c'] as const),
    indicators,
  }),
  { selector: element => element.id, maxLength: 3 },
)
export const goals: fc.Arbitrary<FrozenGoal[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...elementIds),
    text: words,
    targetDate: fc.constantFrom(null, '2028-12-31', '2029-06-30'),
    indicators,
    objectives,
  }),
  { selector: element => element.id, maxLength: 3 },
)

export function buildSection(parts: {
  readonly title?: string
  readonly narrative?: NarrativeNode
  readonly goals?: readonly FrozenGoal[]
}): SectionContent {
  return {
    format: sectionFormat,
    plan: 'nap',
    section: {
      id: asId<SectionId>('s1'),
      code: 'C.1.1',
      title: parts.title ?? 'Co-ordination',
      kind: 'issue',
      component: 1,
    },
    narrative: parts.narrative ?? { type: 'doc', content: [{ type: 'paragraph' }] },
    framework: { goals: parts.goals ?? [] },
  }
}

export function paragraphOf(words: string): NarrativeNode {
  return { type: 'paragraph', ...(words !== '' && { content: [{ type: 'text', text: words }] }) }
}

export function docOf(...content: readonly NarrativeNode[]): NarrativeNode {
  return { type: 'doc', content }
}
