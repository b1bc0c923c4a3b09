/**
 * Nobody's letters stay behind when another person moves the text around them.
 *
 * Ana splits a paragraph while Bo types in its second half. On Bo's screen the half arrives in a new paragraph,
 * without the letters that were not yet with Ana: those are left in the old one, or deleted with it. Bo's editor then
 * carries them over to where they belong in the moved text, with the caret. Each editor carries only its own letters,
 * so no two carry the same.
 *
 * When text is deleted and appears nowhere, letters that its owner typed in the last moments come back in a
 * paragraph: whoever deleted cannot have read them.
 */
import { TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import { narrativeSchema } from '#shared/narrative'
import type { OwnMove } from './double-moves.ts'
import { moveOf, type Move, type Piece, type Taking, type Traffic } from './moves.ts'
import { placeOf } from './place.ts'
import { shownPosition, type Anchor } from './positions.ts'
import type { NarrativeBinding, SelectionAnchors } from './binding.ts'

/**
 * @param anchors the selection before the others' change
 * @param caretNow where it stands since, for letters that come back
 */
export function carryOver(
  binding: NarrativeBinding,
  view: EditorView,
  { takings, arrivals }: Traffic,
  moves: readonly OwnMove[],
  anchors: SelectionAnchors | null,
  caretNow: number,
): void {
  const own = binding.doc.clientID
  // an empty paragraph made anew took the place of one that the other knew: not of one that is new here
  const known = [...takings].sort((one, other) => age(one, own) - age(other, own))
  let open = arrivals
  for (const taking of known) {
    const ends = moves.filter(({ from }) => from === taking.text).map(({ content }) => content)
    const move = moveOf(taking, open, own, ends)
    const tr = view.state.tr
    if (move !== null) {
      carry(binding, tr, move, anchors)
      if (move.content === '') open = open.filter(arrival => arrival !== move.to)
    } else if (taking.gone) rescue(binding, tr, taking, caretNow)
    if (tr.docChanged || tr.selectionSet) view.dispatch(tr)
  }
}

function age({ text }: Taking, own: number): number {
  const id = text._item?.id
  return id?.client === own ? id.clock : -1
}

function carry(binding: NarrativeBinding, tr: Transaction, move: Move, anchors: SelectionAnchors | null): void {
  const { from, to, left } = move
  const place = (type: Y.XmlText, index: number): number | null =>
    shownPosition(binding.fragment, { type, index }, binding.nodes)
  const isTaken = (piece: Piece): boolean => piece.taken && !left.has(piece)
  const first = from.pieces.findIndex(isTaken)
  const last = isSplit(move) ? from.pieces.length : from.pieces.findLastIndex(isTaken)
  let fromIndex = 0
  let toIndex = move.index
  let carriedHere = 0
  let caret: { readonly at: number; readonly carried: number } | null = null

  for (const [at, piece] of from.pieces.entries()) {
    const target = place(to.text, toIndex)
    const inside = offsetIn(piece, anchors?.head ?? null)
    if (isTaken(piece)) {
      if (inside !== null && target !== null) caret = { at: target + inside, carried: 0 }
      toIndex += piece.content.length
      carriedHere = 0
    } else if (
      piece.id.client === binding.doc.clientID &&
      target !== null &&
      (from.gone || (at > first && at < last))
    ) {
      carryPiece(tr, target, piece, from.gone ? null : place(from.text, fromIndex))
      if (inside !== null) caret = { at: target, carried: carriedHere + inside }
      carriedHere += piece.content.length
    }
    if (!piece.taken) fromIndex += piece.content.length
  }
  if (caret !== null) {
    const at = Math.min(tr.mapping.map(caret.at, -1) + caret.carried, tr.doc.content.size)
    tr.setSelection(TextSelection.near(tr.doc.resolve(at)))
  }
}

/** @param source where the letters still stand, with their marks; null when they were deleted with their text */
function carryPiece(tr: Transaction, target: number, piece: Piece, source: number | null): void {
  const at = tr.mapping.map(target, 1)
  if (source === null) {
    tr.insert(at, narrativeSchema.text(piece.content, tr.doc.resolve(at).marks()))
    return
  }
  const from = tr.mapping.map(source, 1)
  const { content } = tr.doc.slice(from, from + piece.content.length)
  const before = tr.steps.length
  tr.insert(at, content)
  const moved = tr.mapping.slice(before)
  tr.delete(moved.map(from, 1), moved.map(from, 1) + piece.content.length)
}

/** How far behind the piece's start the anchor stands, when it clings to one of the piece's letters. */
function offsetIn(piece: Piece, anchor: Anchor | null): number | null {
  const item = anchor?.left.item ?? null
  if (item === null || item.client !== piece.id.client) return null
  const offset = item.clock - piece.id.clock
  return offset >= 0 && offset < piece.content.length ? offset + 1 : null
}

/** Whether the moved text was put right behind the old one: then all that stood behind goes with it. */
function isSplit({ from, to, wasEnd }: Move): boolean {
  if (wasEnd) return true
  const left = from.gone || !to.made ? null : (placeOf(to)?.left ?? null)
  for (let type: unknown = from.text; left !== null && type instanceof Y.AbstractType; type = type.parent)
    if (type._item !== null && Y.compareIDs(type._item.id, left)) return true
  return false
}

function rescue(binding: NarrativeBinding, tr: Transaction, taking: Taking, caretNow: number): void {
  const fresh = taking.pieces
    .filter(piece => piece.id.client === binding.doc.clientID)
    .map(piece => piece.content.slice(Math.max(0, binding.freshFrom() - piece.id.clock)))
    .join('')
  if (fresh === '') return
  const $at = tr.doc.resolve(Math.min(caretNow, tr.doc.content.size))
  const position = $at.depth === 0 ? $at.pos : $at.after(1)
  tr.insert(position, narrativeSchema.nodes.paragraph.create(null, narrativeSchema.text(fresh)))
  tr.setSelection(TextSelection.near(tr.doc.resolve(position + 1 + fresh.length)))
}
