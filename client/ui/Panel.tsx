import { createUniqueId, Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { toneClass, type Tone } from './tone.ts'
import './panel.css'

export interface PanelProps {
  readonly title?: string | undefined
  /** Level of the title in the page's outline; default 2. */
  readonly level?: 2 | 3 | 4 | undefined
  readonly eyebrow?: JSX.Element | undefined
  readonly actions?: JSX.Element | undefined
  /** Colours the edge: for a panel that is about something with a tone. */
  readonly tone?: Tone | undefined
  /** `sheet` stands out from the page, `plain` is a ruled part of it. Default `sheet`. */
  readonly variant?: 'sheet' | 'plain' | undefined
  readonly children: JSX.Element
}

/** A part of a page with a title of its own. */
export function Panel(props: PanelProps): JSX.Element {
  const id = createUniqueId()
  return (
    <section
      class={`ui-panel ui-panel--${props.variant ?? 'sheet'} ${props.tone ? `ui-panel--toned ${toneClass(props.tone)}` : ''}`}
      aria-labelledby={props.title ? id : undefined}
    >
      <Show when={props.title}>
        <header class="ui-panel__head">
          <div>
            <Show when={props.eyebrow}>{eyebrow => <p class="ui-eyebrow">{eyebrow()}</p>}</Show>
            <Dynamic component={`h${props.level ?? 2}`} id={id} class="ui-panel__title">
              {props.title}
            </Dynamic>
          </div>
          <Show when={props.actions}>{actions => <div class="ui-row ui-row--tight">{actions()}</div>}</Show>
        </header>
      </Show>
      {props.children}
    </section>
  )
}

export interface CardProps {
  readonly href: string
  readonly title: string
  readonly eyebrow?: JSX.Element | undefined
  readonly tone?: Tone | undefined
  readonly level?: 2 | 3 | 4 | undefined
  readonly children?: JSX.Element | undefined
}

/** One of several things to go to; the whole card takes the press, the title is the link. */
export function Card(props: CardProps): JSX.Element {
  return (
    <article class={`ui-card ${props.tone ? `ui-panel--toned ${toneClass(props.tone)}` : ''}`}>
      <Show when={props.eyebrow}>{eyebrow => <div class="ui-eyebrow">{eyebrow()}</div>}</Show>
      <Dynamic component={`h${props.level ?? 3}`} class="ui-card__title">
        <a href={props.href}>{props.title}</a>
      </Dynamic>
      {props.children}
    </article>
  )
}
