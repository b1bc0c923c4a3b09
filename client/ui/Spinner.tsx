import { Show, type JSX } from 'solid-js'
import './spinner.css'

/** Turns while something is under way. With a label it is announced; without one the surroundings must say it. */
export function Spinner(props: { readonly label?: string | undefined }): JSX.Element {
  return (
    <span class="ui-spinner" role={props.label ? 'status' : undefined}>
      <span class="ui-spinner__wheel" aria-hidden="true" />
      <Show when={props.label}>
        <span>{props.label}</span>
      </Show>
    </span>
  )
}

export interface ProgressProps {
  readonly label: string
  /** Left out while nobody knows how much there is. */
  readonly value?: number | undefined
  readonly max?: number | undefined
}

/** How far a piece of work has got. */
export function Progress(props: ProgressProps): JSX.Element {
  return (
    <label class="ui-progress">
      <span>{props.label}</span>
      <progress value={props.value} max={props.max ?? 1} />
    </label>
  )
}
