import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { DocumentConnection } from '#client/sync'
import { readNarrative, type NarrativeJson } from '#shared/narrative'

/**
 * A live text as it is being written by others, for reading: worked out at most once a frame.
 *
 * @returns null until the server's text has come; what cannot be read is left out
 */
export function createFollowedText(live: () => DocumentConnection): Accessor<NarrativeJson | null> {
  const [text, setText] = createSignal<NarrativeJson | null>(null)
  createEffect(() => {
    const connection = live()
    if (!connection.ready()) return
    const fragment = connection.doc.getXmlFragment('narrative')
    let frame: number | undefined
    const read = (): void => {
      frame = undefined
      const json: NarrativeJson = readNarrative(fragment).doc.toJSON()
      setText(json)
    }
    const follow = (): void => void (frame ??= requestAnimationFrame(read))
    read()
    connection.doc.on('update', follow)
    onCleanup(() => {
      connection.doc.off('update', follow)
      if (frame !== undefined) cancelAnimationFrame(frame)
    })
  })
  return text
}
