import type { JSX } from 'solid-js'
import type { EditorHandle } from '#client/editor'
import { useT } from '#client/i18n'
import { LiveNarrative } from '#client/live-text'
import type { DocumentConnection } from '#client/sync'
import type { SectionDetail } from '../api/plan.ts'

/** The running text, in the editor. */
export function SectionText(props: {
  readonly section: SectionDetail
  readonly live: DocumentConnection
  readonly editable: boolean
  readonly onReady?: (editor: EditorHandle) => void
}): JSX.Element {
  const t = useT()
  return (
    <>
      <h2 id="section-text" class="ui-visually-hidden">
        {`${props.section.code} ${props.section.title}: ${t('plan.section.tabs.text')}`}
      </h2>
      <LiveNarrative
        live={props.live}
        editable={props.editable}
        labelledBy="section-text"
        lines={10}
        onReady={editor => props.onReady?.(editor)}
      />
    </>
  )
}
