import type { Json } from '#shared/core'

export interface NarrativeMark {
  readonly type: string
  readonly attrs?: { readonly [name: string]: Json }
}

/**
 * A narrative as plain JSON: what ProseMirror writes for a document of the narrative schema. Versions are frozen,
 * digested and rendered from this form; it is canonical because one text has one tree (adjacent text with the same
 * marks is one node, marks stand in the schema's order, every attribute is present).
 */
export interface NarrativeNode {
  readonly type: string
  readonly attrs?: { readonly [name: string]: Json }
  readonly content?: readonly NarrativeNode[]
  readonly text?: string
  readonly marks?: readonly NarrativeMark[]
}

/** The root: `type` is `doc`. */
export type NarrativeJson = NarrativeNode

/** Visits the footnotes of a narrative in reading order; their numbers are 1 and up in this order. */
export function footnotesOf(node: NarrativeNode): readonly NarrativeNode[] {
  if (node.type === 'footnote') return [node]
  return (node.content ?? []).flatMap(footnotesOf)
}

export interface NarrativeHeading {
  readonly level: number
  readonly text: string
}

/** The headings in reading order; the n-th (from 0) is rendered with the id `headingId(prefix, n)`. */
export function headingsOf(node: NarrativeNode): readonly NarrativeHeading[] {
  if (node.type === 'heading') return [{ level: headingLevel(node), text: inlineText(node) }]
  return (node.content ?? []).flatMap(headingsOf)
}

export function headingId(prefix: string, index: number): string {
  return `${prefix}heading-${index + 1}`
}

export function headingLevel(node: Pick<NarrativeNode, 'attrs'>): number {
  const level = node.attrs?.['level']
  return typeof level === 'number' && level >= 2 && level <= 4 ? level : 2
}

/** The text of a block without its footnotes. */
export function inlineText(node: NarrativeNode): string {
  if (node.type === 'footnote') return ''
  if (node.type === 'hard_break') return ' '
  return (node.text ?? '') + (node.content ?? []).map(inlineText).join('')
}

/** A whole number of at least 1 from an attribute, for spans and list starts. */
export function countAttribute(node: Pick<NarrativeNode, 'attrs'>, name: string): number {
  const value = node.attrs?.[name]
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : 1
}

/** Member by member, so that nothing but the known members of a node is ever digested. */
export function narrativeToJson(node: NarrativeNode): Json {
  return {
    type: node.type,
    attrs: node.attrs && { ...node.attrs },
    content: node.content?.map(narrativeToJson),
    text: node.text,
    marks: node.marks?.map(mark => ({ type: mark.type, attrs: mark.attrs && { ...mark.attrs } })),
  }
}
