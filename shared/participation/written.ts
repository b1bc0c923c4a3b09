/** Reading from the log of a live text which of its letters came with which client number, and when. [A5] */
import * as Y from 'yjs'
import type { Instant } from '#shared/core'
import { elementText, readFramework } from '#shared/plan/framework'
import type { Run } from './authorship.ts'

/** What of a log is asked for here, in its order. */
export interface LogEntry {
  readonly at: Instant
  /** A Yjs update, version 1 encoding. */
  readonly bytes: Uint8Array
}

export interface ClientAt {
  readonly client: number
  readonly at: Instant
}

export interface Written {
  /** Letters in the order of `frozenLetters`. */
  readonly text: string
  readonly runs: readonly Run<ClientAt>[]
}

/** A text is frozen as it was read a moment before: so many entries may have come in between. */
const entriesBetween = 8

/**
 * The letters that a log makes, each with the number and the moment it came with.
 *
 * @param frozen the letters that it should make; what came in at the very end is left out until it does
 * @returns null where the log cannot be applied, or never makes these letters
 */
export function readWritten(entries: readonly LogEntry[], frozen: string | null): Written | null {
  const doc = new Y.Doc()
  try {
    const cut = frozen === null ? entries.length : Math.max(0, entries.length - entriesBetween)
    doc.transact(() => {
      for (const { bytes } of entries.slice(0, cut)) Y.applyUpdate(doc, bytes)
    })
    const arrivals = arrivalsOf(entries)
    let found = accept(lettersIn(doc, arrivals), frozen)
    for (const { bytes } of entries.slice(cut)) {
      Y.applyUpdate(doc, bytes)
      found = accept(lettersIn(doc, arrivals), frozen) ?? found
    }
    return doc.store.pendingStructs === null && doc.store.pendingDs === null ? found : null
  } catch {
    return null
  } finally {
    doc.destroy()
  }
}

function accept(written: Written, frozen: string | null): Written | null {
  return frozen === null || sound(written.text) === sound(frozen) ? written : null
}

/** Half a pair of surrogates is no letter: a frozen text has a sign of the same length in its place. */
function sound(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** Since which clock a client's letters came in at which moment; clocks of one client come in order. */
type Arrivals = ReadonlyMap<number, readonly { readonly clock: number; readonly at: Instant }[]>

function arrivalsOf(entries: readonly LogEntry[]): Arrivals {
  const arrivals = new Map<number, { clock: number; at: Instant }[]>()
  for (const { at, bytes } of entries) {
    for (const { id } of Y.decodeUpdate(bytes).structs) {
      const known = arrivals.get(id.client) ?? []
      const last = known.at(-1)
      // Of the same letters sent twice the first time counts.
      if (last === undefined || (id.clock > last.clock && at !== last.at)) known.push({ clock: id.clock, at })
      arrivals.set(id.client, known)
    }
  }
  return arrivals
}

function lettersIn(doc: Y.Doc, arrivals: Arrivals): Written {
  const texts = [...textsUnder(doc.getXmlFragment('narrative')), ...frameworkTexts(doc)]
  const parts: string[] = []
  const runs: Run<ClientAt>[] = []
  for (const text of texts) {
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      parts.push(item.content.str)
      runs.push(...runsOf(item.id, item.content.str.length, arrivals))
    }
  }
  return { text: parts.join(''), runs }
}

/** Yjs joins what one client wrote side by side: it may have come in at several moments. */
function runsOf({ client, clock }: Y.ID, length: number, arrivals: Arrivals): readonly Run<ClientAt>[] {
  const known = arrivals.get(client) ?? []
  const first = Math.max(
    0,
    known.findLastIndex(arrival => arrival.clock <= clock),
  )
  const runs: Run<ClientAt>[] = []
  for (const [index, { at }] of known.slice(first).entries()) {
    const start = index === 0 ? clock : (known[first + index]?.clock ?? clock)
    const end = Math.min(clock + length, known[first + index + 1]?.clock ?? Infinity)
    if (start >= clock + length) break
    if (end > start) runs.push({ author: { client, at }, length: end - start })
  }
  return runs
}

function textsUnder(parent: Y.XmlFragment): readonly Y.XmlText[] {
  return parent.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsUnder(child) : []
  })
}

function frameworkTexts(doc: Y.Doc): readonly Y.Text[] {
  const elements = readFramework(doc).goals.flatMap(goal => [
    goal,
    ...goal.indicators,
    ...goal.objectives.flatMap(objective => [objective, ...objective.indicators]),
  ])
  return elements.flatMap(({ id }) => elementText(doc, id) ?? [])
}
