import { inlineText, type NarrativeNode } from '#shared/narrative'
import type { TermsContent } from './content.ts'
import { termsOutline } from './outline.ts'

/**
 * The headings under which nothing stands but questions of the outline, as they are called in the text. One without any
 * words beneath it is not among them: somebody has been there. [G10]
 */
export function unansweredHeadings({ body, narrative }: Pick<TermsContent, 'body' | 'narrative'>): readonly string[] {
  const asked = new Set(termsOutline(body.kind).flatMap(wordsAsked))
  const parts: { readonly heading: string; readonly lines: string[] }[] = []
  for (const block of narrative.content ?? []) {
    if (block.type === 'heading') parts.push({ heading: inlineText(block).trim(), lines: [] })
    else parts.at(-1)?.lines.push(...linesOf(block))
  }
  return parts
    .filter(({ lines }) => lines.length > 0 && lines.every(line => asked.has(line)))
    .map(({ heading }) => heading)
}

function wordsAsked(block: ReturnType<typeof termsOutline>[number]): readonly string[] {
  if (block.type === 'list') return block.items
  return block.type === 'paragraph' ? [block.text] : []
}

/** The words of each paragraph, wherever it stands; of a blank one none. */
function linesOf(block: NarrativeNode): readonly string[] {
  if (block.type !== 'paragraph') return (block.content ?? []).flatMap(linesOf)
  const line = inlineText(block).trim()
  return line === '' ? [] : [line]
}
