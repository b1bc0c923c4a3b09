/** Small builders of narrative nodes: what the system adds to minutes is laid out in the same form as what people write. */
import type { NarrativeNode } from '#shared/narrative'

export function words(text: string, mark?: 'strong' | 'em'): readonly NarrativeNode[] {
  if (text === '') return []
  return [mark ? { type: 'text', text, marks: [{ type: mark }] } : { type: 'text', text }]
}

export function paragraph(...content: readonly NarrativeNode[]): NarrativeNode {
  return { type: 'paragraph', content }
}

export function heading(level: number, text: string): NarrativeNode {
  return { type: 'heading', attrs: { level }, content: words(text) }
}

export function quote(...content: readonly NarrativeNode[]): NarrativeNode {
  return { type: 'blockquote', content }
}

/** A table whose first row is made of headers. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): NarrativeNode {
  return {
    type: 'table',
    content: [
      { type: 'table_row', content: header.map(text => cell('table_header', text)) },
      ...rows.map(row => ({ type: 'table_row', content: row.map(text => cell('table_cell', text)) })),
    ],
  }
}

/** Lines of a cell stand in paragraphs of their own. */
function cell(type: 'table_header' | 'table_cell', text: string): NarrativeNode {
  return { type, content: text.split('\n').map(line => paragraph(...words(line))) }
}
