/**
 * Reads what somebody wrote out of the updates that carry it, without the text that they were written into.
 *
 * An update names each letter by its writer and clock, and its place by the letters beside it. Letters whose neighbours
 * are in the updates too are strung together in reading order; a string whose neighbours are not begins a *run*. Runs are
 * gathered by the block they stand in: a block that is new is in the updates itself, one that was there before can be
 * found in the document, if there is one that has it.
 */
import * as Y from 'yjs'
import { readNarrative } from '#shared/narrative'

export type Place =
  | { readonly kind: 'new' }
  /** A block that was there before; empty when it is. */
  | { readonly kind: 'within'; readonly begins: string }
  | { readonly kind: 'framework' }
  | { readonly kind: 'unknown' }

export interface WrittenBlock {
  readonly place: Place
  readonly text: string
}

interface Letter {
  readonly item: Y.Item
  /** Empty where it was taken away again. */
  readonly text: string
  next: Letter | null
  previous: Letter | null
}

interface Home {
  /** The same for what stands in one block. */
  readonly key: string
  readonly place: Place
}

const beginningLimit = 48

/**
 * @param updates of one person, in the order in which they were written
 * @param doc the text as it is, where it is known: tells what stood there before
 * @returns blocks in the order in which they were begun; none when text was only taken away
 */
export function writtenWords(updates: readonly Uint8Array[], doc: Y.Doc | null): readonly WrittenBlock[] {
  return wordsIn(updates, doc, () => true)
}

/** Of what was written, the blocks that do not stand in the text: others have removed what they were written into. */
export function missingWords(updates: readonly Uint8Array[], doc: Y.Doc): readonly WrittenBlock[] {
  const missing = wordsIn(updates, doc, id => itemIn(doc, id)?.deleted !== false)
  if (missing.length === 0) return []
  const { doc: shown } = readNarrative(doc.getXmlFragment('narrative'))
  // An editor that was open has carried them over to where their text is now.
  const present = shown.textBetween(0, shown.content.size, '\n')
  return missing.filter(({ text }) => !present.includes(text))
}

function wordsIn(
  updates: readonly Uint8Array[],
  doc: Y.Doc | null,
  counts: (id: Y.ID) => boolean,
): readonly WrittenBlock[] {
  if (updates.length === 0) return []
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([...updates]))
  const items = new Map<string, Y.Item>()
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    for (let offset = 0; offset < struct.length; offset++) {
      items.set(keyOf(Y.createID(struct.id.client, struct.id.clock + offset)), struct)
    }
  }
  const blocks = new Map<string, { readonly place: Place; readonly runs: string[] }>()
  for (const first of runsIn(new Set(items.values()), id => !Y.isDeleted(ds, id) && counts(id))) {
    const text = textFrom(first).trim()
    if (text === '') continue
    const { key, place } = homeOf(first.item, items, doc)
    const block = blocks.get(key) ?? { place, runs: [] }
    blocks.set(key, block)
    block.runs.push(text)
  }
  return [...blocks.values()].map(({ place, runs }) => ({
    place,
    // Within a text that stood there before, something stands between.
    text: runs.join(place.kind === 'new' ? ' ' : ' … '),
  }))
}

/** @returns the first letter of each run, in the order in which the runs were begun */
function runsIn(items: Iterable<Y.Item>, counts: (id: Y.ID) => boolean): readonly Letter[] {
  const letters = new Map<string, Letter>()
  const begun: Letter[] = []
  for (const item of items) {
    const right = item.rightOrigin === null ? null : (letters.get(keyOf(item.rightOrigin)) ?? null)
    const left = item.origin === null ? null : (letters.get(keyOf(item.origin)) ?? null)
    let previous = left ?? right?.previous ?? null
    const next = left === null ? right : left.next
    for (let offset = 0; offset < item.length; offset++) {
      const id = Y.createID(item.id.client, item.id.clock + offset)
      // A mark between letters writes nothing, and holds them together.
      const text = item.content instanceof Y.ContentString && counts(id) ? item.content.str.charAt(offset) : ''
      const letter: Letter = { item, text, next, previous }
      letters.set(keyOf(id), letter)
      if (previous !== null) previous.next = letter
      else if (next === null) begun.push(letter)
      previous = letter
    }
    if (next !== null) next.previous = previous
  }
  return begun.map(firstOf)
}

function firstOf(letter: Letter): Letter {
  let first = letter
  while (first.previous !== null) first = first.previous
  return first
}

function textFrom(first: Letter): string {
  let text = ''
  for (let letter: Letter | null = first; letter !== null; letter = letter.next) text += letter.text
  return text
}

/** Climbs from a letter to the block or the root in which it stands. */
function homeOf(item: Y.Item, items: ReadonlyMap<string, Y.Item>, doc: Y.Doc | null): Home {
  const lookUp = (id: Y.ID): Y.Item | null => items.get(keyOf(id)) ?? itemIn(doc, id)
  let inner: Y.Item = item
  for (;;) {
    const parent = parentOf(inner, lookUp)
    if (parent === null) return { key: 'unknown', place: { kind: 'unknown' } }
    if (parent === 'framework') return { key: keyOf(inner.id), place: { kind: 'framework' } }
    if (typeof parent === 'string') return { key: parent, place: { kind: 'unknown' } }
    const holder = lookUp(parent)
    if (holder === null) return { key: keyOf(parent), place: { kind: 'unknown' } }
    const type = holder.content instanceof Y.ContentType ? holder.content.type : null
    if (type instanceof Y.XmlElement) {
      const place: Place = items.has(keyOf(parent)) ? { kind: 'new' } : { kind: 'within', begins: beginningOf(type) }
      return { key: keyOf(parent), place }
    }
    inner = holder
  }
}

/** Only the first letter of a text says in what it stands; the others say beside which. @returns an id, or a root's name */
function parentOf(item: Y.Item, lookUp: (id: Y.ID) => Y.Item | null): Y.ID | string | null {
  const seen = new Set<Y.Item>()
  for (let at: Y.Item | null = item; at !== null && !seen.has(at);) {
    seen.add(at)
    const { parent } = at
    if (parent instanceof Y.AbstractType) return parent._item?.id ?? Y.findRootTypeKey(parent)
    if (parent !== null) return parent
    const beside: Y.ID | null = at.origin ?? at.rightOrigin
    at = beside === null ? null : lookUp(beside)
  }
  return null
}

function itemIn(doc: Y.Doc | null, id: Y.ID): Y.Item | null {
  if (doc === null || id.clock >= Y.getState(doc.store, id.client)) return null
  const struct: unknown = Y.getItem(doc.store, id)
  // What was deleted long ago is only a gap.
  return struct instanceof Y.Item ? struct : null
}

function beginningOf(block: Y.XmlElement): string {
  const text = block
    .toArray()
    .map(child => (child instanceof Y.XmlText ? child.toDelta().map(plain).join('') : ''))
    .join('')
  return text.length > beginningLimit ? `${text.slice(0, beginningLimit).trimEnd()}…` : text
}

function plain(part: { readonly insert: unknown }): string {
  return typeof part.insert === 'string' ? part.insert : ''
}

function keyOf({ client, clock }: Y.ID): string {
  return `${client} ${clock}`
}
