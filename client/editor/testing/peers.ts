/** Editors on several replicas with a network between them that the test delivers by hand. */
import {
  splitBlockAs,
  joinBackward,
  deleteSelection,
  selectNodeBackward,
  chainCommands,
  toggleMark,
  setBlockType,
} from 'prosemirror-commands'
import { splitListItem, liftListItem } from 'prosemirror-schema-list'
import { EditorState, Selection, TextSelection, type Command } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import { narrativeJSON, narrativeSchema, seedNarrative, type NarrativeBlock } from '#shared/narrative'
import { bindNarrative } from '../binding/binding.ts'
import { syncPlugin } from '../binding/sync-plugin.ts'
import { redo, undo, undoPlugin } from '../binding/undo-plugin.ts'

const splitAny = splitBlockAs()
const { nodes, marks } = narrativeSchema

export interface Peer {
  readonly doc: Y.Doc
  readonly view: EditorView
  /** Text at the caret, as if typed by a key each. */
  readonly type: (text: string) => void
  readonly enter: () => void
  readonly backspace: () => void
  readonly run: (command: Command) => boolean
  readonly bold: () => void
  readonly caret: (position: number) => void
  readonly caretIn: (text: string, offset?: number) => void
  readonly caretToEnd: () => void
  readonly select: (from: number, to: number) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly text: () => string
  readonly html: () => string
}

export interface Room {
  readonly peers: readonly Peer[]
  /**
   * Takes one update of one peer to the server, which passes updates on to everybody else in the order they came in;
   * then brings another peer the oldest that waits for it. @returns whether anything moved
   */
  readonly deliver: (from: number, to: number) => boolean
  readonly settle: () => void
  readonly converged: () => boolean
  readonly close: () => void
}

export const openRoomState = (fragment: Y.XmlFragment): EditorState => {
  const binding = bindNarrative(fragment)
  return EditorState.create({ doc: binding.shown, plugins: [syncPlugin(binding), undoPlugin(binding)] })
}

export function openRoom(
  count: number,
  blocks: readonly NarrativeBlock[] | ((fragment: Y.XmlFragment) => void),
  stateFor: (fragment: Y.XmlFragment, index: number) => EditorState = openRoomState,
): Room {
  const origin = new Y.Doc()
  const fill = typeof blocks === 'function' ? blocks : (f: Y.XmlFragment) => seedNarrative(f, blocks)
  fill(origin.getXmlFragment('narrative'))
  const seed = Y.encodeStateAsUpdate(origin)
  const sent = Array.from({ length: count }, (): Uint8Array[] => [])
  const waiting = Array.from({ length: count }, (): Uint8Array[] => [])
  const peers = Array.from({ length: count }, (_, index) => {
    const doc = new Y.Doc()
    doc.clientID = index + 1
    Y.applyUpdate(doc, seed, 'network')
    doc.on('update', (update: Uint8Array, from: unknown) => {
      if (from !== 'network') sent[index]?.push(update)
    })
    return openPeer(doc, stateFor(doc.getXmlFragment('narrative'), index))
  })
  const deliver = (from: number, to: number): boolean => {
    const passed = sent[from]?.shift()
    if (passed !== undefined) waiting.forEach((queue, peer) => peer !== from && queue.push(passed))
    const update = waiting[to]?.shift()
    if (update !== undefined) Y.applyUpdate(peers[to]?.doc ?? origin, update, 'network')
    return passed !== undefined || update !== undefined
  }
  const settle = (): void => {
    let moved = true
    for (let rounds = 0; moved; rounds++) {
      if (rounds > 10_000) throw new Error('the replicas answer each other without end')
      moved = false
      for (let from = 0; from < count; from++)
        for (let to = 0; to < count; to++) if (from !== to) while (deliver(from, to)) moved = true
    }
  }
  const converged = (): boolean => {
    const shown = peers.map(peer => JSON.stringify(peer.view.state.doc.toJSON()))
    const shared = peers.map(peer => {
      const json = narrativeJSON(peer.doc.getXmlFragment('narrative'))
      return JSON.stringify(json.ok ? json.value : json.problem)
    })
    return new Set([...shown, ...shared]).size === 1
  }
  return { peers, deliver, settle, converged, close: () => peers.forEach(peer => peer.view.destroy()) }
}

function openPeer(doc: Y.Doc, state: EditorState): Peer {
  const view = new EditorView(document.createElement('div'), { state })
  const run = (command: Command): boolean => command(view.state, view.dispatch, view)
  const caret = (position: number): void =>
    view.dispatch(
      view.state.tr.setSelection(
        Selection.near(view.state.doc.resolve(Math.min(position, view.state.doc.content.size))),
      ),
    )
  const eraseOne: Command = (current, dispatch) => {
    const { $from, empty } = current.selection
    if (!empty || $from.parentOffset === 0) return false
    dispatch?.(current.tr.delete($from.pos - 1, $from.pos))
    return true
  }
  return {
    doc,
    view,
    run,
    caret,
    type: text => {
      for (const character of text) view.dispatch(view.state.tr.insertText(character))
    },
    enter: () => run(chainCommands(splitListItem(nodes.list_item), liftListItem(nodes.list_item), splitAny)),
    backspace: () => run(chainCommands(deleteSelection, eraseOne, joinBackward, selectNodeBackward)),
    bold: () => run(toggleMark(marks.strong)),
    caretIn: (text, offset = text.length) => {
      let at = -1
      view.state.doc.descendants((node, position) => {
        const index = node.isTextblock ? node.textContent.indexOf(text) : -1
        if (index >= 0 && at < 0) at = position + 1 + index + offset
      })
      if (at < 0) throw new Error(`no ${JSON.stringify(text)} in ${view.state.doc.toString()}`)
      caret(at)
    },
    caretToEnd: () => view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc))),
    select: (from, to) => view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to))),
    undo: () => run(undo),
    redo: () => run(redo),
    text: () => view.state.doc.textBetween(0, view.state.doc.content.size, '|'),
    html: () => view.state.doc.toString(),
  }
}

export const toHeading = setBlockType(nodes.heading, { level: 3 })
