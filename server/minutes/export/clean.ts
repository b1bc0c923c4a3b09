/** What people wrote, as every format can hold it: their words stay, what no reader could see goes. */
import type { NarrativeJson, NarrativeNode } from '#shared/narrative'

/** Vertical tab, form feed and the like part words, as a space does. */
const spacing = /[\r\v\f\u0085\u2028\u2029]/g
/** XML forbids most of them, and a typesetter refuses them: control characters and code points that are no characters. */
const unwritable = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu
/** Half of a pair: no text in any encoding. */
const halved = /\p{Surrogate}/gu

export function cleanText(text: string): string {
  return text.replace(spacing, ' ').replace(unwritable, '').replace(halved, '\ufffd')
}

/** A heading without words would be a stop without a name: it is left out. */
export function cleanBody(body: NarrativeJson): NarrativeJson {
  return { ...body, content: cleanNodes(body.content ?? []) }
}

function cleanNodes(nodes: readonly NarrativeNode[]): readonly NarrativeNode[] {
  return nodes.flatMap((node): readonly NarrativeNode[] => {
    if (node.type === 'text') {
      const text = cleanText(node.text ?? '')
      return text === '' ? [] : [{ ...node, text }]
    }
    const cleaned = node.content ? { ...node, content: cleanNodes(node.content) } : node
    return cleaned.type === 'heading' && !hasWords(cleaned) ? [] : [cleaned]
  })
}

function hasWords({ text = '', content = [] }: NarrativeNode): boolean {
  return text.trim() !== '' || content.some(hasWords)
}
