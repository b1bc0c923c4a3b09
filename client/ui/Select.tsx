import { For, Show, splitProps, type JSX } from 'solid-js'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { useT } from '#client/i18n'
import { Field, type FieldProps } from './Field.tsx'

const fieldKeys = ['label', 'hint', 'error', 'required', 'optional', 'hideLabel'] as const

export interface SelectOption<T extends string> {
  readonly value: T
  readonly label: string
  readonly disabled?: boolean | undefined
}

type Native = Omit<JSX.SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value' | 'class' | 'required'>

export interface SelectProps<T extends string> extends Omit<FieldProps, 'maxLength'>, Native {
  readonly options: readonly SelectOption<T>[]
  /** Null shows the placeholder: nothing chosen yet. */
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly placeholder?: string | undefined
}

/** A choice of one among more than a handful; up to five stand better as a RadioGroup. */
export function Select<T extends string>(props: SelectProps<T>): JSX.Element {
  const t = useT()
  const [field, own, rest] = splitProps(props, fieldKeys, ['options', 'value', 'onChange', 'placeholder'])
  const choose = (value: string): void => {
    const option = own.options.find(candidate => candidate.value === value)
    if (option) own.onChange(option.value)
  }
  return (
    <Field {...field}>
      {control => (
        <div class="ui-select">
          <select {...rest} {...control()} class="ui-input" onChange={event => choose(event.currentTarget.value)}>
            <Show when={own.value === null}>
              <option value="" disabled selected>
                {own.placeholder ?? t('ui.choose')}
              </option>
            </Show>
            <For each={own.options}>
              {option => (
                <option value={option.value} disabled={option.disabled} selected={option.value === own.value}>
                  {option.label}
                </option>
              )}
            </For>
          </select>
          <ChevronDown size={18} aria-hidden="true" />
        </div>
      )}
    </Field>
  )
}
