/**
 * Places in the document that survive other people's edits: a place is remembered by the letter it stands next to.
 */
import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import type { NodeByElement } from '#shared/narrative'
import { sharedInline, shownElements } from './children.ts'

export interface SharedPlace {
  readonly type: Y.XmlFragment | Y.XmlText
  readonly index: number
}

/** @param position a ProseMirror position in the document that the fragment shows */
export function sharedPlace(fragment: Y.XmlFragment, position: number, nodes: NodeByElement): SharedPlace {
  let parent = fragment
  let offset = position
  for (;;) {
    const node = nodes.get(parent)
    if (node === undefined) return { type: parent, index: 0 }
    const found = node.inlineContent ? inlinePlace(parent, offset, nodes) : blockPlace(parent, offset, nodes)
    if (!('inside' in found)) return found
    parent = found.inside
    offset = found.offset
  }
}

type Found = SharedPlace | { readonly inside: Y.XmlElement; readonly offset: number }

function blockPlace(parent: Y.XmlFragment, offset: number, nodes: NodeByElement): Found {
  let start = 0
  for (const child of shownElements(parent, nodes)) {
    const size = nodes.get(child)?.nodeSize ?? 0
    if (offset === start) return { type: parent, index: parent.toArray().indexOf(child) }
    if (offset < start + size) return { inside: child, offset: offset - start - 1 }
    start += size
  }
  return { type: parent, index: parent.length }
}

function inlinePlace(parent: Y.XmlFragment, offset: number, nodes: NodeByElement): Found {
  const { elements, runs } = sharedInline(parent, nodes)
  let start = 0
  for (const [index, run] of runs.entries()) {
    for (const text of run) {
      if (offset <= start + text.length) return { type: text, index: offset - start }
      start += text.length
    }
    const element = elements[index]
    if (element === undefined) break
    const size = nodes.get(element)?.nodeSize ?? 0
    if (offset <= start) return { type: parent, index: parent.toArray().indexOf(element) }
    if (offset < start + size) return { inside: element, offset: offset - start - 1 }
    start += size
  }
  return { type: parent, index: parent.length }
}

/** @returns null when the place is not in what is shown */
export function shownPosition(fragment: Y.XmlFragment, place: SharedPlace, nodes: NodeByElement): number | null {
  let position = 0
  let type = place.type
  if (type instanceof Y.XmlText) position = Math.min(place.index, type.length)
  else {
    if (!nodes.has(type)) return null
    position = sizeBefore(type, type.toArray()[place.index], nodes)
  }
  while (type !== fragment) {
    const parent = type.parent
    if (!(parent instanceof Y.XmlFragment) || !nodes.has(parent)) return null
    position += sizeBefore(parent, type, nodes) + (type instanceof Y.XmlText ? 0 : 1)
    type = parent
  }
  return position
}

function sizeBefore(parent: Y.XmlFragment, child: unknown, nodes: NodeByElement): number {
  let size = 0
  for (const sibling of parent.toArray()) {
    if (sibling === child) break
    if (sibling instanceof Y.XmlText) size += nodes.get(parent)?.inlineContent === true ? sibling.length : 0
    else if (sibling instanceof Y.XmlFragment) size += nodes.get(sibling)?.nodeSize ?? 0
  }
  return size
}

/** A place with its neighbours on both sides. */
export interface Anchor {
  readonly left: Y.RelativePosition
  readonly right: Y.RelativePosition
}

export function anchorAt(fragment: Y.XmlFragment, position: number, nodes: NodeByElement): Anchor {
  const { type, index } = sharedPlace(fragment, position, nodes)
  return {
    left: Y.createRelativePositionFromTypeIndex(type, index, -1),
    right: Y.createRelativePositionFromTypeIndex(type, index, 0),
  }
}

/**
 * Where the place is now. It stays with the letter to its left, so that two people who type at one place each write
 * their words in one piece; with the letter to its right when the left one is gone.
 *
 * @returns null when both are gone: the text was taken elsewhere, or deleted
 */
export function positionOf(fragment: Y.XmlFragment, anchor: Anchor, nodes: NodeByElement, doc: Node): number | null {
  if (isAlive(anchor.left, fragment)) return relativePosition(fragment, anchor.left, nodes, doc)
  // without an item it means "the end", which is not where the text went
  if (anchor.right.item === null || !isAlive(anchor.right, fragment)) return null
  return relativePosition(fragment, anchor.right, nodes, doc)
}

export function relativePosition(
  fragment: Y.XmlFragment,
  relative: Y.RelativePosition,
  nodes: NodeByElement,
  doc: Node,
): number | null {
  if (fragment.doc === null) return null
  const absolute = Y.createAbsolutePositionFromRelativePosition(relative, fragment.doc, false)
  if (absolute === null) return null
  const { type, index } = absolute
  if (!(type instanceof Y.XmlFragment) && !(type instanceof Y.XmlText)) return null
  const position = shownPosition(fragment, { type, index }, nodes)
  return position === null ? null : Math.min(position, doc.content.size)
}

/** Whether the letter, or the text that is its whole context, is still there. */
function isAlive(relative: Y.RelativePosition, fragment: Y.XmlFragment): boolean {
  const store = fragment.doc?.store
  const id = relative.item ?? relative.type
  if (id === null) return true
  if (store === undefined || Y.getState(store, id.client) <= id.clock) return false
  const item = Y.getItem(store, id)
  return item instanceof Y.Item && !item.deleted
}
