/**
 * How much work an update would be, known before the work is done.
 *
 * Yjs places a new struct by looking at what stands between its two neighbours. An editor's neighbours lie next to each
 * other, but for what others wrote there meanwhile, so that is nothing. An update made to hurt names neighbours far
 * apart, over and over, and one frame stops the process for minutes. So the steps are added up first:
 *
 * - Yjs walks on only over what was written after the left neighbour, or after something that it has walked over. Of the
 *   text as it is that is at most what lies between the left neighbour and the next one on the right that is in the text;
 * - structs of the update itself are kept by the place in the text that they are written at, and as a chain of who stands
 *   beside whom. One that takes a neighbour which is not the one it should have may have to pass all of its place;
 * - the values of a map's key are always looked through from the last to the first;
 * - where a struct is cut in two, all later ones of its client move.
 */
import * as Y from 'yjs'
import { rootNameOf, type TextUpdate } from './text-update.ts'

/** Steps past other structs that one update may take: some tenths of a second at the worst. */
const stepLimit = 1_000_000

/**
 * Deeper than any text people write: lists in cells in tables. The narrative's own bound is lower still. A text nested some
 * ten thousand deep, which one frame can make, overflows the stack as soon as somebody removes it, and could never be
 * opened again; and each struct is told to all that it lies in.
 */
const depthLimit = 100

/** Structs that are moved, and values that are copied, in the time of one step. */
const movedPerStep = 1_024
const copiedPerStep = 16

/** What is done for each range that is newly deleted. */
const stepsPerRange = 10

type Type = NonNullable<ReturnType<Y.Doc['share']['get']>>

/** A place in the text that structs of the update are written at: behind a letter, or at the beginning. */
interface Place {
  readonly name: string
  /** Where in the text; none at the beginning and in what is new. */
  readonly behind: Y.Item | null
  structs: number
}

/** A struct of the update. */
interface Placed {
  readonly client: number
  readonly clock: number
  readonly end: number
  readonly place: Place
  readonly list: List
  /** The next to the right that is in the text. */
  readonly until: Y.ID | null
}

/** What a sequence, or a key of a map, holds. */
interface List {
  /** None for what is new. */
  readonly type: Type | null
  readonly key: string | null
  readonly start: Place
  /** How many structs it lies in. */
  readonly depth: number
  structs: number
}

interface Notes {
  readonly placed: Map<number, Placed[]>
  readonly beside: Map<string, string>
  readonly places: Map<string, Place>
  readonly behind: Map<Y.Item, number>
  readonly lists: Map<Type | string, Map<string | null, List>>
}

/** Told of the structs of an update in the order in which they will be taken. */
export class Estimate {
  readonly #doc: Y.Doc
  #steps = 0
  #isTooDeep = false
  #isCrossed = false
  #cuts = 0
  readonly #isAlone: boolean
  /** None as long as nothing of the update could stand in the way of anything else of it. */
  #notes: Notes | null = null

  /** @param isAlone of a struct that is the only one of its update, as a typed letter is: nothing needs to be kept */
  constructor(doc: Y.Doc, isAlone = false) {
    this.#doc = doc
    this.#isAlone = isAlone
  }

  get #kept(): Notes {
    return (this.#notes ??= {
      placed: new Map(),
      beside: new Map(),
      places: new Map(),
      behind: new Map(),
      lists: new Map(),
    })
  }

  get isTooDeep(): boolean {
    return this.#isTooDeep
  }

  /** Whether a struct names neighbours the wrong way round, or of two different texts, as no editor does. */
  get isCrossed(): boolean {
    return this.#isCrossed
  }

  /** Past other structs, and what takes as long. */
  get steps(): number {
    return this.#steps
  }

  get isTooCostly(): boolean {
    return this.#steps >= stepLimit
  }

  take(struct: Y.Item | Y.GC): void {
    if (!(struct instanceof Y.Item) || this.isTooCostly || this.#isTooDeep) return
    const { origin, rightOrigin, content } = struct
    if (!this.#isAlone || !origin || struct.parentSub !== null || content instanceof Y.ContentType) {
      return this.#place(struct)
    }
    this.#walkBetween(origin, rightOrigin)
    this.#cut(origin.client, origin.clock + 1)
    if (rightOrigin) this.#cut(rightOrigin.client, rightOrigin.clock)
  }

  /** What is deleted and was not deleted before. */
  takeDeletions({ deletions }: TextUpdate): void {
    for (const [client, ranges] of deletions.clients) {
      const structs = this.#doc.store.clients.get(client)
      const reached = Y.getState(this.#doc.store, client)
      for (const { clock, len } of ranges) {
        if (this.isTooCostly) return
        if (structs && clock < reached && isDeleted(structs, clock, Math.min(clock + len, reached))) continue
        this.#steps += stepsPerRange
        this.#cut(client, clock)
        this.#cut(client, clock + len)
      }
    }
  }

  #place(struct: Y.Item): void {
    const { origin, rightOrigin, id } = struct
    const right = rightOrigin && this.#placedAt(rightOrigin)
    const until = right ? right.until : rightOrigin
    const left = origin && this.#placedAt(origin)
    const list = left?.list ?? (right && !origin ? right.list : this.#listOf(struct))
    // Beside what is gone it is gone itself.
    if (!list) return
    if (struct.content instanceof Y.ContentType && list.depth >= depthLimit) this.#isTooDeep = true
    const place = left?.place ?? (origin ? this.#placeBehind(origin) : list.start)
    const rightName = idName(rightOrigin)
    const leftName = origin ? idName(origin) : list.start.name
    const expected = this.#kept.beside.get(leftName) ?? (origin && left ? nextWithin(left, origin) : undefined)
    if (expected !== undefined && expected !== rightName) this.#steps += place.structs
    if (!origin && list.key !== null) this.#steps += list.structs + this.#length(list)
    else if (!left && origin) this.#walkBetween(origin, until)
    else if (!left) this.#walk(list.type?._start ?? null, until)
    if (origin && !left) this.#cut(origin.client, origin.clock + 1)
    if (rightOrigin && !right) this.#cut(rightOrigin.client, rightOrigin.clock)

    this.#kept.beside.set(leftName, idName(id))
    const end = id.clock + struct.length
    this.#kept.beside.set(`${id.client} ${end - 1}`, rightName)
    this.#note({ client: id.client, clock: id.clock, end, place, list, until })
  }

  /** What it takes to make a struct begin at this clock. */
  #cut(client: number, clock: number): void {
    const structs = this.#doc.store.clients.get(client)
    const item = itemAt(this.#doc, { client, clock })
    if (!structs || !item || item.id.clock === clock) return
    const { content } = item
    const values = content instanceof Y.ContentAny || content instanceof Y.ContentJSON ? content.arr.length : 0
    // Each cut before has made one struct more.
    this.#steps += (structs.length + this.#cuts++) / movedPerStep + values / copiedPerStep
  }

  #note(placed: Placed): void {
    const { place, list, client } = placed
    place.structs++
    list.structs++
    if (place.behind) this.#kept.behind.set(place.behind, (this.#kept.behind.get(place.behind) ?? 0) + 1)
    const run = this.#kept.placed.get(client)
    if (run) run.push(placed)
    else this.#kept.placed.set(client, [placed])
  }

  #walkBetween(left: Y.ID, right: Y.ID | null): void {
    const item = itemAt(this.#doc, left)
    if (!item) return
    // Inside one struct two letters are neighbours, if the right one is the next.
    const isInside = item.id.clock + item.length - 1 > left.clock
    const isNext = right !== null && right.client === left.client && right.clock === left.clock + 1
    if (!isInside || !isNext) this.#walk(item.right, right)
  }

  /** Over structs of the text, and over those of the update that are written behind them. */
  #walk(from: Y.Item | null, until: Y.ID | null): void {
    const end = until && itemAt(this.#doc, until)
    let item = from
    for (; item && item !== end && this.#steps < stepLimit; item = item.right) {
      this.#steps += 1 + (this.#notes?.behind.get(item) ?? 0)
    }
    if (end && !item) this.#isCrossed = true
  }

  #length({ type, key }: List): number {
    let length = 0
    for (let item = key === null ? null : (type?._map.get(key) ?? null); item; item = item.left) {
      if (++length >= stepLimit) break
    }
    return length
  }

  #placedAt({ client, clock }: Y.ID): Placed | null {
    const run = this.#notes?.placed.get(client) ?? []
    let [from, to] = [0, run.length - 1]
    while (from <= to) {
      const middle = (from + to) >> 1
      const placed = run[middle]
      if (!placed) return null
      if (clock < placed.clock) to = middle - 1
      else if (clock >= placed.end) from = middle + 1
      else return placed
    }
    return null
  }

  #placeBehind(origin: Y.ID): Place {
    const name = idName(origin)
    const place = this.#kept.places.get(name) ?? { name, behind: itemAt(this.#doc, origin), structs: 0 }
    this.#kept.places.set(name, place)
    return place
  }

  #listOf(struct: Y.Item): List | null {
    const { origin, rightOrigin, parent, parentSub } = struct
    const root = rootNameOf(struct)
    if (root !== null) return this.#list(this.#doc.share.get(root) ?? `root ${root}`, parentSub)
    if (parent instanceof Y.ID) {
      const around = itemAt(this.#doc, parent)
      if (around) return around.content instanceof Y.ContentType ? this.#list(around.content.type, parentSub) : null
      const inside = this.#placedAt(parent)
      return inside && this.#list(idName(parent), parentSub, inside.list.depth + 1)
    }
    const neighbour = (origin && itemAt(this.#doc, origin)) ?? (rightOrigin && itemAt(this.#doc, rightOrigin))
    return neighbour?.parent instanceof Y.AbstractType ? this.#list(neighbour.parent, neighbour.parentSub) : null
  }

  #list(type: Type | string, key: string | null, depth = typeof type === 'string' ? 0 : depthOf(type)): List {
    const keys = this.#kept.lists.get(type) ?? new Map<string | null, List>()
    this.#kept.lists.set(type, keys)
    const known = keys.get(key)
    if (known) return known
    const start = { name: `start ${this.#kept.lists.size} ${keys.size}`, behind: null, structs: 0 }
    const list = { type: typeof type === 'string' ? null : type, key, start, depth, structs: 0 }
    keys.set(key, list)
    return list
  }
}

function depthOf(type: Type): number {
  let depth = 0
  for (let item = type._item; item; item = item.parent instanceof Y.AbstractType ? item.parent._item : null) depth++
  return depth
}

function idName(id: Y.ID | null): string {
  return id ? `${id.client} ${id.clock}` : ''
}

/** What stands behind a letter inside a struct of the update. */
function nextWithin({ end }: Placed, { client, clock }: Y.ID): string | undefined {
  return clock + 1 < end ? `${client} ${clock + 1}` : undefined
}

function itemAt(doc: Y.Doc, { client, clock }: { readonly client: number; readonly clock: number }): Y.Item | null {
  const structs = doc.store.clients.get(client)
  if (!structs || clock >= Y.getState(doc.store, client)) return null
  const struct = structs[Y.findIndexSS(structs, clock)]
  return struct instanceof Y.Item ? struct : null
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
