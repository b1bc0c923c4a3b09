import { children, createUniqueId, Show, type JSX } from 'solid-js'
import './choice.css'

export interface CheckboxProps {
  readonly label: JSX.Element
  readonly hint?: JSX.Element | undefined
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly name?: string | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
}

export function Checkbox(props: CheckboxProps): JSX.Element {
  const id = createUniqueId()
  const hint = children(() => props.hint)
  return (
    <label class="ui-choice">
      <input
        type="checkbox"
        class="ui-choice__mark"
        name={props.name}
        checked={props.checked}
        required={props.required}
        disabled={props.disabled}
        aria-describedby={hint() ? `${id}-hint` : undefined}
        onChange={event => props.onChange(event.currentTarget.checked)}
      />
      <span class="ui-choice__text">
        <span class="ui-choice__label">{props.label}</span>
        <Show when={hint()}>
          <span class="ui-choice__hint" id={`${id}-hint`}>
            {hint()}
          </span>
        </Show>
      </span>
    </label>
  )
}
