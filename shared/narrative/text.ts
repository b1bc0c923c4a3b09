import { countAttribute, footnotesOf, inlineText, type NarrativeJson, type NarrativeNode } from './json.ts'

/**
 * A narrative as plain text: for search, word counts, notices and comparisons. Blocks are separated by an empty line,
 * cells of a row by a tab; footnotes stand as `[1]` in the text and in full at the end.
 */
export function narrativeText(json: NarrativeJson): string {
  const counter = { footnotes: 0 }
  const body = (json.content ?? []).map(node => blockText(node, counter))
  const notes = footnotesOf(json).map(
    (note, index) => `[${index + 1}] ${(note.content ?? []).map(inlineText).join('')}`,
  )
  return [...body, ...notes].filter(text => text !== '').join('\n\n')
}

interface Counter {
  footnotes: number
}

function blockText(node: NarrativeNode, counter: Counter): string {
  const children = node.content ?? []
  switch (node.type) {
    case 'bullet_list':
      return children.map(item => listItem('- ', item, counter)).join('\n')
    case 'ordered_list': {
      const start = countAttribute(node, 'order')
      return children.map((item, index) => listItem(`${start + index}. `, item, counter)).join('\n')
    }
    case 'table':
      return children.map(row => (row.content ?? []).map(cell => cellText(cell, counter)).join('\t')).join('\n')
    case 'blockquote':
      return children.map(child => blockText(child, counter)).join('\n')
    default:
      return children.map(child => textOf(child, counter)).join('')
  }
}

function listItem(bullet: string, item: NarrativeNode, counter: Counter): string {
  const lines = (item.content ?? []).map(child => blockText(child, counter)).join('\n')
  return bullet + lines.replaceAll('\n', '\n  ')
}

function cellText(cell: NarrativeNode, counter: Counter): string {
  return (cell.content ?? [])
    .map(child => blockText(child, counter))
    .join(' ')
    .replace(/[\t\n]/g, ' ')
}

function textOf(node: NarrativeNode, counter: Counter): string {
  if (node.type === 'footnote') return `[${++counter.footnotes}]`
  if (node.type === 'hard_break') return '\n'
  return node.text ?? ''
}
