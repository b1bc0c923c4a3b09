/**
 * What a text will be when everything taken so far is stored, tried out on a second document.
 *
 * Storing comes before showing, so whatever is stored will be applied, now and at every later opening. Yjs trusts its
 * clients: some updates that are well formed and fit make it throw half-way (a neighbour in another parent, a list where
 * a map is), and a text nested some ten thousand deep, which one frame can make, overflows the stack as soon as somebody
 * removes it. Such a text could never be opened again. So each update is applied here before it is stored.
 */
import * as Y from 'yjs'
import { tryUpdate, type TextUpdate } from './text-update.ts'

/** Deeper than any text people write; the narrative's own bound is lower still. */
const nestingLimit = 100

/** Lives as long as its room. Takes nothing of memory until somebody writes. */
export class Rehearsal {
  readonly #committed: () => Uint8Array
  #doc: Y.Doc | null = null
  /** Taken, and not known to be stored. */
  #ahead: TextUpdate[] = []

  /** @param committed the whole committed state as one update */
  constructor(committed: () => Uint8Array) {
    this.#committed = committed
  }

  /** The clock that comes next for a client. */
  reach(client: number): number {
    return Y.getState(this.#open().store, client)
  }

  /** @returns false, as if nothing had been tried, for an update that cannot be applied or nests too deep */
  take(update: TextUpdate): boolean {
    if (!applies(this.#open(), update)) {
      this.#begin()
      return false
    }
    this.#ahead.push(update)
    return true
  }

  /** All that was taken is part of the committed state now. */
  stored(): void {
    this.#ahead = []
  }

  /** Nothing that was taken has been stored. */
  notStored(): void {
    this.#ahead = []
    this.close()
  }

  close(): void {
    this.#doc?.destroy()
    this.#doc = null
  }

  #open(): Y.Doc {
    return this.#doc ?? this.#begin()
  }

  #begin(): Y.Doc {
    this.close()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, this.#committed())
    for (const { bytes } of this.#ahead) Y.applyUpdate(doc, bytes)
    this.#doc = doc
    return doc
  }
}

function applies(doc: Y.Doc, update: TextUpdate): boolean {
  if (!tryUpdate(doc, update.bytes)) return false
  const { pendingStructs, pendingDs } = doc.store
  return pendingStructs === null && pendingDs === null && !nestsTooDeep(doc, update)
}

/** How deep what was added lies: lists in cells in tables. */
function nestsTooDeep(doc: Y.Doc, update: TextUpdate): boolean {
  for (const [client, run] of update.runs) {
    const structs = doc.store.clients.get(client) ?? []
    for (const { id, content } of run.filter(struct => struct instanceof Y.Item)) {
      if (!(content instanceof Y.ContentType)) continue
      let depth = 0
      for (let item = itemAt(structs, id.clock); item; item = itemAround(item)) depth++
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
