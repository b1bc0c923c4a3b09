import { createEffect, splitProps, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Field, overLimit, type FieldProps } from './Field.tsx'

const fieldKeys = ['label', 'hint', 'error', 'required', 'optional', 'maxLength', 'hideLabel'] as const

type Native = Omit<
  JSX.TextareaHTMLAttributes<HTMLTextAreaElement>,
  'onInput' | 'value' | 'maxLength' | 'class' | 'required'
>

export interface TextAreaProps extends FieldProps, Native {
  readonly value: string
  readonly onInput: (value: string) => void
  /** Sets the text as it will stand in a document. */
  readonly asDocument?: boolean | undefined
}

/** Several lines of text; grows with them where the browser can. */
export function TextArea(props: TextAreaProps): JSX.Element {
  const t = useT()
  const [field, own, rest] = splitProps(props, fieldKeys, ['value', 'onInput', 'asDocument'])
  return (
    <Field {...field} length={own.value.length} countAlways>
      {control => (
        <textarea
          rows={4}
          {...rest}
          {...control()}
          class="ui-input"
          classList={{ 'ui-input--document': own.asDocument === true }}
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
