import { createEffect, splitProps, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Field, overLimit, type FieldProps } from './Field.tsx'

const fieldKeys = ['label', 'hint', 'error', 'required', 'optional', 'maxLength', 'hideLabel'] as const

type Native = Omit<
  JSX.InputHTMLAttributes<HTMLInputElement>,
  'onInput' | 'value' | 'type' | 'maxLength' | 'class' | 'required'
>

export interface TextInputProps extends FieldProps, Native {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly type?:
    'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number' | 'date' | 'time' | 'datetime-local' | undefined
}

/** One line of text. Controlled: the value is the page's. */
export function TextInput(props: TextInputProps): JSX.Element {
  const t = useT()
  const [field, own, rest] = splitProps(props, fieldKeys, ['value', 'onInput', 'type'])
  return (
    <Field {...field} length={own.value.length}>
      {control => (
        <input
          {...rest}
          {...control()}
          class="ui-input"
          type={own.type ?? 'text'}
          value={own.value}
          onInput={event => own.onInput(event.currentTarget.value)}
          ref={element =>
            createEffect(() => element.setCustomValidity(overLimit(field.maxLength, own.value.length, t) ?? ''))
          }
        />
      )}
    </Field>
  )
}
