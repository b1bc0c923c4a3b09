import { createUniqueId, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'

/**
 * One thing that is measured: what was found, how it is counted, and the way to what it is counted from. A group and no
 * landmark: each group of the workspace has one of the same name.
 */
export function Figure(props: {
  readonly title: string
  readonly how: string
  /** Its name says of which group, for whoever hears a list of links. */
  readonly source?: { readonly href: string; readonly label: string } | undefined
  readonly children: JSX.Element
}): JSX.Element {
  const t = useT()
  const id = createUniqueId()
  return (
    <div role="group" class="participation-figure" aria-labelledby={id}>
      <h3 id={id}>{props.title}</h3>
      {props.children}
      <p class="participation-how">
        <span class="participation-how__text">{props.how} </span>
        <Show when={props.source}>
          {source => (
            <a class="ui-no-print" href={source().href} aria-label={source().label}>
              {t('participation.sources.see')}
            </a>
          )}
        </Show>
      </p>
    </div>
  )
}
