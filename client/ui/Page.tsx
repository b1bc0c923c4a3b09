import { Show, type JSX } from 'solid-js'
import { Breadcrumbs, type Crumb } from './Breadcrumbs.tsx'
import { createPageTitle } from './page-title.ts'
import './page.css'

/** The width a page's content takes: a text column, room for lists and an aside, or everything there is. */
export type PageWidth = 'text' | 'wide' | 'full'

export function Page(props: { readonly width?: PageWidth | undefined; readonly children: JSX.Element }): JSX.Element {
  return <div class={`ui-page ui-page--${props.width ?? 'wide'}`}>{props.children}</div>
}

export interface PageHeaderProps {
  /** Becomes the h1 and the name of the browser's tab. */
  readonly title: string
  /** What kind of thing this is, or its code: "Section C.1.1". */
  readonly eyebrow?: JSX.Element | undefined
  /** A sentence or tags under the title. */
  readonly children?: JSX.Element | undefined
  readonly actions?: JSX.Element | undefined
  readonly trail?: readonly Crumb[] | undefined
}

export function PageHeader(props: PageHeaderProps): JSX.Element {
  createPageTitle(() => props.title)
  return (
    <header class="ui-page-header">
      <Breadcrumbs trail={props.trail ?? []} />
      <div class="ui-page-header__row">
        <div class="ui-page-header__text">
          <Show when={props.eyebrow}>{eyebrow => <p class="ui-eyebrow">{eyebrow()}</p>}</Show>
          <h1 tabIndex={-1}>{props.title}</h1>
          <Show when={props.children}>{children => <div class="ui-page-header__lead">{children()}</div>}</Show>
        </div>
        <Show when={props.actions}>{actions => <div class="ui-row ui-page-header__actions">{actions()}</div>}</Show>
      </div>
    </header>
  )
}
