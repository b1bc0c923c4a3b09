/**
 * Two people moved the same text at once, and now it stands twice: each deleted the letters (once is enough) and each
 * wrote them anew. Exactly one of the two gives way; both know which.
 *
 * - Both split one paragraph: whoever split further back moved less, and what it moved ends the other's piece. It
 *   gives way: its copy stays as the last part, and is cut from the end of the other's.
 * - Both split at one place, both joined, both made a heading of it: the copies are equal, and the higher client id
 *   gives way, keeping what was written into its copy since.
 * - One split, the other began a new paragraph after the same one: that belongs behind the part that was split off.
 */
import { TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import { textOf } from './children.ts'
import { moveOf, type Arrival, type Traffic } from './moves.ts'
import { isUnaware, placeOf, type Place } from './place.ts'
import { sharedPlace, shownPosition } from './positions.ts'
import type { NarrativeBinding } from './binding.ts'

/** One's own moves, newest last. */
export interface OwnMove {
  readonly from: Y.XmlText
  readonly to: Y.XmlText
  readonly content: string
  /** Clock of the copy's first letter. */
  readonly clock: number
  readonly place: Place
}

/** More than anybody makes while an update is on its way; a bound on memory for those who are offline. */
const rememberedMoves = 200

/** Held by the binding; replaced as moves are made, followed and forgotten. */
export interface MoveMemory {
  moves: readonly OwnMove[]
}

export function rememberMoves(memory: MoveMemory, traffic: Traffic, own: number): void {
  const made = traffic.takings.flatMap(taking => {
    // of one's own moves nothing is left behind, whoever wrote it
    const move = moveOf({ ...taking, pieces: taking.pieces.filter(piece => piece.taken) }, traffic.arrivals, own)
    if (move === null || move.content === '' || move.to.id === null) return []
    const clock = move.to.id.clock + (move.index - move.to.index)
    const place = placeOf(move.to)
    return place === null ? [] : [{ from: taking.text, to: move.to.text, content: move.content, clock, place }]
  })
  const followed = memory.moves.map(move => {
    const next = made.find(({ from, content }) => from === move.to && content.endsWith(move.content))
    if (next === undefined) return move
    return { ...move, to: next.to, clock: next.clock + next.content.length - move.content.length }
  })
  memory.moves = [...followed, ...made].slice(-rememberedMoves)
}

/** Gives way where it is one's turn. */
export function resolveDoubles(
  binding: NarrativeBinding,
  view: EditorView,
  memory: MoveMemory,
  traffic: Traffic,
): void {
  for (const move of memory.moves) {
    if (move.to._item?.deleted === true) continue
    const before = takenBefore(move, traffic)
    const arrival = traffic.arrivals.find(
      ({ id, content }) =>
        id !== null &&
        content === before + move.content &&
        id.client !== binding.doc.clientID &&
        (before !== '' || binding.doc.clientID > id.client),
    )
    if (arrival === undefined || !isUnaware(placeOf(arrival), move.place)) continue
    // the copy now continues the other's text: should a third have split that, the same question comes again
    memory.moves = [...memory.moves.filter(other => other !== move), { ...move, from: arrival.text }]
    if (arrival.made && move.from._item?.deleted !== true && before !== '')
      followSplit(binding, view, memory, move, arrival, before.length)
    else dropCopy(binding, view, move, arrival)
  }
}

/**
 * An empty block that another put right behind a text, not knowing that its end had been split off, belongs behind
 * that end: the end is moved before it, since the other is writing in the block.
 */
export function orderNewBlocks(
  binding: NarrativeBinding,
  view: EditorView,
  memory: MoveMemory,
  { arrivals }: Traffic,
): void {
  // with letters in it, it is a part that was split off as well: a double
  const empty = arrivals.filter(({ made, content }) => made && content === '')
  for (const move of memory.moves)
    for (const arrival of empty) {
      if (move.from._item?.deleted === true || move.to._item?.deleted === true) continue
      const theirs = startOf(binding, arrival.text)
      const mine = startOf(binding, move.to)
      const source = startOf(binding, move.from)
      if (theirs === null || mine === null || source === null || !(source < theirs && theirs < mine)) continue
      if (isUnaware(placeOf(arrival), move.place)) relocate(binding, view, memory, move.to, arrival.text, 'before')
    }
}

/** What the other took from the same text in front of what was already gone. */
function takenBefore(move: OwnMove, traffic: Traffic): string {
  const taking = traffic.takings.find(({ text }) => text === move.from)
  return (taking?.pieces ?? [])
    .filter(piece => piece.taken)
    .map(piece => piece.content)
    .join('')
}

function startOf(binding: NarrativeBinding, type: Y.XmlText): number | null {
  return shownPosition(binding.fragment, { type, index: 0 }, binding.nodes)
}

/** T|abc + T|c  →  T, ab, c: the end of theirs goes, and ours stands behind theirs. */
function followSplit(
  binding: NarrativeBinding,
  view: EditorView,
  memory: MoveMemory,
  move: OwnMove,
  arrival: Arrival,
  keep: number,
): void {
  const theirs = startOf(binding, arrival.text)
  const mine = startOf(binding, move.to)
  if (theirs === null || mine === null) return
  const cut = theirs + indexOfLetter(arrival, keep)
  view.dispatch(view.state.tr.delete(cut, cut + move.content.length))
  if (mine < theirs) relocate(binding, view, memory, move.to, arrival.text, 'behind')
}

/** Puts one's own block on the other side of a neighbour. Taken out first and then put in, so that only it is made anew. */
function relocate(
  binding: NarrativeBinding,
  view: EditorView,
  memory: MoveMemory,
  text: Y.XmlText,
  neighbour: Y.XmlText,
  side: 'before' | 'behind',
): void {
  const mine = startOf(binding, text)
  const theirs = startOf(binding, neighbour)
  if (mine === null || theirs === null) return
  const $mine = view.state.doc.resolve(mine)
  const depth = $mine.sharedDepth(theirs) + 1
  if ($mine.depth < depth || view.state.doc.resolve(theirs).depth < depth) return
  const [from, to] = [$mine.before(depth), $mine.after(depth)]
  const { head } = view.state.selection
  const { content } = view.state.doc.slice(from, to)
  view.dispatch(view.state.tr.delete(from, to))

  const after = startOf(binding, neighbour)
  if (after === null) return
  const $neighbour = view.state.doc.resolve(after)
  const at = side === 'before' ? $neighbour.before(depth) : $neighbour.after(depth)
  const tr = view.state.tr.insert(at, content)
  if (head >= from && head <= to) tr.setSelection(TextSelection.near(tr.doc.resolve(at + head - from)))
  view.dispatch(tr)

  const { type } = sharedPlace(binding.fragment, at + mine - from, binding.nodes)
  if (!(type instanceof Y.XmlText)) return
  memory.moves = memory.moves.map(move => (move.to === text ? { ...move, to: type, clock: clockIn(type, move) } : move))
}

/** The clock of a copy's first letter in a text that was just written in one go. */
function clockIn(text: Y.XmlText, { content, clock }: OwnMove): number {
  const first = text._start?.id.clock
  const index = textOf(text).indexOf(content)
  return first === undefined || index < 0 ? clock : first + index
}

/** Where the n-th letter of an arrival stands now: others may have been carried in before it. */
function indexOfLetter({ text, id, index: start }: Arrival, n: number): number {
  let index = 0
  let passed = 0
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    if (item.id.client === id?.client && item.id.clock >= id.clock) {
      if (passed + item.length > n) return index + n - passed
      passed += item.length
    }
    index += item.length
  }
  return start + n
}

/** Ours goes; what was written into it since goes into theirs, at the same letter. */
function dropCopy(binding: NarrativeBinding, view: EditorView, move: OwnMove, arrival: Arrival): void {
  const { tr } = view.state
  const theirs = startOf(binding, arrival.text)
  const mine = startOf(binding, move.to)
  if (theirs === null || mine === null) return
  const own = binding.doc.clientID
  let copied = 0
  let index = 0
  let caret: { readonly at: number; readonly extra: number } | null = null
  let extraHere = 0
  const ranges: { readonly from: number; readonly to: number }[] = []
  const { head } = tr.selection
  for (let item = move.to._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const isCopy =
      item.id.client === own && item.id.clock >= move.clock && item.id.clock < move.clock + move.content.length
    const at = theirs + arrival.index + copied
    const [from, to] = [mine + index, mine + index + item.length]
    if (head >= from && head <= to)
      caret = isCopy ? { at: at + head - from, extra: 0 } : { at, extra: extraHere + head - from }
    if (isCopy) {
      copied += item.length
      extraHere = 0
      ranges.push({ from, to })
    } else if (move.to !== arrival.text && copied > 0 && arrival.made) {
      tr.insert(tr.mapping.map(at, 1), tr.doc.slice(tr.mapping.map(from, 1), tr.mapping.map(to, -1)).content)
      extraHere += item.length
      ranges.push({ from, to })
    }
    index += item.length
  }
  const isAll = textOf(move.to).length === ranges.reduce((sum, { from, to }) => sum + to - from, 0)
  // in two steps: in one, the other's block could look like what became of ours, and be the one that goes
  if (tr.docChanged) view.dispatch(tr)
  const removal = view.state.tr
  const mapped = (position: number, side: 1 | -1): number => removal.mapping.map(tr.mapping.map(position, side), side)
  for (const { from, to } of ranges) removal.delete(mapped(from, 1), mapped(to, -1))
  if (move.to !== arrival.text && isAll) deleteEmptied(removal, mapped(mine, -1))
  if (caret !== null) {
    const at = Math.min(mapped(caret.at, -1) + caret.extra, removal.doc.content.size)
    removal.setSelection(TextSelection.near(removal.doc.resolve(at)))
  }
  view.dispatch(removal)
}

/** The block whose text is gone, and what held only it. */
function deleteEmptied(tr: Transaction, position: number): void {
  const $at = tr.doc.resolve(position)
  if ($at.parent.content.size > 0 || !$at.parent.isTextblock) return
  let depth = $at.depth
  while (depth > 1 && $at.node(depth - 1).childCount === 1) depth--
  if (depth === 1 && tr.doc.childCount === 1) return
  tr.delete($at.before(depth), $at.after(depth))
}
