import { Show, type JSX } from 'solid-js'
import { useMe } from '#client/app'
import { NarrativeEditor, type EditorHandle } from '#client/editor'
import type { DocumentConnection } from '#client/sync'
import { Skeleton } from '#client/ui'

/** A live text in the editor, once the server's text has come. */
export function LiveNarrative(props: {
  readonly live: DocumentConnection
  readonly editable: boolean
  /** Id of the element that names the text. */
  readonly labelledBy: string
  /** Of the placeholder. */
  readonly lines: number
  /** The text has come. */
  readonly onReady?: ((editor: EditorHandle) => void) | undefined
}): JSX.Element {
  const me = useMe()
  const author = () => ({
    id: me().person.id,
    name: me().person.name,
    organisation: me().organisation?.name ?? '',
  })
  return (
    <Show when={props.live.ready() && props.live} keyed fallback={<Skeleton lines={props.lines} />}>
      {live => (
        <NarrativeEditor
          fragment={live.doc.getXmlFragment('narrative')}
          awareness={live.awareness}
          author={author()}
          editable={props.editable}
          labelledBy={props.labelledBy}
          onReady={editor => props.onReady?.(editor)}
        />
      )}
    </Show>
  )
}
