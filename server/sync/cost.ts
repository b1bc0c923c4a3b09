/**
 * How much work an update would be, known before the work is done.
 *
 * Yjs places a new struct by looking at everything between its two neighbours. An editor's neighbours lie next to each
 * other, but for what others wrote there meanwhile, so that is nothing. An update made to hurt names neighbours far
 * apart, over and over, and one frame stops the process for minutes. So the distances are added up first:
 *
 * - between neighbours that are in the text already, they are walked, up to the bound;
 * - structs of the update itself are kept as a chain of who stands beside whom, each after those that it builds on: an
 *   editor's always find their neighbours beside each other. One that does not may have to pass all of the update that
 *   came before it, and all of the text around it, and is counted so.
 *
 * Deleting is counted by the ranges that are not deleted yet: each may cut a struct in two.
 */
import * as Y from 'yjs'
import { fit, rootNameOf, type Struct, type TextUpdate } from './text-update.ts'

/** Steps past other structs that one update may take: some tenths of a second at the worst. */
export const stepLimit = 1_000_000

/** Where in the text a struct of the update stands: the neighbours there, through those of the update. */
interface Surroundings {
  readonly first: Y.Item | null
  readonly end: Y.Item | null
}

/** @returns steps, or `stepLimit` for that many and more */
export function integrationSteps(doc: Y.Doc, update: TextUpdate): number {
  const beside = new Map<string, string>()
  const around = new Map<string, Surroundings>()
  let steps = 0
  let before = 0
  const count = (struct: Struct): void => {
    if (!(struct instanceof Y.Item) || steps >= stepLimit) return
    const { client, clock } = struct.id
    const left = leftName(struct)
    const right = idName(struct.rightOrigin)
    const surroundings = surroundingsOf(doc, update, around, struct)
    const expected = beside.get(left)
    if (expected !== right) steps += walk(surroundings, stepLimit - steps)
    if (expected !== undefined && expected !== right) steps += before
    around.set(`${client} ${clock}`, surroundings)
    beside.set(left, `${client} ${clock}`)
    beside.set(`${client} ${clock + struct.length - 1}`, right)
    before++
  }
  fit(update, client => Y.getState(doc.store, client), count)
  return Math.min(steps, stepLimit)
}

function surroundingsOf(
  doc: Y.Doc,
  { runs }: TextUpdate,
  around: ReadonlyMap<string, Surroundings>,
  struct: Y.Item,
): Surroundings {
  const of = (id: Y.ID | null): Surroundings | undefined => {
    const neighbour = id && structAt(runs.get(id.client) ?? [], id.clock)
    return neighbour ? around.get(idName(neighbour.id)) : undefined
  }
  const [left, right] = [of(struct.origin), of(struct.rightOrigin)]
  return {
    first: left ? left.first : firstBetween(doc, struct),
    end: right ? right.end : struct.rightOrigin && itemAt(doc, struct.rightOrigin),
  }
}

/** In a run, which is in order. */
function structAt(run: readonly Struct[], clock: number): Struct | null {
  let [low, high] = [0, run.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = run[middle]
    if (!struct) return null
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return null
}

function idName(id: Y.ID | null): string {
  return id ? `${id.client} ${id.clock}` : ''
}

function leftName(struct: Y.Item): string {
  const { origin, parent, parentSub, rightOrigin } = struct
  if (origin) return idName(origin)
  const where = parent instanceof Y.ID ? idName(parent) : (rootNameOf(struct) ?? idName(rightOrigin))
  return `first in ${where} ${parentSub ?? ''}`
}

function walk({ first, end }: Surroundings, atMost: number): number {
  let steps = 0
  for (let item = first; item && item !== end && steps < atMost; item = item.right) steps++
  return steps
}

function firstBetween(doc: Y.Doc, struct: Y.Item): Y.Item | null {
  if (struct.origin) {
    const left = itemAt(doc, struct.origin)
    // The part of the same struct after the neighbour is to its right.
    if (left && left.id.clock + left.length - 1 > struct.origin.clock) return nextPart(struct, left)
    return left?.right ?? null
  }
  const type = parentOf(doc, struct)
  if (!type) return null
  if (struct.parentSub === null) return type._start
  let item = type._map.get(struct.parentSub) ?? null
  while (item?.left) item = item.left
  return item
}

/** Inside one struct the two letters are neighbours, if the right one is the next. */
function nextPart({ origin, rightOrigin }: Y.Item, left: Y.Item): Y.Item | null {
  const isNext = origin && rightOrigin && rightOrigin.client === origin.client && rightOrigin.clock === origin.clock + 1
  return isNext ? null : left.right
}

function parentOf(doc: Y.Doc, struct: Y.Item): ReturnType<typeof rootOf> {
  const { parent, rightOrigin } = struct
  const root = rootNameOf(struct)
  if (root !== null) return rootOf(doc, root)
  const around = parent instanceof Y.ID ? itemAt(doc, parent) : null
  if (around) return around.content instanceof Y.ContentType ? around.content.type : null
  const right = rightOrigin && itemAt(doc, rightOrigin)
  return right && right.parent instanceof Y.AbstractType ? right.parent : null
}

function rootOf(doc: Y.Doc, name: string) {
  return doc.share.get(name) ?? null
}

function itemAt(doc: Y.Doc, { client, clock }: Y.ID): Y.Item | null {
  const structs = doc.store.clients.get(client)
  if (!structs || clock >= Y.getState(doc.store, client)) return null
  const struct = structs[Y.findIndexSS(structs, clock)]
  return struct instanceof Y.Item ? struct : null
}

/** @returns ranges of the update that delete something which is not deleted yet */
export function newDeletions(doc: Y.Doc, update: TextUpdate): number {
  let fresh = 0
  for (const [client, ranges] of update.deletions.clients) {
    const structs = doc.store.clients.get(client)
    const reached = Y.getState(doc.store, client)
    for (const { clock, len } of ranges) {
      if (!structs || clock >= reached || !isDeleted(structs, clock, Math.min(clock + len, reached))) fresh++
    }
  }
  return fresh
}

function isDeleted(structs: (Y.Item | Y.GC)[], from: number, to: number): boolean {
  let at = from
  for (let index = Y.findIndexSS(structs, from); at < to; index++) {
    const struct = structs[index]
    if (!struct?.deleted) return false
    at = struct.id.clock + struct.length
  }
  return true
}
