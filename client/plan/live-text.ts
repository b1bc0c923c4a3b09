/** The live text of the section on this page: opened for writing or reading, as the person may at this moment. */
import { createComputed, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import { connectDocument, type DocumentConnection } from '#client/sync'

export interface LiveText extends DocumentConnection {
  /** The server's text has come: before, an editor would take the empty document for the text. */
  readonly ready: Accessor<boolean>
}

/** Another id or another right to write opens another connection. */
export function createLiveText(documentId: () => string, mayWrite: () => boolean): Accessor<LiveText> {
  return createMemo(() => {
    const connection = connectDocument(documentId(), { readOnly: !mayWrite() })
    onCleanup(() => connection.destroy())
    const [ready, setReady] = createSignal(false)
    createComputed(() => {
      const { kind } = connection.status()
      if (kind === 'saved' || kind === 'readOnly') setReady(true)
    })
    return { ...connection, ready }
  })
}

/**
 * False until the page has been painted once with what came before: what is not the text itself waits, so that the text
 * can be typed in sooner.
 */
export function createAfterPaint(): Accessor<boolean> {
  const [painted, setPainted] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => setPainted(true))
  })
  onCleanup(() => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  })
  return painted
}
