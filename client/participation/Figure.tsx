import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Panel } from '#client/ui'

/** One thing that is measured: what was found, how it is counted, and the way to what it is counted from. */
export function Figure(props: {
  readonly title: string
  readonly how: string
  /** Of the group, for whoever hears a list of links. */
  readonly source?: { readonly href: string; readonly label: string } | undefined
  readonly children: JSX.Element
}): JSX.Element {
  const t = useT()
  return (
    <Panel title={props.title} level={3} variant="plain">
      {props.children}
      <p class="participation-how">
        {props.how}{' '}
        <Show when={props.source}>
          {source => (
            <a class="ui-no-print" href={source().href} aria-label={source().label}>
              {t('participation.sources.see')}
            </a>
          )}
        </Show>
      </p>
    </Panel>
  )
}
