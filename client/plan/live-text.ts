/** The live text of the section on this page: opened for writing or reading, as the person may at this moment. */
import { batch, createComputed, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import { connectDocument, losesWords, type DocumentConnection, type SyncStatus } from '#client/sync'
import { closeCodes } from '#shared/wire'

export interface LiveText extends DocumentConnection {
  /** The server's text has come: before, an editor would take the empty document for the text. */
  readonly ready: Accessor<boolean>
  /** Words on this page came when they could no longer be written, and are stored nowhere. */
  readonly late: Accessor<boolean>
  /** Opens the text as it is stored, without the late words. */
  letGo(): void
}

/**
 * Another id or another right to write opens another connection. One that loses the right to write with words that are
 * not stored is kept, so that the writer still sees them and can copy them.
 */
export function createLiveText(documentId: () => string, mayWrite: () => boolean): Accessor<LiveText> {
  // A section that is fetched again is the same text: whoever writes it keeps the caret and the undo.
  const id = createMemo(documentId)
  const [unsaved, setUnsaved] = createSignal(false)
  const [lettings, setLettings] = createSignal(0)
  const writes = createMemo<boolean>(wrote => mayWrite() || (wrote && unsaved()), false)
  return createMemo(() => {
    lettings()
    const connection = connectDocument(id(), { readOnly: !writes() })
    onCleanup(() => connection.destroy())
    const [ready, setReady] = createSignal(false)
    createComputed(() => {
      const { kind } = connection.status()
      if (kind === 'saved' || kind === 'readOnly') setReady(true)
    })
    createComputed(() => setUnsaved(losesWords(connection.status())))
    return {
      ...connection,
      ready,
      late: () => isLate(connection.status()),
      letGo() {
        batch(() => {
          setUnsaved(false)
          setLettings(count => count + 1)
        })
      },
    }
  })
}

function isLate(status: SyncStatus): boolean {
  if (status.kind !== 'refused' || !status.unsaved) return false
  return status.code === closeCodes.frozen || status.code === closeCodes.notPermitted
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
