/** The pieces a redline's HTML is made of. All of it is escaped here and in `renderText`. */
import { escapeHtml, renderText, type NarrativeNode } from '#shared/narrative'
import { folded, type Folded } from './fold.ts'
import type { RedlineLabels } from './labels.ts'
import type { InlineChange } from './redline.ts'

export function inlineHtml(changes: readonly InlineChange[], labels: RedlineLabels): string {
  return changes
    .map(change => {
      if (change.change === 'changed') return noteHtml(inlineHtml(change.runs, labels), labels)
      const inner = change.nodes.map(node => inlineNodeHtml(node, labels)).join('')
      return change.change === 'kept' ? inner : marked(change.change, inner, labels)
    })
    .join('')
}

function inlineNodeHtml(node: NarrativeNode, labels: RedlineLabels): string {
  if (node.type === 'text') return renderText(node)
  if (node.type === 'hard_break') return '<br>'
  return noteHtml((node.content ?? []).map(child => inlineNodeHtml(child, labels)).join(''), labels)
}

/** A footnote stands where it is referred to: its number may be another in each text. */
function noteHtml(inner: string, labels: RedlineLabels): string {
  return ` <span class="redline__note">[${escapeHtml(labels.footnote)}: ${inner}]</span>`
}

/** @param inner HTML */
export function marked(change: 'inserted' | 'removed', inner: string, labels: RedlineLabels): string {
  const tag = change === 'inserted' ? 'ins' : 'del'
  const { begin, end } = labels[change]
  const said = (words: string): string => `<span class="redline__said">${escapeHtml(words)}</span>`
  return `<${tag}>${said(`${begin} `)}${inner}${said(` ${end}`)}</${tag}>`
}

/** A line with its name: `Target date 2028-12-31`. @param inner HTML */
export function fieldHtml(label: string, inner: string): string {
  return `<p class="redline__field"><span class="redline__label">${escapeHtml(label)}</span> ${inner}</p>`
}

/** Marks a place where something changed in the margin. @param inner HTML */
export function changeHtml({ change }: { readonly change: string }, inner: string): string {
  return change === 'kept' ? inner : `<div class="redline__change">${inner}</div>`
}

export function foldedHtml<T extends { readonly change: string }>(
  changes: readonly T[],
  one: (change: T) => string,
  fold: (changes: readonly T[]) => string,
): string {
  return folded(changes)
    .map((part: Folded<T>) => ('fold' in part ? fold(part.fold) : one(part.shown)))
    .join('')
}

/** @param inner HTML */
export function detailsHtml(summary: string, inner: string): string {
  return `<details class="redline__fold"><summary>${escapeHtml(summary)}</summary>${inner}</details>`
}
