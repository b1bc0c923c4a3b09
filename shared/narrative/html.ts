import {
  countAttribute,
  footnotesOf,
  headingId,
  headingLevel,
  type NarrativeJson,
  type NarrativeMark,
  type NarrativeNode,
} from './json.ts'
import { isExternalTarget, isLinkTarget } from './link-target.ts'

export interface NarrativeHtmlOptions {
  /** Put before every id, so that several narratives can stand on one page: a section code, say. */
  readonly idPrefix?: string
  /** Added to heading levels where the narrative stands below the page's own headings; h6 is the lowest. */
  readonly headingShift?: number
  readonly labels?: NarrativeHtmlLabels
}

export interface NarrativeHtmlLabels {
  readonly footnotes: string
  readonly footnote: (number: number) => string
  readonly back: (number: number) => string
}

const englishLabels: NarrativeHtmlLabels = {
  footnotes: 'Footnotes',
  footnote: number => `Footnote ${number}`,
  back: number => `Back to the text, footnote ${number}`,
}

/**
 * A narrative as semantic HTML for pages that nobody edits. Text and attributes are escaped here and nowhere else;
 * links are checked again, since a stored version may be older than the rule.
 */
export function renderNarrative(json: NarrativeJson, options: NarrativeHtmlOptions = {}): string {
  const page: Page = {
    prefix: options.idPrefix ?? '',
    shift: options.headingShift ?? 0,
    labels: options.labels ?? englishLabels,
    headings: 0,
    footnotes: 0,
  }
  return blocks(json, page) + footnoteList(json, page)
}

/** Counters run in reading order. */
interface Page {
  readonly prefix: string
  readonly shift: number
  readonly labels: NarrativeHtmlLabels
  headings: number
  footnotes: number
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}

function blocks(node: NarrativeNode, page: Page): string {
  return (node.content ?? []).map(child => block(child, page)).join('')
}

function block(node: NarrativeNode, page: Page): string {
  if (node.type === 'table') return table(node, page)
  const id = node.type === 'heading' ? headingId(page.prefix, page.headings++) : null
  const isText = node.type === 'heading' || node.type === 'paragraph'
  return wrapBlock(node, isText ? inlines(node, page) : blocks(node, page), { headingShift: page.shift, id })
}

/** The tags of a block around what stands in it; a table's rows all stand in its body. */
export function wrapBlock(
  shell: Pick<NarrativeNode, 'type' | 'attrs'>,
  inner: string,
  place: { readonly headingShift: number; readonly id?: string | null },
): string {
  switch (shell.type) {
    case 'paragraph':
      return `<p>${inner}</p>`
    case 'heading': {
      const level = Math.min(6, headingLevel(shell) + place.headingShift)
      const id = place.id === null || place.id === undefined ? '' : ` id="${escapeHtml(place.id)}"`
      return `<h${level}${id}>${inner}</h${level}>`
    }
    case 'bullet_list':
      return `<ul>${inner}</ul>`
    case 'ordered_list': {
      const start = countAttribute(shell, 'order')
      return `<ol${start === 1 ? '' : ` start="${start}"`}>${inner}</ol>`
    }
    case 'list_item':
      return `<li>${inner}</li>`
    case 'blockquote':
      return `<blockquote>${inner}</blockquote>`
    case 'table':
      return wrapTable(`<tbody>${inner}</tbody>`)
    case 'table_row':
      return `<tr>${inner}</tr>`
    case 'table_cell':
      return `<td${spans(shell)}>${inner}</td>`
    case 'table_header':
      return `<th${spans(shell)}>${inner}</th>`
    default:
      return ''
  }
}

/** The wrapper scrolls a table wider than a small screen. */
function wrapTable(inner: string): string {
  return `<div class="narrative-table"><table>${inner}</table></div>`
}

/** Rows made only of headers are the table's head. */
function table(node: NarrativeNode, page: Page): string {
  const rows = node.content ?? []
  const firstBodyRow = rows.findIndex(row => (row.content ?? []).some(cell => cell.type !== 'table_header'))
  const headCount = firstBodyRow === -1 ? Math.min(1, rows.length) : firstBodyRow
  const head = rows.slice(0, headCount).map(row => tableRow(row, 'col', page))
  const body = rows.slice(headCount).map(row => tableRow(row, 'row', page))
  const inHead = head.length === 0 ? '' : `<thead>${head.join('')}</thead>`
  const inBody = body.length === 0 ? '' : `<tbody>${body.join('')}</tbody>`
  return wrapTable(inHead + inBody)
}

function tableRow(row: NarrativeNode, scope: 'col' | 'row', page: Page): string {
  const cells = (row.content ?? []).map(cell => {
    const tag = cell.type === 'table_header' ? 'th' : 'td'
    const scoped = tag === 'th' ? ` scope="${scope}"` : ''
    return `<${tag}${scoped}${spans(cell)}>${blocks(cell, page)}</${tag}>`
  })
  return `<tr>${cells.join('')}</tr>`
}

function spans(cell: Pick<NarrativeNode, 'attrs'>): string {
  return span(cell, 'colspan') + span(cell, 'rowspan')
}

function span(cell: Pick<NarrativeNode, 'attrs'>, name: 'colspan' | 'rowspan'): string {
  const count = countAttribute(cell, name)
  return count === 1 ? '' : ` ${name}="${count}"`
}

function inlines(node: NarrativeNode, page: Page): string {
  return (node.content ?? []).map(child => inline(child, page)).join('')
}

function inline(node: NarrativeNode, page: Page): string {
  switch (node.type) {
    case 'text':
      return renderText(node)
    case 'hard_break':
      return '<br>'
    case 'footnote': {
      const number = ++page.footnotes
      const label = escapeHtml(page.labels.footnote(number))
      const prefix = escapeHtml(page.prefix)
      return (
        `<sup class="footnote-reference"><a id="${prefix}reference-${number}" href="#${prefix}footnote-${number}"` +
        ` role="doc-noteref" aria-label="${label}">${number}</a></sup>`
      )
    }
    default:
      return ''
  }
}

/** A text with its marks. */
export function renderText(node: NarrativeNode): string {
  return (node.marks ?? []).reduceRight((inner, mark) => marked(mark, inner), escapeHtml(node.text ?? ''))
}

function marked(mark: NarrativeMark, inner: string): string {
  switch (mark.type) {
    case 'strong':
      return `<strong>${inner}</strong>`
    case 'em':
      return `<em>${inner}</em>`
    case 'superscript':
      return `<sup>${inner}</sup>`
    case 'subscript':
      return `<sub>${inner}</sub>`
    case 'link': {
      const href = mark.attrs?.['href']
      if (typeof href !== 'string' || !isLinkTarget(href)) return inner
      const rel = isExternalTarget(href) ? ' rel="noopener noreferrer nofollow"' : ''
      return `<a href="${escapeHtml(href)}"${rel}>${inner}</a>`
    }
    default:
      return inner
  }
}

function footnoteList(json: NarrativeJson, page: Page): string {
  const notes = footnotesOf(json)
  if (notes.length === 0) return ''
  const prefix = escapeHtml(page.prefix)
  const items = notes.map((note, index) => {
    const number = index + 1
    const back = escapeHtml(page.labels.back(number))
    return (
      `<li id="${prefix}footnote-${number}">${inlines(note, page)} ` +
      `<a href="#${prefix}reference-${number}" role="doc-backlink" aria-label="${back}">↩</a></li>`
    )
  })
  const label = escapeHtml(page.labels.footnotes)
  return `<section class="footnotes" role="doc-endnotes" aria-label="${label}"><ol>${items.join('')}</ol></section>`
}
