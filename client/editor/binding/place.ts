import * as Y from 'yjs'
import type { Arrival } from './moves.ts'

/** Where something was put, as its writer saw it. */
export interface Place {
  readonly parent: unknown
  readonly id: Y.ID
  readonly left: Y.ID | null
  readonly right: Y.ID | null
}

/**
 * Whether the other put its text at the same place without knowing of ours. Equal words that somebody writes there
 * later are only equal words: who knew has ours for a neighbour.
 */
export function isUnaware(theirs: Place | null, ours: Place): boolean {
  if (theirs === null || theirs.parent !== ours.parent) return false
  return Y.compareIDs(theirs.left, ours.left) && !Y.compareIDs(theirs.right, ours.id)
}

export function placeOf({ text, id, made }: Arrival): Place | null {
  const store = text.doc?.store
  if (made) return itemPlace(blockOf(text)?._item)
  return store === undefined || id === null ? null : itemPlace(Y.getItem(store, id))
}

function itemPlace(item: unknown): Place | null {
  if (!(item instanceof Y.Item)) return null
  return { parent: item.parent, id: item.id, left: item.origin, right: item.rightOrigin }
}

/** What was put down with the text: its paragraph, or the list item made for it. */
function blockOf(text: Y.XmlText): Y.XmlElement | null {
  const block = text.parent
  if (!(block instanceof Y.XmlElement)) return null
  const [inner, outer] = [block._item, block.parent?._item]
  const isMadeFor =
    block.parent instanceof Y.XmlElement &&
    block.parent.nodeName === 'list_item' &&
    inner?.id.client === outer?.id.client &&
    inner?.id.clock === (outer?.id.clock ?? 0) + 1
  return isMadeFor && block.parent instanceof Y.XmlElement ? block.parent : block
}
