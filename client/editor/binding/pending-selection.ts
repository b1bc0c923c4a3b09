import type { EditorView } from 'prosemirror-view'

/**
 * Reads where the browser has put the caret before the editor draws what others did.
 *
 * After an arrow key or a click the browser tells of the new place a moment later. A redraw within that moment would
 * set the caret back to where the editor still believes it to be, and the key would be lost. Only the selection is
 * read: typed text that is not yet read stays for the editor's own turn.
 */
export function readPendingSelection(view: EditorView): void {
  // not in ProseMirror's public interface, and stable since 2018; without it only this courtesy is lost
  const observer: unknown = Reflect.get(view, 'domObserver')
  if (!isObserver(observer) || view.composing || observer.pendingRecords().length > 0) return
  observer.flush()
}

interface DomObserver {
  readonly pendingRecords: () => readonly unknown[]
  readonly flush: () => void
}

function isObserver(value: unknown): value is DomObserver {
  return typeof value === 'object' && value !== null && 'flush' in value && 'pendingRecords' in value
}
