/** What a correction may quote: words that stand in the minutes as they were circulated. [M5] */
import { assertNever } from '#shared/core'
import { footnotesOf, inlineText, type NarrativeJson, type NarrativeNode } from '#shared/narrative'
import type { Block } from './blocks.ts'
import type { MinutesPartContent } from './content.ts'

export type QuotablePart = Pick<MinutesPartContent, 'blocks'> & {
  readonly item: { readonly title: string } | null
  readonly text: NarrativeJson | null
}

/** The paragraphs, headings, cells and footnotes of a text, in reading order: what can be chosen to be corrected. */
export function passagesOf(text: NarrativeJson | null): readonly string[] {
  if (!text) return []
  const said = textblocksOf(text).map(block => inlineText(block).trim())
  const notes = footnotesOf(text).map(note => (note.content ?? []).map(inlineText).join('').trim())
  return [...said, ...notes].filter(passage => passage !== '')
}

/**
 * Whether these words stand in the part as it is read. How they are broken into lines and which quotation marks they have
 * does not matter, nor whether the numbers of footnotes were selected with them.
 */
export function isQuoted(quote: string, part: QuotablePart): boolean {
  const said = squeezed(quote)
  const { text } = part
  const read = text ? [passagesOf(text).join(''), numbered(text)] : []
  return [...read, ...wordsAround(part)].some(words => squeezed(words).includes(said))
}

/** The text as a browser shows it: footnotes by their numbers, and in full below. */
function numbered(text: NarrativeJson): string {
  const counter = { footnotes: 0 }
  const shown = (node: NarrativeNode): string =>
    node.type === 'footnote'
      ? String(++counter.footnotes)
      : (node.text ?? '') + (node.content ?? []).map(shown).join('')
  return shown(text)
}

function wordsAround({ item, blocks }: QuotablePart): readonly string[] {
  return [...(item ? [item.title] : []), ...blocks.flatMap(wordsOfBlock)]
}

function wordsOfBlock(block: Block): readonly string[] {
  switch (block.type) {
    case 'attendance':
      return [
        ...block.seats.flatMap(seat => [seat.organisationName ?? seat.label, ...seat.persons.map(one => one.name)]),
        ...block.officers.map(one => one.name),
      ]
    case 'text':
    case 'motion':
      return [block.title]
    case 'statement':
    case 'actionItem':
      return [block.text]
    case 'quorum':
    case 'postponed':
      return []
    default:
      return assertNever(block)
  }
}

function textblocksOf(node: NarrativeNode): readonly NarrativeNode[] {
  const content = node.content ?? []
  const isTextblock = content.some(child => child.type === 'text')
  return isTextblock ? [node] : content.flatMap(textblocksOf)
}

function squeezed(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[‘’‛]/g, "'")
    .replace(/[“”‟«»]/g, '"')
    .replace(/[\s\u00ad\u200b]+/gu, '')
}
