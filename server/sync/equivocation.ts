/**
 * Whether an update says of text that is there already the same as the text says.
 *
 * A client number and a clock name one struct for ever. A client that sends another one under the same name tells
 * different people different things. Yjs passes such structs over in silence; here the sender is refused. What has been
 * deleted since says nothing any more and cannot be compared, neither can what the sender itself has forgotten.
 */
import * as Y from 'yjs'
import { rootNameOf, type TextUpdate } from './text-update.ts'

/** @returns false when a struct names a place that is taken and says something else */
export function agrees(doc: Y.Doc, update: TextUpdate): boolean {
  for (const [client, run] of update.runs) {
    const reached = Y.getState(doc.store, client)
    for (const struct of run) {
      if (struct.id.clock >= reached) break
      if (struct instanceof Y.Item && !saysTheSame(doc, struct, reached)) return false
    }
  }
  return true
}

function saysTheSame(doc: Y.Doc, claimed: Y.Item, reached: number): boolean {
  const structs = doc.store.clients.get(claimed.id.client) ?? []
  const end = Math.min(claimed.id.clock + claimed.length, reached)
  let at = claimed.id.clock
  for (let index = Y.findIndexSS(structs, at); at < end; index++) {
    const stored = structs[index]
    if (!stored) return true
    const from = Math.max(at, stored.id.clock)
    const to = Math.min(end, stored.id.clock + stored.length)
    if (stored instanceof Y.Item && !stored.deleted) {
      if (!samePlace(doc, claimed, stored, from)) return false
      if (!sameContent(claimed, stored, from, to)) return false
    }
    at = to
  }
  return true
}

/** Where a part begins: after its own letter before, or where the whole struct was put. */
function samePlace(doc: Y.Doc, claimed: Y.Item, stored: Y.Item, clock: number): boolean {
  const origin = originAt(claimed, clock)
  if (!sameId(origin, originAt(stored, clock))) return false
  if (!sameId(claimed.rightOrigin, stored.rightOrigin)) return false
  if (claimed.parent === null) return true
  return claimed.parentSub === stored.parentSub && parentName(doc, claimed) === parentName(doc, stored)
}

function originAt({ id, origin }: Y.Item, clock: number): Y.ID | null {
  return id.clock === clock ? origin : Y.createID(id.client, clock - 1)
}

function sameId(a: Y.ID | null, b: Y.ID | null): boolean {
  return a === b || (a !== null && b !== null && Y.compareIDs(a, b))
}

function parentName(doc: Y.Doc, struct: Y.Item): string {
  const { parent } = struct
  const root = rootNameOf(struct)
  if (root !== null) return `root ${root}`
  if (parent instanceof Y.ID) return `${parent.client} ${parent.clock}`
  if (parent === null) return ''
  const item = parent._item
  if (item) return `${item.id.client} ${item.id.clock}`
  for (const [name, type] of doc.share) {
    if (type === parent) return `root ${name}`
  }
  return ''
}

function sameContent(claimed: Y.Item, stored: Y.Item, from: number, to: number): boolean {
  const [a, b] = [claimed.content, stored.content]
  // Deleted where it comes from: it makes no claim.
  if (a instanceof Y.ContentDeleted) return true
  if (a.constructor !== b.constructor) return false
  if (a instanceof Y.ContentString && b instanceof Y.ContentString) {
    const said = a.str.slice(from - claimed.id.clock, to - claimed.id.clock)
    return saysAsMuch(said, b.str.slice(from - stored.id.clock, to - stored.id.clock))
  }
  if (listsOf(a) && listsOf(b)) return sameValues(part(claimed, from, to), part(stored, from, to))
  return written(a) === written(b)
}

/** Yjs puts a replacement character for each half of a pair that it has to cut in two: here, at the sender, or not yet. */
function saysAsMuch(a: string, b: string): boolean {
  if (a === b || a.length !== b.length) return a === b
  for (let at = 0; at < a.length; at++) {
    if (a[at] !== b[at] && !(isHalf(a[at]) && isHalf(b[at]) && (a[at] === torn || b[at] === torn))) return false
  }
  return true
}

const torn = '\ufffd'

function isHalf(unit: string | undefined): boolean {
  return unit === torn || (unit !== undefined && unit >= '\ud800' && unit <= '\udfff')
}

/** Values of one clock each; anything else is one clock long. */
function listsOf(content: Y.Item['content']): content is Y.ContentAny | Y.ContentJSON {
  return content instanceof Y.ContentAny || content instanceof Y.ContentJSON
}

function part({ id, content }: Y.Item, from: number, to: number): readonly unknown[] {
  return listsOf(content) ? content.arr.slice(from - id.clock, to - id.clock) : []
}

function sameValues(a: readonly unknown[], b: readonly unknown[]): boolean {
  return written(new Y.ContentAny([...a])) === written(new Y.ContentAny([...b]))
}

function written(content: Y.Item['content']): string {
  const encoder = new Y.UpdateEncoderV1()
  content.write(encoder, 0)
  return Buffer.from(encoder.toUint8Array()).toString('base64')
}
