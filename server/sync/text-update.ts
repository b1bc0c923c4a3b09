/**
 * What a Yjs update would do, known before it is done.
 *
 * An update is a set of runs, one per client: structs with consecutive clocks, each building on earlier ones (its
 * origins and its parent), and a set of deleted ranges. Yjs takes an update whose ground is missing and keeps it
 * waiting inside the document; enough of these stop it for many seconds, and a snapshot would carry them for ever. So an
 * update is looked at first: only one that fits completely on what is stored is ever applied.
 */
import type { Decoder } from 'lib0/decoding'
import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC | Y.Skip
type Decoded = ReturnType<typeof Y.decodeUpdate>

export interface TextUpdate {
  readonly bytes: Uint8Array
  /** Consecutive structs by client. */
  readonly runs: ReadonlyMap<number, readonly Struct[]>
  readonly deletions: Decoded['ds']
}

/** How far the text of each client reaches: the clock that comes next. */
export type Reach = (client: number) => number

/** Longer than any text; keeps clocks exact integers through every addition. */
const clockLimit = 2 ** 32

/** Structs and deleted ranges that one update may hold: a hundred pasted pages have a tenth of it. */
const partLimit = 200_000

/** Clients of one update: its writer's own, and those of pages that the same person wrote on before without a network. */
const runLimit = 256

/** How deep a value may lie in another: an attribute, a cursor, an entry of a map. */
const valueDepthLimit = 100

/** Notes what Yjs's own reader does not report: where it stopped, whose runs it read; and stops it at the bounds. */
class NotingDecoder extends Y.UpdateDecoderV1 {
  static last: NotingDecoder | null = null
  readonly clients: number[] = []

  constructor(decoder: Decoder) {
    super(decoder)
    NotingDecoder.last = this
  }

  override readClient(): number {
    const client = super.readClient()
    this.clients.push(client)
    return client
  }
}

/** Stops at the bounds. */
class BoundedDecoder extends NotingDecoder {
  #parts = 0

  override readClient(): number {
    const client = super.readClient()
    if (this.clients.length > runLimit) throw new Error('too many clients')
    return client
  }

  override readInfo(): number {
    this.#count()
    return super.readInfo()
  }

  override readDsClock(): number {
    this.#count()
    return super.readDsClock()
  }

  #count(): void {
    if (++this.#parts > partLimit) throw new Error('too many parts')
  }
}

/** @returns null for anything that is not exactly one well-formed update within the bounds, version 1 encoding */
export function readTextUpdate(bytes: Uint8Array): TextUpdate | null {
  return readWith(BoundedDecoder, bytes)
}

/** The same for an entry of the log, which may hold what very many wrote in one moment. */
export function readStoredUpdate(bytes: Uint8Array): TextUpdate | null {
  return readWith(NotingDecoder, bytes)
}

function readWith(Decoder: typeof NotingDecoder, bytes: Uint8Array): TextUpdate | null {
  try {
    const { structs, ds } = Y.decodeUpdateV2(bytes, Decoder)
    const decoder = NotingDecoder.last
    if (!decoder || decoder.restDecoder.pos !== bytes.length) return null
    // Yjs would keep only the last of two runs of one client.
    if (new Set(decoder.clients).size !== decoder.clients.length) return null
    const runs = new Map<number, Struct[]>()
    for (const struct of structs) {
      if (struct.length < 1 || endOf(struct) > clockLimit) return null
      if (struct instanceof Y.Item && !arePlain(valuesOf(struct.content))) return null
      const run = runs.get(struct.id.client)
      if (run) run.push(struct)
      else runs.set(struct.id.client, [struct])
    }
    for (const ranges of ds.clients.values()) {
      if (ranges.some(range => range.len < 1)) return null
    }
    return { bytes, runs, deletions: ds }
  } catch {
    return null
  } finally {
    NotingDecoder.last = null
  }
}

function valuesOf(content: Y.Item['content']): readonly unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentEmbed) return [content.embed]
  if (content instanceof Y.ContentFormat) return [content.value]
  return content instanceof Y.ContentDoc ? [content.opts] : []
}

/**
 * Whether values can be written again as they were read, by every program: not so deep that it overflows a stack, and
 * without the one key that changes what an object is. Without recursion, for the same reason.
 */
function arePlain(values: readonly unknown[]): boolean {
  let level = values
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > valueDepthLimit) return false
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null || value instanceof Uint8Array) continue
      const isList = Array.isArray(value)
      if (!isList && (Object.getPrototypeOf(value) !== Object.prototype || Object.hasOwn(value, '__proto__')))
        return false
      for (const inner of isList ? value : Object.values(value)) next.push(inner)
    }
    level = next
  }
  return true
}

/** Whether it is one struct, as a typed letter is, or deletes only. */
export function isOneStruct({ runs }: TextUpdate): boolean {
  if (runs.size > 1) return false
  for (const run of runs.values()) if (run.length > 1) return false
  return true
}

/** The name of the root that an item just read belongs to; in a document the parent is the root itself. */
export function rootNameOf({ parent }: { readonly parent: unknown }): string | null {
  return typeof parent === 'string' ? parent : null
}

/** Whether it says nothing at all: the answer of somebody who has nothing to add. */
export function isEmpty({ runs, deletions }: TextUpdate): boolean {
  return runs.size === 0 && deletions.clients.size === 0
}

function endOf(struct: Struct): number {
  return struct.id.clock + struct.length
}

export function lastOf(run: readonly Struct[]): number {
  const last = run.at(-1)
  return last ? endOf(last) : 0
}

/** The clients whose text it makes longer; of others it repeats what is there. */
export function addsTo({ store }: Y.Doc, { runs }: TextUpdate): readonly number[] {
  return [...runs].filter(([client, run]) => lastOf(run) > Y.getState(store, client)).map(([client]) => client)
}

/**
 * Whether the update can be taken whole.
 *
 * @param reach what is stored, or will be by the time this update is
 * @param take told of each struct that is new, in the order in which Yjs will take them
 * @returns the client whose text is missing when it builds on some that is neither there nor in the update; `circle` when
 *   its parts build on each other, which no editor produces
 */
export function fit(
  update: TextUpdate,
  reach: Reach,
  take: (struct: Y.Item | Y.GC) => void = () => undefined,
): 'fits' | { readonly missing: number } | 'circle' {
  const taken = new Map<number, number>()
  const next = new Map<number, number>()
  const reached = (client: number): number => Math.max(taken.get(client) ?? 0, reach(client))

  for (const [client, run] of [...update.runs].toSorted(([a], [b]) => b - a)) {
    // Runs that are needed further, each by the one below it. Not recursion: a hostile chain may be very long.
    const needs = new Map([[client, lastOf(run)]])
    const order = [client]
    for (let current = order.at(-1); current !== undefined; current = order.at(-1)) {
      if (reached(current) >= (needs.get(current) ?? 0)) {
        order.pop()
        needs.delete(current)
        continue
      }
      const index = next.get(current) ?? 0
      const struct = update.runs.get(current)?.[index]
      if (!struct || struct.id.clock > reached(current)) return { missing: current }
      if (endOf(struct) > reached(current)) {
        const missing = missingGround(struct, reached)
        if (missing === 'gap') return { missing: current }
        if (missing === 'circle') return missing
        if (missing) {
          if (needs.has(missing.client)) return 'circle'
          needs.set(missing.client, missing.clock + 1)
          order.push(missing.client)
          continue
        }
        taken.set(current, endOf(struct))
        if (!(struct instanceof Y.Skip)) take(struct)
      }
      next.set(current, index + 1)
    }
  }
  for (const [client, ranges] of update.deletions.clients) {
    if (ranges.some(range => range.clock + range.len > reached(client))) return { missing: client }
  }
  return 'fits'
}

function missingGround(struct: Struct, reached: Reach): Y.ID | 'gap' | 'circle' | null {
  if (struct instanceof Y.Skip) return 'gap'
  for (const ground of groundOf(struct)) {
    if (ground.client === struct.id.client) {
      // Earlier structs of its own run are there: a run is taken in order.
      if (ground.clock >= struct.id.clock) return 'circle'
    } else if (ground.clock >= reached(ground.client)) {
      return ground
    }
  }
  return null
}

function groundOf(struct: Y.Item | Y.GC): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const ground: Y.ID[] = []
  if (struct.origin) ground.push(struct.origin)
  if (struct.rightOrigin) ground.push(struct.rightOrigin)
  if (struct.parent instanceof Y.ID) ground.push(struct.parent)
  return ground
}

/**
 * Whether the document already holds all of it. Every join brings such updates: a provider answers the server's question
 * even when it has nothing to add.
 *
 * @param tidying true to overlook deletions of formatting marks: Yjs makes them by itself, also in the editor of somebody
 *   who only reads, when concurrent changes left marks without effect
 */
export function holds(doc: Y.Doc, update: TextUpdate, tidying: boolean): boolean {
  for (const [client, run] of update.runs) {
    if (lastOf(run) > Y.getState(doc.store, client)) return false
  }
  for (const [client, ranges] of update.deletions.clients) {
    const structs = doc.store.clients.get(client)
    for (const { clock, len } of ranges) {
      if (!structs || clock + len > Y.getState(doc.store, client)) return false
      let at = clock
      for (let index = Y.findIndexSS(structs, clock); at < clock + len; index++) {
        const struct = structs[index]
        if (!struct) return false
        const overlooked = tidying && struct instanceof Y.Item && struct.content instanceof Y.ContentFormat
        if (!struct.deleted && !overlooked) return false
        at = struct.id.clock + struct.length
      }
    }
  }
  return true
}

/**
 * Keeps Yjs from tidying after this transaction: where marks without effect came together it would delete them in a
 * second one, which tells of itself as a second update, and which nobody wrote. It does so for text from outside only.
 */
export function tidyNothing(transaction: Y.Transaction): void {
  transaction.local = true
}

/** All in one transaction, and nothing else with them. */
export function applyUpdates(doc: Y.Doc, updates: Iterable<Uint8Array>): void {
  doc.transact(transaction => {
    for (const update of updates) Y.applyUpdate(doc, update)
    tidyNothing(transaction)
  })
}

/** @returns false when Yjs threw half-way: the document is of no further use */
export function tryUpdate(doc: Y.Doc, bytes: Uint8Array): boolean {
  try {
    applyUpdates(doc, [bytes])
    return true
  } catch {
    return false
  }
}
