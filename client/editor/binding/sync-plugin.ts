/**
 * The binding between the shared tree and ProseMirror.
 *
 *   local:   transaction → view.update → writeNarrative, in one Yjs transaction with the binding as its origin
 *   remote:  Yjs transaction → readNarrative → one small replacement, selection anchored to letters
 *
 * Invariants: `binding.shown` is what the shared tree says; `binding.nodes` maps its elements to the very nodes of the
 * editor's document, so unchanged parts are recognised by identity. Reading writes nothing, whatever it finds.
 *
 * Why not y-prosemirror's own plugin: its rendering repairs (deletes, moves) the shared tree, which a reader may not,
 * and loses text that others add to what it repairs; it places changes by comparing strings from the left; it replaces
 * the whole document on each remote change. The tree it writes is the same, and both can edit one document.
 */
import type { Node } from 'prosemirror-model'
import { NodeSelection, Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { readNarrative, type NodeByElement } from '#shared/narrative'
import type { NarrativeBinding, SelectionAnchors } from './binding.ts'
import { shownElements, sharedInline } from './children.ts'
import { readPendingSelection } from './pending-selection.ts'
import { anchorAt, positionOf, type Anchor } from './positions.ts'
import { replaceAll, replaceDifference } from './replace.ts'
import { carryOver } from './carry-over.ts'
import { orderNewBlocks, rememberMoves, resolveDoubles, type MoveMemory } from './double-moves.ts'
import { trafficOf } from './moves.ts'
import { writeNarrative, type Caret } from './write.ts'

/** Long enough for a letter to have reached everybody and been seen, in milliseconds. */
const freshMs = 5_000

export const syncPluginKey = new PluginKey<NarrativeBinding>('narrative-sync')

/** Marks transactions that show what others (or undo) did. */
export function isFromShared(tr: Transaction): boolean {
  return tr.getMeta(syncPluginKey) === true
}

export function anchorsOf(binding: NarrativeBinding, state: EditorState): SelectionAnchors {
  const { anchor, head } = state.selection
  return {
    anchor: anchorAt(binding.fragment, anchor, binding.nodes),
    head: anchorAt(binding.fragment, head, binding.nodes),
  }
}

export function syncPlugin(binding: NarrativeBinding): Plugin<NarrativeBinding> {
  return new Plugin<NarrativeBinding>({
    key: syncPluginKey,
    state: { init: () => binding, apply: () => binding },
    appendTransaction: (transactions, _, state) =>
      transactions.some(tr => tr.docChanged && !isFromShared(tr)) ? withoutNodeMarks(state) : null,
    view: view => {
      const stop = listen(binding, view)
      return {
        update: (current, previous) => {
          if (current.state.doc === binding.shown || !current.editable) return
          if (previous.doc === binding.shown) binding.beforeEdit = anchorsOf(binding, previous)
          write(binding, current.state)
        },
        destroy: stop,
      }
    },
  })
}

/** The shared tree keeps marks of text only: a footnote or line break in bold would be bold on one screen. */
function withoutNodeMarks(state: EditorState): Transaction | null {
  const { tr } = state
  state.doc.descendants((node, position) => {
    if (!node.isText) for (const mark of node.marks) tr.removeNodeMark(position, mark)
  })
  return tr.docChanged ? tr : null
}

function write(binding: NarrativeBinding, state: EditorState): void {
  binding.doc.transact(() => {
    writeNarrative(binding.fragment, state.doc, binding.nodes, caretOf(state))
  }, binding)
  binding.shown = state.doc
}

function caretOf(state: EditorState): Caret {
  const { $head } = state.selection
  return { parent: $head.parent, offset: $head.parentOffset }
}

function listen(binding: NarrativeBinding, view: EditorView): () => void {
  let anchors: SelectionAnchors | null = null
  const memory: MoveMemory = { moves: [] }

  const remember = (transaction: Y.Transaction): void => {
    if (transaction.origin === binding || binding.shown !== view.state.doc) return
    readPendingSelection(view)
    anchors = anchorsOf(binding, view.state)
  }
  let written: readonly { readonly at: number; readonly clock: number }[] = []
  const isFresh = ({ at }: { readonly at: number }): boolean => performance.now() - at < freshMs
  binding.freshFrom = () => written.find(isFresh)?.clock ?? Infinity

  const show = (_: unknown, transaction: Y.Transaction): void => {
    if (transaction.origin === binding) {
      const clock = transaction.beforeState.get(binding.doc.clientID) ?? 0
      written = [...written.filter(isFresh), { at: performance.now(), clock }]
      rememberMoves(memory, trafficOf(transaction), binding.doc.clientID)
      return
    }
    for (const type of transaction.changedParentTypes.keys()) forget(binding, type)
    for (const type of transaction.changed.keys()) forget(binding, type)
    const { doc, faults } = readNarrative(binding.fragment, binding.nodes)
    binding.faults = faults
    const before = view.state
    const tr = difference(before, doc)
    alignNodes(binding.fragment, tr.doc, binding.nodes)
    binding.shown = tr.doc
    restoreSelection(tr, binding, before, anchors)
    view.dispatch(tr.setMeta(syncPluginKey, true).setMeta('addToHistory', false))
    if (transaction.local || !view.editable) return
    const traffic = trafficOf(transaction)
    carryOver(binding, view, traffic, memory.moves, anchors, tr.mapping.map(before.selection.head))
    orderNewBlocks(binding, view, memory, traffic)
    resolveDoubles(binding, view, memory, traffic)
  }

  binding.doc.on('beforeTransaction', remember)
  binding.fragment.observeDeep(show)
  return () => {
    binding.doc.off('beforeTransaction', remember)
    binding.fragment.unobserveDeep(show)
  }
}

function forget(binding: NarrativeBinding, type: unknown): void {
  if (typeof type === 'object' && type !== null) binding.nodes.delete(type as Y.XmlFragment)
}

function difference(state: EditorState, target: Node): Transaction {
  try {
    const tr = replaceDifference(state.tr, target)
    if (tr.doc.eq(target)) return tr
  } catch {
    // two trees can differ in ways that no single fitting replacement expresses
  }
  return replaceAll(state.tr, target)
}

/** The replacement rebuilt the nodes on its path; the elements map to those now. */
function alignNodes(parent: Y.XmlFragment, node: Node, nodes: NodeByElement): void {
  if (nodes.get(parent) === node) return
  const elements = node.inlineContent ? sharedInline(parent, nodes).elements : shownElements(parent, nodes)
  const children = node.children.filter(child => !child.isText)
  elements.forEach((element, index) => {
    const child = children[index]
    if (child !== undefined) alignNodes(element, child, nodes)
  })
  nodes.set(parent, node)
}

function restoreSelection(
  tr: Transaction,
  binding: NarrativeBinding,
  before: EditorState,
  anchors: SelectionAnchors | null,
): void {
  if (anchors === null) return
  const { fragment, nodes } = binding
  const place = (anchor: Anchor, was: number): number =>
    positionOf(fragment, anchor, nodes, tr.doc) ?? tr.mapping.map(was)
  if (before.selection instanceof TextSelection) {
    const anchor = place(anchors.anchor, before.selection.anchor)
    const head = place(anchors.head, before.selection.head)
    tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)))
  } else if (before.selection instanceof NodeSelection) {
    const at = place(anchors.anchor, before.selection.from)
    const node = tr.doc.nodeAt(at)
    if (node !== null && node.type === before.selection.node.type && NodeSelection.isSelectable(node))
      tr.setSelection(NodeSelection.create(tr.doc, at))
  }
}
