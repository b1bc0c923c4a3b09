/** Undo and redo of one's own edits only: those that this editor wrote into the shared tree. */
import { Plugin, PluginKey, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import { positionOf } from './positions.ts'
import type { NarrativeBinding, SelectionAnchors } from './binding.ts'
import { syncPluginKey } from './sync-plugin.ts'

/** Keystrokes closer than this, in milliseconds, are undone together. */
const captureTimeoutMs = 600

const undoPluginKey = new PluginKey<Y.UndoManager>('narrative-undo')

export function undoPlugin(binding: NarrativeBinding): Plugin<Y.UndoManager> {
  const manager = new Y.UndoManager(binding.fragment, {
    trackedOrigins: new Set([binding]),
    captureTimeout: captureTimeoutMs,
    // undoing the making of a paragraph does not take with it what others have written there since
    deleteFilter: item =>
      !(item.content instanceof Y.ContentType) || !holdsOthersText(item.content.type, binding.doc.clientID),
  })
  manager.on('stack-item-added', ({ stackItem }) => stackItem.meta.set(binding, binding.beforeEdit))
  return new Plugin<Y.UndoManager>({
    key: undoPluginKey,
    state: { init: () => manager, apply: () => manager },
    view: () => ({ destroy: () => manager.destroy() }),
  })
}

function holdsOthersText(type: Y.AbstractType<unknown>, own: number): boolean {
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentString && item.id.client !== own) return true
    if (item.content instanceof Y.ContentType && holdsOthersText(item.content.type, own)) return true
  }
  return false
}

export const undo: Command = (state, dispatch, view) => step(state, 'undo', dispatch !== undefined, view)
export const redo: Command = (state, dispatch, view) => step(state, 'redo', dispatch !== undefined, view)

function step(state: EditorState, direction: 'undo' | 'redo', perform: boolean, view: EditorView | undefined): boolean {
  const manager = undoPluginKey.getState(state)
  const binding = syncPluginKey.getState(state)
  if (manager === undefined || binding === undefined) return false
  const possible = direction === 'undo' ? manager.canUndo() : manager.canRedo()
  if (!possible || !perform) return possible
  const item = direction === 'undo' ? manager.undo() : manager.redo()
  const anchors: SelectionAnchors | null | undefined = item?.meta.get(binding)
  if (view !== undefined && anchors) returnTo(view, binding, anchors)
  return true
}

function returnTo(view: EditorView, binding: NarrativeBinding, { head }: SelectionAnchors): void {
  const { doc, tr } = view.state
  const position = positionOf(binding.fragment, head, binding.nodes, doc)
  if (position !== null) tr.setSelection(TextSelection.near(doc.resolve(position)))
  view.dispatch(tr.scrollIntoView())
}
