import { expect, test } from 'vitest'
import { asId, type AgendaItemId } from '#shared/core'
import type { NarrativeJson } from '#shared/narrative'
import { emptyItems } from './empty-items.ts'

const empty: NarrativeJson = { type: 'doc', content: [{ type: 'paragraph' }] }
const written: NarrativeJson = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Six are open.' }] }],
}
const item = { id: asId<AgendaItemId>('i'), number: '2', title: 'Shelters', type: 'discussion' } as const

test.each([
  ['without a word', { item, text: empty, blocks: [] }, 1],
  ['with words', { item, text: written, blocks: [] }, 0],
  ['that cannot be read', { item, text: null, blocks: [] }, 0],
  ['that the meeting did not finish', { item, text: empty, blocks: [{ type: 'postponed' }] }, 0],
  ['of general remarks', { item: null, text: empty, blocks: [] }, 0],
] as const)('[M5] a part %s is named before circulation', (_what, part, named) => {
  expect(emptyItems([part])).toHaveLength(named)
})
