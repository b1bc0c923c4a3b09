import { Slice, type Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'

/**
 * Turns the transaction's document into another by one replacement, as small as one can be. What lies outside keeps
 * its positions: the caret, a composition under way, what other plugins remember.
 */
export function replaceDifference(tr: Transaction, target: Node): Transaction {
  const before = tr.doc
  const start = before.content.findDiffStart(target.content)
  const ends = before.content.findDiffEnd(target.content)
  if (start === null || ends === null) return tr
  // in "aa" → "aaa" both scans claim the same letters; the right one gives way
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  return tr.replace(start, ends.a + overlap, target.slice(start, ends.b + overlap))
}

/** For what the small replacement could not say. */
export function replaceAll(tr: Transaction, target: Node): Transaction {
  return tr.replace(0, tr.doc.content.size, new Slice(target.content, 0, 0))
}
