import { expect, test } from 'vitest'
import { asId, type SeatId, type StatementId } from '#shared/core'
import type { NarrativeNode } from '#shared/narrative'
import { isQuoted, passagesOf } from './quoting.ts'

const node = (type: string, ...content: readonly NarrativeNode[]): NarrativeNode => ({ type, content })
const say = (text: string): NarrativeNode => ({ type: 'text', text })
const paragraph = (...content: readonly NarrativeNode[]) => node('paragraph', ...content)

const text = node(
  'doc',
  node('heading', say('The shelters')),
  paragraph(say('Six shelters are open'), node('footnote', say('As of May.')), say(', and “full”.')),
  node('bullet_list', node('list_item', paragraph(say('Two in the north')), paragraph())),
  node(
    'table',
    node('table_row', node('table_cell', paragraph(say('Beds'))), node('table_cell', paragraph(say('41')))),
  ),
)
const part = {
  item: { title: 'Accommodation' },
  text,
  blocks: [
    {
      type: 'statement',
      id: asId<StatementId>('st'),
      seat: { seatId: asId<SeatId>('s1'), label: 'Labour', organisationName: null, constituency: 'STATE' },
      personName: 'Ana',
      text: 'We advise against it.',
      at: 5,
    },
  ],
} as const

test('[M5] the passages of a text are its paragraphs, headings, cells and footnotes', () => {
  expect(passagesOf(text)).toEqual([
    'The shelters',
    'Six shelters are open, and “full”.',
    'Two in the north',
    'Beds',
    '41',
    'As of May.',
  ])
  expect(passagesOf(null)).toEqual([])
})

test.each([
  ['words of a paragraph', 'Six shelters', true],
  ['words around a footnote', 'are open, and', true],
  ['words with the number of a footnote', 'open1, and', true],
  ['straight quotation marks', 'and "full".', true],
  ['a passage over two paragraphs', 'The shelters\n\nSix shelters', true],
  ['a line of a table', 'Beds\t41', true],
  ['a footnote', 'As of May.', true],
  ['a statement', 'We advise against it.', true],
  ['the title of the item', 'Accommodation', true],
  ['nothing, where something is missing', '', true],
  ['other words', 'Seven shelters', false],
  ['words in another order', 'open Six', false],
])('[M5] a correction that quotes %s (“%s”): %s', (_what, quote, expected) => {
  expect(isQuoted(quote, part)).toBe(expected)
})
