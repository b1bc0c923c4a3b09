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
import { shownPosition } from './positions.ts'
import type { NarrativeBinding } from './sync-plugin.ts'

/** One's own moves, newest last. */
export interface OwnMove {
  readonly from: Y.XmlText
  readonly to: Y.XmlText
  readonly content: string
  /** Clock of the copy's first letter. */
  readonly clock: number
}

/** More than anybody makes while an update is on its way; a bound on memory for those who are offline. */
const rememberedMoves = 200

export function rememberMoves(moves: readonly OwnMove[], traffic: Traffic, own: number): readonly OwnMove[] {
  const made = traffic.takings.flatMap(taking => {
    // of one's own moves nothing is left behind, whoever wrote it
    const move = moveOf({ ...taking, pieces: taking.pieces.filter(piece => piece.taken) }, traffic.arrivals, own)
    if (move === null || move.content === '' || move.to.id === null) return []
    const clock = move.to.id.clock + (move.index - move.to.index)
    return [{ from: taking.text, to: move.to.text, content: move.content, clock }]
  })
  const followed = moves.map(move => {
    const next = made.find(({ from, content }) => from === move.to && content.endsWith(move.content))
    if (next === undefined) return move
    return { ...move, to: next.to, clock: next.clock + next.content.length - move.content.length }
  })
  return [...followed, ...made].slice(-rememberedMoves)
}

/** Gives way where it is one's turn. @returns the moves that are still to be remembered */
export function resolveDoubles(
  binding: NarrativeBinding,
  view: EditorView,
  moves: readonly OwnMove[],
  traffic: Traffic,
): readonly OwnMove[] {
  let kept = moves
  for (const move of moves) {
    if (move.to._item?.deleted === true) continue
    for (const arrival of traffic.arrivals) {
      if (arrival.id === null || arrival.id.client === binding.doc.clientID) continue
      const before = takenBefore(move, traffic)
      if (arrival.content !== before + move.content) continue
      if (before === '' && binding.doc.clientID < arrival.id.client) continue
      if (!areNear(binding, view, move, arrival)) continue
      const tr = view.state.tr
      if (arrival.made && move.from._item?.deleted !== true && before !== '')
        followSplit(binding, tr, move, arrival, before.length)
      else dropCopy(binding, tr, move, arrival)
      if (tr.docChanged) view.dispatch(tr)
      // the copy now continues the other's text: should a third have split that, the same question comes again
      kept = [...kept.filter(other => other !== move), { ...move, from: arrival.text }]
      break
    }
  }
  return kept
}

/** What the other took from the same text in front of what was already gone. */
function takenBefore(move: OwnMove, traffic: Traffic): string {
  const taking = traffic.takings.find(({ text }) => text === move.from)
  return (taking?.pieces ?? [])
    .filter(piece => piece.taken)
    .map(piece => piece.content)
    .join('')
}

/** Copies of one text stand close together; equal words far off are only equal words. */
const nearLimit = 400

function areNear(binding: NarrativeBinding, view: EditorView, move: OwnMove, arrival: Arrival): boolean {
  const between = textBetween(binding, view, move, arrival)
  return between !== null && between.length <= (move.content.length < 3 ? 0 : nearLimit)
}

function textBetween(binding: NarrativeBinding, view: EditorView, move: OwnMove, arrival: Arrival): string | null {
  const mine = startOf(binding, move.to)
  const theirs = startOf(binding, arrival.text)
  if (mine === null || theirs === null) return null
  return mine <= theirs
    ? view.state.doc.textBetween(Math.min(mine + move.to.length, theirs), theirs)
    : view.state.doc.textBetween(Math.min(theirs + arrival.text.length, mine), mine)
}

function startOf(binding: NarrativeBinding, type: Y.XmlText): number | null {
  return shownPosition(binding.fragment, { type, index: 0 }, binding.nodes)
}

/** Blocks that others put right behind a text, not knowing that its end had been split off, go behind that end. */
export function orderNewBlocks(
  binding: NarrativeBinding,
  view: EditorView,
  moves: readonly OwnMove[],
  { arrivals }: Traffic,
): void {
  for (const move of moves.filter(({ from, to }) => from._item?.deleted !== true && to._item?.deleted !== true))
    for (const arrival of arrivals) {
      const { text, made } = arrival
      // a double: put right where it stands
      if (arrival.content.endsWith(move.content)) continue
      const mine = startOf(binding, move.to)
      const theirs = startOf(binding, text)
      const source = startOf(binding, move.from)
      if (!made || mine === null || theirs === null || source === null || !(source < theirs && theirs < mine)) continue
      const tr = view.state.tr
      const $theirs = tr.doc.resolve(theirs)
      const depth = $theirs.sharedDepth(mine) + 1
      const [block, copy] = [blockOf(text, binding), blockOf(move.to, binding)]
      if (block === null || copy === null || $theirs.depth < depth || knew(block, copy)) continue
      const [from, to] = [$theirs.before(depth), $theirs.after(depth)]
      const behind = tr.doc.resolve(mine).after(depth)
      tr.insert(behind, tr.doc.slice(from, to).content).delete(from, to)
      view.dispatch(tr)
    }
}

/** Whether the block was put before the copy on purpose: its maker had it to the right. */
function knew(block: Y.XmlElement, copy: Y.XmlElement): boolean {
  const right = block._item?.rightOrigin ?? null
  const id = copy._item?.id
  return right !== null && id !== undefined && Y.compareIDs(right, id)
}

/** The element at the level where it and its neighbours are told apart: a paragraph, or a list's item. */
function blockOf(text: Y.XmlText, binding: NarrativeBinding): Y.XmlElement | null {
  const block = text.parent
  if (!(block instanceof Y.XmlElement)) return null
  const outer = block.parent
  const isOnly =
    outer instanceof Y.XmlElement && outer.length === 1 && binding.nodes.get(outer)?.type.name === 'list_item'
  return isOnly ? outer : block
}

/** T|abc + T|c  →  T, ab, c: the end of theirs goes, and ours stands behind theirs. */
function followSplit(binding: NarrativeBinding, tr: Transaction, move: OwnMove, arrival: Arrival, keep: number): void {
  const theirs = startOf(binding, arrival.text)
  const mine = startOf(binding, move.to)
  if (theirs === null || mine === null) return
  const { head } = tr.selection
  const cut = theirs + arrival.index + keep
  tr.delete(cut, cut + move.content.length)
  if (mine > theirs) return
  const $mine = tr.doc.resolve(mine)
  const $theirs = tr.doc.resolve(tr.mapping.map(theirs))
  const depth = $mine.sharedDepth($theirs.pos) + 1
  if ($mine.depth < depth || $theirs.depth < depth) return
  const [from, to] = [$mine.before(depth), $mine.after(depth)]
  const behind = $theirs.after(depth)
  tr.insert(behind, tr.doc.slice(from, to).content).delete(from, to)
  const shift = behind - to
  if (head >= from && head <= to) tr.setSelection(TextSelection.near(tr.doc.resolve(head + shift)))
}

/** Ours goes; what was written into it since goes into theirs, at the same letter. */
function dropCopy(binding: NarrativeBinding, tr: Transaction, move: OwnMove, arrival: Arrival): void {
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
  for (const { from, to } of ranges) tr.delete(tr.mapping.map(from, 1), tr.mapping.map(to, -1))
  if (move.to !== arrival.text && textOf(move.to).length === ranges.reduce((sum, { from, to }) => sum + to - from, 0))
    deleteEmptied(tr, tr.mapping.map(mine, -1))
  if (caret !== null) {
    const at = Math.min(tr.mapping.map(caret.at, -1) + caret.extra, tr.doc.content.size)
    tr.setSelection(TextSelection.near(tr.doc.resolve(at)))
  }
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
