import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import './breadcrumbs.css'

export interface Crumb {
  readonly label: string
  readonly href: string
}

/** The way up from here; the page itself is not repeated, its heading stands below. */
export function Breadcrumbs(props: { readonly trail: readonly Crumb[] }): JSX.Element {
  const t = useT()
  return (
    <Show when={props.trail.length > 0}>
      <nav class="ui-crumbs" aria-label={t('ui.breadcrumbs')}>
        <ol role="list">
          <For each={props.trail}>
            {crumb => (
              <li>
                <a href={crumb.href}>{crumb.label}</a>
              </li>
            )}
          </For>
        </ol>
      </nav>
    </Show>
  )
}
