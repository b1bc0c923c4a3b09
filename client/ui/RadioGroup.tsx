import { children, createUniqueId, For, Show, type JSX } from 'solid-js'
import type { LucideIcon } from 'lucide-solid'
import { toneClass, type Tone } from './tone.ts'
import './choice.css'

export interface RadioOption<T extends string> {
  readonly value: T
  readonly label: string
  readonly hint?: string | undefined
  readonly disabled?: boolean | undefined
  /** Cards only: colour of the chosen card. */
  readonly tone?: Tone | undefined
  /** Cards only. */
  readonly icon?: LucideIcon | undefined
}

export interface RadioGroupProps<T extends string> {
  readonly legend: string
  readonly hideLegend?: boolean | undefined
  readonly hint?: JSX.Element | undefined
  readonly error?: string | undefined
  readonly options: readonly RadioOption<T>[]
  readonly value: T | null
  readonly onChange: (value: T) => void
  /** `cards` are large enough to be chosen by thumb: ballots and other weighty choices. Default `list`. */
  readonly variant?: 'list' | 'cards' | 'row' | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
}

/** One of a few. Arrow keys move the choice, as the browser does it. */
export function RadioGroup<T extends string>(props: RadioGroupProps<T>): JSX.Element {
  const id = createUniqueId()
  const hint = children(() => props.hint)
  return (
    <fieldset
      class={`ui-radios ui-radios--${props.variant ?? 'list'}`}
      disabled={props.disabled}
      aria-describedby={
        [hint() ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
      }
    >
      <legend class="ui-field__label" classList={{ 'ui-visually-hidden': props.hideLegend === true }}>
        {props.legend}
      </legend>
      <Show when={hint()}>
        <div class="ui-field__hint" id={`${id}-hint`}>
          {hint()}
        </div>
      </Show>
      <div class="ui-radios__options">
        <For each={props.options}>
          {option => (
            <label
              class={`ui-choice ${toneClass(option.tone ?? 'accent')}`}
              classList={{ 'ui-choice--card': props.variant === 'cards' }}
            >
              <input
                type="radio"
                class="ui-choice__mark"
                name={id}
                value={option.value}
                checked={props.value === option.value}
                required={props.required}
                disabled={option.disabled}
                aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
                onChange={() => props.onChange(option.value)}
              />
              <span class="ui-choice__text">
                <span class="ui-choice__label">{option.label}</span>
                <Show when={option.hint}>
                  <span class="ui-choice__hint" id={`${id}-${option.value}`}>
                    {option.hint}
                  </span>
                </Show>
              </span>
              <Show when={option.icon}>
                {icon => <span class="ui-choice__icon">{icon()({ size: 22, 'aria-hidden': 'true' })}</span>}
              </Show>
            </label>
          )}
        </For>
      </div>
      <div class="ui-field__error" id={`${id}-error`} aria-live="polite">
        {props.error}
      </div>
    </fieldset>
  )
}
