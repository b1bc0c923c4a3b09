import { Show, type JSX } from 'solid-js'
import { useMe } from '#client/app'
import { NarrativeEditor, type EditorHandle } from '#client/editor'
import { useT } from '#client/i18n'
import type { DocumentConnection } from '#client/sync'
import { Skeleton } from '#client/ui'
import type { SectionDetail } from '../api/plan.ts'

/** The running text, in the editor. */
export function SectionText(props: {
  readonly section: SectionDetail
  readonly live: DocumentConnection
  readonly editable: boolean
  readonly onReady?: (editor: EditorHandle) => void
}): JSX.Element {
  const t = useT()
  const me = useMe()
  const author = () => ({
    id: me().person.id,
    name: me().person.name,
    organisation: me().organisation?.name ?? '',
  })
  return (
    <>
      <h2 id="section-text" class="ui-visually-hidden">
        {`${props.section.code} ${props.section.title}: ${t('plan.section.tabs.text')}`}
      </h2>
      <Show when={props.live.ready() && props.live} keyed fallback={<Skeleton lines={10} />}>
        {live => (
          <NarrativeEditor
            fragment={live.doc.getXmlFragment('narrative')}
            awareness={live.awareness}
            author={author()}
            editable={props.editable}
            labelledBy="section-text"
            onReady={editor => props.onReady?.(editor)}
          />
        )}
      </Show>
    </>
  )
}
