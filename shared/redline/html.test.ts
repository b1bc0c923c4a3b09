import { describe, expect, test } from 'vitest'
import { folded } from './fold.ts'
import { compareSections, renderRedline, type RedlineLabels } from './index.ts'
import { buildSection, docOf, paragraphOf } from './testing/texts.ts'

const labels: RedlineLabels = {
  inserted: { begin: 'inserted', end: 'end of insertion' },
  removed: { begin: 'deleted', end: 'end of deletion' },
  title: 'Title',
  footnote: 'Footnote',
  formerly: shape => `was: ${shape}`,
  shapes: { paragraph: 'paragraph', heading: level => `heading ${level}`, bulletList: 'list', orderedList: 'numbers' },
  unchangedBlocks: count => `${count} paragraphs`,
  unchangedItems: count => `${count} items`,
  unchangedElements: count => `${count} elements`,
  framework: 'Framework',
  goal: 'Goal',
  objective: letter => `Objective ${letter}`,
  indicator: 'Indicator',
  blank: 'No words',
  targetDate: 'Target date',
  date: date => date,
  dependsOn: 'Depends on',
  reference: reference => reference,
}

const html = (...[before, after]: readonly Parameters<typeof buildSection>[0][]): string =>
  renderRedline(compareSections(buildSection(before ?? {}), buildSection(after ?? {})), { labels })

describe('[E9] a redline on a page', () => {
  test('is heard as well as seen: words stand before and after what came and went', () => {
    expect(
      html({ narrative: docOf(paragraphOf('One two.')) }, { narrative: docOf(paragraphOf('One three.')) }),
    ).toContain(
      '<p>One <del><span class="redline__said">deleted </span>two<span class="redline__said"> end of deletion</span></del>' +
        '<ins><span class="redline__said">inserted </span>three<span class="redline__said"> end of insertion</span></ins>.</p>',
    )
  })

  test('what people wrote is text, never markup', () => {
    const goal = { id: 'g', text: '<b>', targetDate: null, indicators: [], objectives: [] }
    const found = html({ title: '<i>' }, { title: '<u>', narrative: docOf(paragraphOf('<s>')), goals: [goal] })
    expect(found).not.toMatch(/<[ibus]>/)
    expect(found).toContain('&#60;s&#62;')
  })

  test('a long stretch that stayed is folded, with its neighbours in sight', () => {
    const old = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'].map(paragraphOf)
    const found = html({ narrative: docOf(...old) }, { narrative: docOf(...old, paragraphOf('More.')) })
    expect(found).toContain('<summary>5 paragraphs</summary><p>One.</p>')
    expect(found).toContain('</details><p>Six.</p><div class="redline__change"><p><ins>')
  })

  test('a field of the framework is told from and to', () => {
    const goal = { id: 'g', text: 'Aim', targetDate: '2028-12-31', indicators: [], objectives: [] }
    const found = html({ goals: [goal] }, { goals: [{ ...goal, targetDate: '2029-12-31' }] })
    expect(found).toMatch(/Target date<\/span> <del>.*2028-12-31.*<\/del> <ins>.*2029-12-31.*<\/ins>/)
  })
})

const spelled = (text: string): string =>
  folded([...text].map(mark => ({ change: mark === '.' ? 'kept' : 'changed' })))
    .map(part => ('fold' in part ? `(${part.fold.length})` : part.shown.change === 'kept' ? '.' : 'x'))
    .join('')

test.each([
  ['', ''],
  ['..', '..'],
  ['.....', '(5)'],
  ['...x', '...x'],
  ['....x', '(3).x'],
  ['x....x', 'x....x'],
  ['x.....x', 'x.(3).x'],
  ['x....', 'x.(3)'],
  ['xx', 'xx'],
])('[E9] of %j the unchanged is folded as %j', (changes, told) => {
  expect(spelled(changes)).toBe(told)
})
