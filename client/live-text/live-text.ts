/** A live text of this page: opened for writing or reading, as the person may at this moment. */
import { createMemo, createSignal, onCleanup, untrack, type Accessor } from 'solid-js'
import { connectDocument, onSessionResume, type DocumentConnection } from '#client/sync'
import type { PersonId } from '#shared/core'

/** Another id or another right to write opens another connection; so does a copy that was given up, and signing in again. */
export function createLiveText(
  documentOf: () => string,
  personOf: () => PersonId,
  mayWrite: () => boolean,
): Accessor<DocumentConnection> {
  // Each by its value: what they are read from is fetched again whenever something else of it changes.
  const id = createMemo(documentOf)
  const person = createMemo(personOf)
  const isReader = createMemo(() => !mayWrite())
  const [session, setSession] = createSignal(0)
  onCleanup(onSessionResume(() => setSession(count => count + 1)))
  return createMemo(() => {
    session()
    const [documentId, personId, readOnly] = [id(), person(), isReader()]
    // Whether a copy that is open already still serves is looked at once: it goes on serving as letters are typed.
    const connection = untrack(() => connectDocument(documentId, { personId, readOnly }))
    onCleanup(() => connection.destroy())
    connection.isStale()
    return connection
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
