/**
 * A redline as HTML that needs no script: what came is `<ins>`, what went `<del>`, each with words for those who hear the
 * page, and what stayed is folded away in `<details>`.
 */
import { escapeHtml, headingLevel, wrapBlock, type NarrativeNode } from '#shared/narrative'
import { frameworkHtml } from './framework-html.ts'
import { changeHtml, detailsHtml, fieldHtml, foldedHtml, inlineHtml, marked } from './inline-html.ts'
import type { RedlineLabels } from './labels.ts'
import type { BlockChange, Change, Shell, TextRedline } from './redline.ts'

export interface RedlineHtmlOptions {
  readonly labels: RedlineLabels
  /** Added to heading levels where the redline stands below the page's own headings; h6 is the lowest. */
  readonly headingShift?: number
}

/** Title, running text and results framework. */
export function renderRedline(redline: TextRedline, options: RedlineHtmlOptions): string {
  const { labels } = options
  const title = redline.title.some(({ change }) => change !== 'kept')
    ? changeHtml({ change: 'changed' }, fieldHtml(labels.title, inlineHtml(redline.title, labels)))
    : ''
  return title + renderBlocks(redline.narrative, options) + frameworkHtml(redline.framework, labels)
}

/** Running text alone. */
export function renderBlocks(changes: readonly BlockChange[], options: RedlineHtmlOptions): string {
  const page: Page = { labels: options.labels, shift: options.headingShift ?? 0 }
  const html = foldedHtml(
    changes,
    change => changeHtml(change, blockHtml(change, page)),
    fold => detailsHtml(options.labels.unchangedBlocks(fold.length), fold.map(one => blockHtml(one, page)).join('')),
  )
  return `<div class="redline ui-prose">${html}</div>`
}

interface Page {
  readonly labels: RedlineLabels
  readonly shift: number
}

function blockHtml(block: BlockChange, page: Page): string {
  if (block.change !== 'changed') return nodeHtml(block.node, block.change, page)
  const { before, after } = block
  const was = formerShape(before, after, page.labels)
  if ('inline' in block) return wrap(after, was + inlineHtml(block.inline, page.labels), page)
  // Between the items of a list, the rows of a table and the cells of a row nothing else may stand.
  // Folded items of a numbered list would take their numbers with them.
  const inside =
    after.type === 'bullet_list'
      ? foldedHtml(
          block.blocks,
          one => blockHtml(one, page),
          fold => foldedItems(fold, page),
        )
      : block.blocks.map(one => blockHtml(one, page)).join('')
  return isList(after) && was !== '' ? `<p>${was}</p>${wrap(after, inside, page)}` : wrap(after, inside, page)
}

function isList({ type }: Shell): boolean {
  return type === 'bullet_list' || type === 'ordered_list'
}

function foldedItems(fold: readonly BlockChange[], page: Page): string {
  const items = fold.map(one => blockHtml(one, page)).join('')
  return `<li class="redline__folded">${detailsHtml(page.labels.unchangedItems(fold.length), `<ul>${items}</ul>`)}</li>`
}

/** A block that fared as a whole: its marks are around its words, where they can be read out. */
function nodeHtml(node: NarrativeNode, change: Change, page: Page): string {
  if (node.type !== 'paragraph' && node.type !== 'heading') {
    return wrap(node, (node.content ?? []).map(child => nodeHtml(child, change, page)).join(''), page)
  }
  const nodes = node.content ?? []
  if (nodes.length === 0) return wrap(node, change === 'kept' ? '' : marked(change, '¶', page.labels), page)
  return wrap(node, inlineHtml([{ change, nodes }], page.labels), page)
}

function wrap(shell: Shell, inner: string, page: Page): string {
  return wrapBlock(shell, inner, { headingShift: page.shift })
}

function formerShape(before: Shell, after: Shell, labels: RedlineLabels): string {
  const was = shapeOf(before, labels)
  if (was === null || was === shapeOf(after, labels)) return ''
  return `<span class="redline__was">${escapeHtml(labels.formerly(was))}</span> `
}

function shapeOf(shell: Shell, labels: RedlineLabels): string | null {
  switch (shell.type) {
    case 'paragraph':
      return labels.shapes.paragraph
    case 'heading':
      return labels.shapes.heading(headingLevel(shell) - 1)
    case 'bullet_list':
      return labels.shapes.bulletList
    case 'ordered_list':
      return labels.shapes.orderedList
    default:
      return null
  }
}
