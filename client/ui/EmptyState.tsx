import { Show, type JSX } from 'solid-js'
import type { LucideIcon } from 'lucide-solid'
import './empty-state.css'

export interface EmptyStateProps {
  readonly title: string
  /** What will stand here, and how it comes to be. */
  readonly children: JSX.Element
  readonly icon?: LucideIcon | undefined
  readonly action?: JSX.Element | undefined
}

/** Stands where nothing is yet, and teaches what to do about it. */
export function EmptyState(props: EmptyStateProps): JSX.Element {
  return (
    <div class="ui-empty">
      <Show when={props.icon}>
        {icon => <span class="ui-empty__icon">{icon()({ size: 28, strokeWidth: 1.5, 'aria-hidden': 'true' })}</span>}
      </Show>
      <p class="ui-empty__title">{props.title}</p>
      <div class="ui-empty__text">{props.children}</div>
      <Show when={props.action}>{action => <div class="ui-row ui-empty__action">{action()}</div>}</Show>
    </div>
  )
}
