/**
 * The narrative of a section: what people write together.
 *
 * The names of nodes, marks and attributes are in the wire format and in every frozen version: they never change
 * their meaning. Contents are lenient (a list item may begin with a list) because two people's edits, each valid, can
 * meet in a tree that a stricter grammar would refuse, and text must not vanish for grammar's sake.
 *
 * A footnote is an inline node with text inside, not an atom with a text attribute: an attribute is replaced whole,
 * so of two people writing one footnote, one would lose everything.
 */
import { Schema, type AttributeSpec, type DOMOutputSpec, type MarkSpec, type NodeSpec } from 'prosemirror-model'
import { isLinkTarget } from './link-target.ts'

const spanLimit = 1_000
const flow = '(paragraph | bullet_list | ordered_list)+'

function integerAttribute(name: string, least: number, most: number, fallback: number): AttributeSpec {
  return {
    default: fallback,
    validate: value => {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
        throw new RangeError(`${name} must be a whole number from ${least} to ${most}`)
    },
  }
}

const cellAttributes: Record<string, AttributeSpec> = {
  colspan: integerAttribute('colspan', 1, spanLimit, 1),
  rowspan: integerAttribute('rowspan', 1, spanLimit, 1),
  // present because prosemirror-tables reads it; columns share the width, so it is always null
  colwidth: {
    default: null,
    validate: value => {
      if (value !== null) throw new RangeError('colwidth must be null')
    },
  },
}

function span(element: HTMLElement, name: 'colspan' | 'rowspan'): number {
  const value = Number(element.getAttribute(name) ?? 1)
  return Number.isInteger(value) && value >= 1 && value <= spanLimit ? value : 1
}

function cell(tag: 'td' | 'th', tableRole: 'cell' | 'header_cell'): NodeSpec {
  return {
    content: flow,
    attrs: cellAttributes,
    tableRole,
    isolating: true,
    parseDOM: [
      { tag, getAttrs: element => ({ colspan: span(element, 'colspan'), rowspan: span(element, 'rowspan') }) },
    ],
    toDOM: node => {
      const spans: Record<string, string> = {}
      if (node.attrs['colspan'] !== 1) spans['colspan'] = String(node.attrs['colspan'])
      if (node.attrs['rowspan'] !== 1) spans['rowspan'] = String(node.attrs['rowspan'])
      return [tag, spans, 0]
    },
  }
}

const nodes = {
  doc: { content: 'block+' },
  paragraph: {
    content: 'inline*',
    group: 'block',
    parseDOM: [{ tag: 'p' }],
    toDOM: (): DOMOutputSpec => ['p', 0],
  },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { level: integerAttribute('level', 2, 4, 2) },
    // the page's own title is the only first-level heading: a pasted h1 becomes the highest of the narrative
    parseDOM: [
      { tag: 'h1', attrs: { level: 2 } },
      { tag: 'h2', attrs: { level: 2 } },
      { tag: 'h3', attrs: { level: 3 } },
      { tag: 'h4', attrs: { level: 4 } },
      { tag: 'h5', attrs: { level: 4 } },
      { tag: 'h6', attrs: { level: 4 } },
    ],
    toDOM: (node): DOMOutputSpec => [`h${node.attrs['level']}`, 0],
  },
  bullet_list: {
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: (): DOMOutputSpec => ['ul', 0],
  },
  ordered_list: {
    content: 'list_item+',
    group: 'block',
    attrs: { order: integerAttribute('order', 1, 1_000_000, 1) },
    parseDOM: [
      {
        tag: 'ol',
        getAttrs: element => {
          const start = Number(element.getAttribute('start') ?? 1)
          return { order: Number.isInteger(start) && start >= 1 && start <= 1_000_000 ? start : 1 }
        },
      },
    ],
    toDOM: (node): DOMOutputSpec => (node.attrs['order'] === 1 ? ['ol', 0] : ['ol', { start: node.attrs['order'] }, 0]),
  },
  list_item: {
    content: flow,
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: (): DOMOutputSpec => ['li', 0],
  },
  blockquote: {
    content: flow,
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: (): DOMOutputSpec => ['blockquote', 0],
  },
  table: {
    content: 'table_row+',
    group: 'block',
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: (): DOMOutputSpec => ['table', ['tbody', 0]],
  },
  table_row: {
    content: '(table_cell | table_header)*',
    tableRole: 'row',
    parseDOM: [{ tag: 'tr' }],
    toDOM: (): DOMOutputSpec => ['tr', 0],
  },
  table_cell: cell('td', 'cell'),
  table_header: cell('th', 'header_cell'),
  text: { group: 'inline' },
  hard_break: {
    inline: true,
    group: 'inline',
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
    toDOM: (): DOMOutputSpec => ['br'],
  },
  footnote: {
    inline: true,
    group: 'inline',
    content: 'text*',
    marks: 'em strong link',
    // atom: the caret steps over it in the running text; its words are edited in a place of their own
    atom: true,
    parseDOM: [{ tag: 'span[data-footnote]' }],
    toDOM: (): DOMOutputSpec => ['span', { 'data-footnote': '' }, 0],
  },
} satisfies Record<string, NodeSpec>

const marks = {
  link: {
    inclusive: false,
    attrs: {
      href: {
        validate: value => {
          if (typeof value !== 'string' || !isLinkTarget(value)) throw new RangeError('href is not an allowed address')
        },
      },
    },
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: element => {
          const href = element.getAttribute('href') ?? ''
          return isLinkTarget(href) ? { href } : false
        },
      },
    ],
    toDOM: (mark): DOMOutputSpec => ['a', { href: mark.attrs['href'], rel: 'noopener noreferrer nofollow' }, 0],
  },
  em: {
    parseDOM: [{ tag: 'i' }, { tag: 'em' }, { style: 'font-style=italic' }],
    toDOM: (): DOMOutputSpec => ['em', 0],
  },
  strong: {
    parseDOM: [
      { tag: 'strong' },
      // Google Docs wraps everything it copies in <b style="font-weight:normal">
      { tag: 'b', getAttrs: element => (element.style.fontWeight === 'normal' ? false : null) },
      { style: 'font-weight', getAttrs: value => (/^(bold(er)?|[6-9]\d{2,})$/.test(value) ? null : false) },
    ],
    toDOM: (): DOMOutputSpec => ['strong', 0],
  },
  superscript: {
    excludes: 'superscript subscript',
    parseDOM: [{ tag: 'sup' }, { style: 'vertical-align=super' }],
    toDOM: (): DOMOutputSpec => ['sup', 0],
  },
  subscript: {
    excludes: 'subscript superscript',
    parseDOM: [{ tag: 'sub' }, { style: 'vertical-align=sub' }],
    toDOM: (): DOMOutputSpec => ['sub', 0],
  },
} satisfies Record<string, MarkSpec>

export const narrativeSchema = new Schema<keyof typeof nodes, keyof typeof marks>({ nodes, marks })
