import * as Y from 'yjs'
import type { TextUpdate } from './text-update.ts'

/**
 * Deeper than any text people write; the narrative's own bound is lower still. A text nested some ten thousand deep, which
 * one frame can make, overflows the stack as soon as somebody removes it, and could never be opened again.
 */
const nestingLimit = 100

/** How deep what was added lies: lists in cells in tables. */
export function nestsTooDeep(doc: Y.Doc, update: TextUpdate): boolean {
  for (const [client, run] of update.runs) {
    for (const struct of run) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) continue
      const structs = doc.store.clients.get(client) ?? []
      let depth = 0
      for (let item = itemAt(structs, struct.id.clock); item; item = itemAround(item)) depth++
      if (depth > nestingLimit) return true
    }
  }
  return false
}

function itemAt(structs: (Y.Item | Y.GC)[], clock: number): Y.Item | null {
  const struct = structs[Y.findIndexSS(structs, clock)]
  return struct instanceof Y.Item ? struct : null
}

function itemAround(item: Y.Item): Y.Item | null {
  return item.parent instanceof Y.AbstractType ? item.parent._item : null
}
