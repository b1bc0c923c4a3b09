/** Frozen sections and amendments to them, made by hand and drawn by fast-check. */
import * as fc from 'fast-check'
import { asId, type SectionId } from '#shared/core'
import type { NarrativeNode } from '#shared/narrative'
import { sectionFormat, type SectionContent } from '#shared/plan'
import type { Change } from './amendment.ts'
import { passagesOf } from './passage.ts'

export function paragraph(...inline: readonly (NarrativeNode | string)[]): NarrativeNode {
  return {
    type: 'paragraph',
    content: inline.map(node => (typeof node === 'string' ? { type: 'text', text: node } : node)),
  }
}

export function strong(text: string): NarrativeNode {
  return { type: 'text', marks: [{ type: 'strong' }], text }
}

export function footnote(text: string): NarrativeNode {
  return { type: 'footnote', content: [{ type: 'text', text }] }
}

export function section(...content: readonly NarrativeNode[]): SectionContent {
  return {
    format: sectionFormat,
    plan: 'nap',
    section: { id: asId<SectionId>('s'), code: 'C.1.1', title: 'Co-ordination', kind: 'issue', component: 1 },
    narrative: { type: 'doc', content },
    framework: { goals: [] },
  }
}

const marks = fc.constantFrom<NonNullable<NarrativeNode['marks']>>([], [{ type: 'strong' }], [{ type: 'em' }])
const word = fc.constantFrom('police', 'shelter', 'é', '😀', 'a', '.')

/** Paragraphs of words that are told apart by a number, so that each can be quoted. */
export const sections: fc.Arbitrary<SectionContent> = fc
  .array(fc.array(fc.tuple(word, marks), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map(blocks => section(...blocks.map(words => ({ type: 'paragraph', content: alternating(words) }))))

function alternating(words: readonly (readonly [string, NonNullable<NarrativeNode['marks']>])[]): NarrativeNode[] {
  const joined: NarrativeNode[] = []
  for (const [index, [text, given]] of words.entries()) {
    const last = joined.at(-1)
    const own = `${index}${text} `
    if (last?.text !== undefined && (last.marks?.[0]?.type ?? '') === (given[0]?.type ?? ''))
      joined[joined.length - 1] = { ...last, text: last.text + own }
    else joined.push({ type: 'text', ...(given.length > 0 && { marks: given }), text: own })
  }
  return joined
}

/** A change that fits this section. */
export function changeIn({ narrative }: SectionContent): fc.Arbitrary<Change> {
  const passages = passagesOf(narrative)
  return fc
    .tuple(fc.constantFrom(...passages), fc.nat(), fc.nat(), fc.array(word, { maxLength: 3 }))
    .chain(([{ place, words }, from, to, replacement]) => {
      const all = words.trim().split(' ')
      const first = from % all.length
      const quote = all.slice(first, first + 1 + (to % (all.length - first))).join(' ')
      return fc.constant({ place, quote, replacement: replacement.join(' ') })
    })
    .filter(({ quote, replacement }) => quote !== replacement)
}
