/** A section's framework on this page: what it says now, and the reader's own acts with their undo. */
import { onCleanup } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import * as Y from 'yjs'
import { frameworkOf, readFramework, type FrameworkTree } from '#shared/plan/framework'

export interface FrameworkModel {
  readonly doc: Y.Doc
  /** Rows keep their identity while others type, so that a field keeps its caret. */
  readonly tree: FrameworkTree
  /** Marks what this page changes: undo takes back nothing else. */
  readonly origin: object
  undo(): void
  redo(): void
}

/** Edits closer together than this are undone as one, in ms: about a word. */
const captureMs = 500

export function createFrameworkModel(doc: Y.Doc): FrameworkModel {
  const framework = frameworkOf(doc)
  const [tree, setTree] = createStore<FrameworkTree>(readFramework(doc))
  const refresh = (): void => setTree(reconcile(readFramework(doc), { key: 'id', merge: true }))
  framework.observeDeep(refresh)

  const origin = {}
  const undoManager = new Y.UndoManager(framework, { trackedOrigins: new Set([origin]), captureTimeout: captureMs })
  onCleanup(() => {
    framework.unobserveDeep(refresh)
    undoManager.destroy()
  })
  return {
    doc,
    tree,
    origin,
    undo: () => void undoManager.undo(),
    redo: () => void undoManager.redo(),
  }
}

/** A new element's id: 128 random bits. `crypto.randomUUID` is missing where the page came over plain HTTP. */
export function newElementId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
