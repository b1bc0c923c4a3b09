import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NarrativeNode } from '#shared/narrative'
import { compareNarratives } from './blocks.ts'
import { compareSections } from './index.ts'
import { keyOf } from './key.ts'
import type { BlockChange, InlineChange } from './redline.ts'
import { newPurse } from './sequence.ts'
import { goalsOf, narrativeOf } from './testing/sides.ts'
import { buildSection, docOf, goals, narratives, paragraphOf } from './testing/texts.ts'

const compare = (before: NarrativeNode, after: NarrativeNode) => compareNarratives(before, after, newPurse())

/** `kept [-removed-] {+inserted+}`, as word diffs are written; `«»` is a footnote. */
function inlineMarks(changes: readonly InlineChange[]): string {
  return changes
    .map(change => {
      if (change.change === 'changed') return `«${inlineMarks(change.runs)}»`
      const words = change.nodes.map(wordsOf).join('')
      return change.change === 'kept' ? words : change.change === 'removed' ? `[-${words}-]` : `{+${words}+}`
    })
    .join('')
}

function wordsOf(node: NarrativeNode): string {
  const inside = (node.content ?? []).map(wordsOf).join('')
  return node.type === 'footnote' ? `«${inside}»` : (node.text ?? '') + inside
}

function blockMarks(change: BlockChange): string {
  if (change.change !== 'changed') return `${change.change} ${change.node.type}: ${wordsOf(change.node)}`
  const { before, after } = change
  const type = before.type === after.type ? after.type : `${before.type} → ${after.type}`
  const inside = 'inline' in change ? inlineMarks(change.inline) : `(${change.blocks.map(blockMarks).join(' | ')})`
  return `${type}: ${inside}`
}

function table(...rows: readonly (readonly string[])[]): NarrativeNode {
  const cell = (words: string): NarrativeNode => ({ type: 'table_cell', content: [paragraphOf(words)] })
  return { type: 'table', content: rows.map(cells => ({ type: 'table_row', content: cells.map(cell) })) }
}

function list(type: string, ...items: readonly string[]): NarrativeNode {
  return { type, content: items.map(words => ({ type: 'list_item', content: [paragraphOf(words)] })) }
}

describe('[E9] a redline of running text', () => {
  test.each<readonly [string, readonly NarrativeNode[], readonly NarrativeNode[], readonly string[]]>([
    ['equal texts', [paragraphOf('One.')], [paragraphOf('One.')], ['kept paragraph: One.']],
    [
      'a word in a sentence',
      [paragraphOf('The police identify victims.')],
      [paragraphOf('The police identify presumed victims.')],
      ['paragraph: The police identify {+presumed +}victims.'],
    ],
    [
      'words in a row are told in one piece, with the spaces between them',
      [paragraphOf('All of the victims of trafficking receive short shelter.')],
      [paragraphOf('All of the victims of trafficking get long stays.')],
      ['paragraph: All of the victims of trafficking [-receive short shelter-]{+get long stays+}.'],
    ],
    [
      'two insertions keep what stands between them',
      [paragraphOf('Police, judges and others act.')],
      [paragraphOf('Police women, all judges and others act.')],
      ['paragraph: Police{+ women+},{+ all+} judges and others act.'],
    ],
    [
      'another paragraph is no changed one',
      [paragraphOf('Nothing stays.')],
      [paragraphOf('All is new here now.')],
      ['removed paragraph: Nothing stays.', 'inserted paragraph: All is new here now.'],
    ],
    [
      'a paragraph between two, with the next one changed',
      [paragraphOf('First of all.'), paragraphOf('The second one stands here.')],
      [paragraphOf('First of all.'), paragraphOf('Brand new.'), paragraphOf('The second one stands there.')],
      [
        'kept paragraph: First of all.',
        'inserted paragraph: Brand new.',
        'paragraph: The second one stands [-here-]{+there+}.',
      ],
    ],
    [
      'a moved paragraph',
      [paragraphOf('Moved.'), paragraphOf('Stays one.'), paragraphOf('Stays two.')],
      [paragraphOf('Stays one.'), paragraphOf('Stays two.'), paragraphOf('Moved.')],
      [
        'removed paragraph: Moved.',
        'kept paragraph: Stays one.',
        'kept paragraph: Stays two.',
        'inserted paragraph: Moved.',
      ],
    ],
    [
      'a paragraph that became a heading',
      [paragraphOf('Aims')],
      [{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Aims' }] }],
      ['paragraph → heading: Aims'],
    ],
    [
      'an item of a list that became a numbered one',
      [list('bullet_list', 'Train judges', 'Open shelters')],
      [list('ordered_list', 'Train judges', 'Open more shelters')],
      ['bullet_list → ordered_list: (kept list_item: Train judges | list_item: (paragraph: Open {+more +}shelters))'],
    ],
    [
      'a figure in a cell, and a row',
      [table(['Year', 'Budget'], ['2027', '100'])],
      [table(['Year', 'Budget'], ['2027', '250'], ['2028', '300'])],
      [
        'table: (kept table_row: YearBudget | table_row: (kept table_cell: 2027 | table_cell: ' +
          '(removed paragraph: 100 | inserted paragraph: 250)) | inserted table_row: 2028300)',
      ],
    ],
    [
      'a word that got a mark',
      [paragraphOf('Shall be done.')],
      [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Shall', marks: [{ type: 'strong' }] },
            { type: 'text', text: ' be done.' },
          ],
        },
      ],
      ['paragraph: [-Shall-]{+Shall+} be done.'],
    ],
    [
      'words of a footnote',
      [{ type: 'paragraph', content: [{ type: 'text', text: 'Law' }, footnote('Of 2001, as amended.')] }],
      [{ type: 'paragraph', content: [{ type: 'text', text: 'Law' }, footnote('Of 2011, as amended.')] }],
      ['paragraph: Law«Of [-2001-]{+2011+}, as amended.»'],
    ],
  ])('%s', (_what, before, after, told) => {
    expect(compare(docOf(...before), docOf(...after)).map(blockMarks)).toEqual(told)
  })

  test('what is kept and inserted is the new text, what is kept and removed the old one', () => {
    fc.assert(
      fc.property(narratives, ([before, after]) => {
        const changes = compare(before, after)
        expect(narrativeOf(changes, 'after')).toEqual(after)
        expect(narrativeOf(changes, 'before')).toEqual(before)
      }),
      { numRuns: 500 },
    )
  })

  test('the same holds where there is no time to look closely', () => {
    fc.assert(
      fc.property(narratives, ([before, after]) => {
        const changes = compareNarratives(before, after, { steps: 0 })
        expect(narrativeOf(changes, 'after')).toEqual(after)
        expect(narrativeOf(changes, 'before')).toEqual(before)
      }),
    )
  })
})

function footnote(words: string): NarrativeNode {
  return { type: 'footnote', content: [{ type: 'text', text: words }] }
}

describe('[E9] a redline of a results framework', () => {
  const goal = { id: 'g', text: 'One goal', targetDate: null, indicators: [], objectives: [] }
  const objective = { id: 'o', letter: 'a', text: 'Train police', dependsOn: ['s2/x'], indicators: [] } as const

  test('a field has what it was and what it is', () => {
    const before = buildSection({ goals: [{ ...goal, objectives: [objective] }] })
    const changed = { ...objective, text: 'Train the police', dependsOn: ['s2/y'] } as const
    const after = buildSection({ goals: [{ ...goal, targetDate: '2030-12-31', objectives: [changed] }] })
    const [told] = compareSections(before, after).framework
    if (!told || 'element' in told) throw new Error('the goal stands in both')
    expect([told.change, told.before.targetDate, told.after.targetDate]).toEqual(['changed', null, '2030-12-31'])
    const [inside] = told.objectives
    if (!inside || 'element' in inside) throw new Error('the objective stands in both')
    expect(inlineMarks(inside.text)).toBe('Train {+the +}police')
    expect(inside.dependsOn).toEqual({ kept: [], inserted: ['s2/y'], removed: ['s2/x'] })
  })

  test('an element is told apart by its id: other words make no other element', () => {
    const before = buildSection({ goals: [goal] })
    const after = buildSection({
      goals: [
        { ...goal, text: 'Nothing like it' },
        { ...goal, id: 'h' },
      ],
    })
    expect(compareSections(before, after).framework.map(({ change }) => change)).toEqual(['changed', 'inserted'])
  })

  test('what is kept and inserted is the new framework, what is kept and removed the old one', () => {
    fc.assert(
      fc.property(goals, goals, (before, after) => {
        const { framework } = compareSections(buildSection({ goals: before }), buildSection({ goals: after }))
        expect(goalsOf(framework, 'after')).toEqual(after)
        expect(goalsOf(framework, 'before')).toEqual(before)
      }),
    )
  })
})

describe('[V4] how far one text is from another', () => {
  const distance = (before: NarrativeNode, after: NarrativeNode): number =>
    compareSections(buildSection({ narrative: before }), buildSection({ narrative: after })).distance

  test.each([
    ['nothing', 'One two.', 'One two.', 0],
    ['a word that came', 'One two.', 'One two three.', 1],
    ['a word for another', 'One two three.', 'One two four.', 2],
    ['a sign', 'One two three.', 'One two three!', 1],
    ['a space', 'One two three.', 'One  two three.', 1],
    ['another paragraph', 'One two three.', 'All of it is new.', 8],
  ])('%s: %j → %j is %i', (_what, before, after, words) => {
    expect(distance(docOf(paragraphOf(before)), docOf(paragraphOf(after)))).toBe(words)
  })

  test('a title, a date, a dependency and an objective count; letters follow from the place and do not', () => {
    const objective = { id: 'o', letter: 'a', text: 'Train police', dependsOn: [], indicators: [] }
    const goal = { id: 'g', text: 'Aim', targetDate: null, indicators: [], objectives: [objective] }
    const before = buildSection({ title: 'Old title', goals: [goal] })
    const moved = { ...objective, letter: 'b', dependsOn: ['s2/x'] as const }
    const added = { ...objective, id: 'p', text: 'Open two shelters' }
    const after = buildSection({
      title: 'New title',
      goals: [{ ...goal, targetDate: '2030-12-31', objectives: [added, moved] }],
    })
    expect(compareSections(before, after).distance).toBe(2 + 1 + 1 + 3)
  })

  test('is 0 for equal texts alone', () => {
    fc.assert(
      fc.property(narratives, ([before, after]) => {
        expect(distance(before, before)).toBe(0)
        expect(distance(before, after) === 0).toBe(keyOf(before) === keyOf(after))
      }),
    )
  })
})

describe('[E9] two texts of 100 000 words', () => {
  const paragraphs = 1_000
  const wordsEach = 100
  /** A text of its own kind for every seed, from a vocabulary of 3 000 words. */
  function longText(seed: number, more: (words: string[], index: number) => readonly string[] = words => words) {
    let state = seed
    const next = (): number => (state = (state * 48_271) % 2_147_483_647)
    const content = Array.from({ length: paragraphs }, (_, index) =>
      paragraphOf(
        more(
          Array.from({ length: wordsEach }, () => `w${next() % 3_000}`),
          index,
        ).join(' '),
      ),
    )
    return docOf(...content)
  }
  const everyThird = (words: string[]) => words.map((word, at) => (at % 3 === 0 ? `${word}x` : word))
  const oneParagraph = (seed: number) => docOf(paragraphOf(longText(seed).content?.map(wordsOf).join(' ') ?? ''))
  const sameWord = (words: string) => docOf(paragraphOf(`${'act '.repeat(50_000)}${words}${'act '.repeat(50_000)}`))

  test.each<readonly [string, () => readonly [NarrativeNode, NarrativeNode]]>([
    ['nothing in common', () => [longText(1), longText(2)]],
    ['every paragraph changed in a third of its words', () => [longText(1), longText(1, everyThird)]],
    ['the paragraphs in reverse', () => [longText(1), docOf(...(longText(1).content ?? []).toReversed())]],
    ['one paragraph that holds all, nothing in common', () => [oneParagraph(1), oneParagraph(2)]],
    ['one word over and over', () => [sameWord('x '.repeat(900)), sameWord('y z '.repeat(900))]],
    [
      'one list of 20 000 items',
      () => {
        const items = (mark: string) =>
          Array.from({ length: 20_000 }, (_, index) => `one of five words ${mark}${index}`)
        return [docOf(list('bullet_list', ...items('a'))), docOf(list('bullet_list', ...items('b')))]
      },
    ],
  ])('%s: within a moment', (_what, texts) => {
    const [before, after] = texts()
    // Of the processor, not of the clock: others may be at work on the same machine.
    const start = process.cpuUsage()
    const changes = compare(before, after)
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(2_500)
    expect(narrativeOf(changes, 'after')).toEqual(after)
    expect(narrativeOf(changes, 'before')).toEqual(before)
  })
})
