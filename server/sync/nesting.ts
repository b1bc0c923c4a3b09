/**
 * How deep a text is nested: lists in cells in tables. Yjs removes what is nested by calling itself, so that a text some
 * ten thousand deep, which one frame can make, could never be removed from, nor ever be opened again. Depth is therefore
 * looked at before anything is stored.
 */
import * as Y from 'yjs'
import type { Reach, Struct, TextUpdate } from './text-update.ts'

/** Deeper than any text people write; the narrative's own bound is lower still. */
const nestingLimit = 100

/** What an update adds, by client and in the order of clocks. */
export type Additions = ReadonlyMap<number, readonly Addition[]>

export interface Addition {
  readonly struct: Struct
  /** The first clock of it that is not there already: parts that were sent before may come again at its beginning. */
  readonly from: number
  depth: number | null
}

export function additionsOf(update: TextUpdate, reach: Reach): Additions {
  const additions = new Map<number, readonly Addition[]>()
  for (const [client, run] of update.runs) {
    const reached = reach(client)
    const fresh = run.filter(struct => struct.id.clock + struct.length > reached)
    additions.set(
      client,
      fresh.map(struct => ({ struct, from: Math.max(struct.id.clock, reached), depth: null })),
    )
  }
  return additions
}

/**
 * @param additions of an update that fits on the document and what is ahead of it
 * @param ahead taken before it, and not yet part of the document
 */
export function isNestedTooDeeply(doc: Y.Doc, additions: Additions, ahead: Additions): boolean {
  const find = ({ client, clock }: Y.ID): Addition | null =>
    lastFrom(additions.get(client), clock) ?? lastFrom(ahead.get(client), clock)
  for (const added of additions.values()) {
    if (added.some(addition => isType(addition.struct) && depthOf(doc, addition, find) >= nestingLimit)) return true
  }
  return false
}

function isType(struct: Struct): boolean {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentType
}

/** How many others it lies in. Not recursion: a hostile chain may be very long. */
function depthOf(doc: Y.Doc, start: Addition, find: (id: Y.ID) => Addition | null): number {
  const chain: { readonly addition: Addition; readonly deeper: 0 | 1 }[] = []
  let depth = 0
  for (let addition: Addition | null = start; addition;) {
    if (addition.depth !== null) {
      depth = addition.depth
      break
    }
    const ground = groundOf(addition)
    chain.push({ addition, deeper: ground?.deeper ?? 0 })
    addition = ground && find(ground.id)
    if (ground && !addition) depth = storedDepth(doc, ground.id)
  }
  for (const { addition, deeper } of chain.toReversed()) {
    depth += deeper
    addition.depth = depth
  }
  return depth
}

/** What says where it lies: its own beginning, its parent or a neighbour. @returns null at the top */
function groundOf({ struct, from }: Addition): { readonly id: Y.ID; readonly deeper: 0 | 1 } | null {
  if (from > struct.id.clock) return { id: Y.createID(struct.id.client, from - 1), deeper: 0 }
  if (!(struct instanceof Y.Item)) return null
  if (struct.parent instanceof Y.ID) return { id: struct.parent, deeper: 1 }
  const neighbour = struct.origin ?? struct.rightOrigin
  return neighbour && { id: neighbour, deeper: 0 }
}

/** The addition that holds the clock, if the clock is among these or after them. */
function lastFrom(additions: readonly Addition[] | undefined, clock: number): Addition | null {
  let found: Addition | null = null
  for (let low = 0, high = additions?.length ?? 0; low < high;) {
    const middle = (low + high) >> 1
    const addition = additions?.[middle]
    if (addition && addition.from <= clock) {
      found = addition
      low = middle + 1
    } else {
      high = middle
    }
  }
  return found
}

function storedDepth(doc: Y.Doc, { client, clock }: Y.ID): number {
  const structs = doc.store.clients.get(client) ?? []
  const struct = structs[Y.findIndexSS(structs, clock)]
  let item = struct instanceof Y.Item ? struct : null
  let depth = 0
  while (item?.parent instanceof Y.AbstractType && item.parent._item) {
    item = item.parent._item
    depth++
  }
  return depth
}
