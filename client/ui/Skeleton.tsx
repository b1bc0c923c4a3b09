import { For, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import './skeleton.css'

/** Holds the place of text that is on its way. Announced once as loading; the grey lines themselves say nothing. */
export function Skeleton(props: {
  readonly lines?: number | undefined
  readonly title?: boolean | undefined
}): JSX.Element {
  const t = useT()
  return (
    <div class="ui-skeleton" role="status">
      <span class="ui-visually-hidden">{t('ui.loading')}</span>
      {props.title ? <span class="ui-skeleton__line ui-skeleton__line--title" aria-hidden="true" /> : null}
      <For each={Array.from({ length: props.lines ?? 3 })}>
        {() => <span class="ui-skeleton__line" aria-hidden="true" />}
      </For>
    </div>
  )
}
