import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { narrativeText, renderNarrative, type NarrativeJson } from '#shared/narrative'

/** The words of one part as they stand, for reading. */
export function CommittedText(props: {
  readonly text: NarrativeJson | null
  /** Put before ids, so that the texts of all parts can stand on one page. */
  readonly idPrefix: string
  readonly onElement?: ((element: HTMLElement) => void) | undefined
}): JSX.Element {
  const t = useT()
  return (
    <Show when={props.text} fallback={<p class="ui-muted">{t('minutes.text.unreadable')}</p>}>
      {text => (
        <Show
          when={narrativeText(text()).trim() !== ''}
          fallback={<p class="minutes-part__empty">{t('minutes.text.empty')}</p>}
        >
          {/* Escaped by renderNarrative, the one place that writes narrative as HTML. */}
          <div
            class="ui-prose"
            innerHTML={renderNarrative(text(), { idPrefix: `${props.idPrefix}-`, headingShift: 1 })}
            ref={element => props.onElement?.(element)}
          />
        </Show>
      )}
    </Show>
  )
}
