import { children, createMemo, createUniqueId, Show, type JSX } from 'solid-js'
import { useT, type Translate } from '#client/i18n'
import './field.css'

/** What every control tells about itself; TextInput, TextArea and Select take these props too. */
export interface FieldProps {
  readonly label: string
  /** Help that stands under the label, always visible. */
  readonly hint?: JSX.Element | undefined
  /** What is wrong and how to mend it; announced when it appears. */
  readonly error?: string | undefined
  readonly required?: boolean | undefined
  /** Says "optional" beside the label: for the rare optional field in a form where most are required. */
  readonly optional?: boolean | undefined
  /** Most UTF-16 units the server takes. Longer text is kept and marked, never cut off. */
  readonly maxLength?: number | undefined
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean | undefined
}

/** Spread on the control, so that label, hint and error belong to it. */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
  readonly required: boolean | undefined
}

interface Props extends FieldProps {
  /** Length of the present text, for the counter. */
  readonly length?: number | undefined
  /** Whether the counter shows from the first character; otherwise when three quarters are used. */
  readonly countAlways?: boolean | undefined
  readonly children: (control: () => FieldControl) => JSX.Element
}

/** What a text over its limit is refused with; undefined while it fits. */
export function overLimit(maxLength: number | undefined, length: number, t: Translate): string | undefined {
  const over = length - (maxLength ?? Infinity)
  return over > 0 ? t('ui.field.over', over) : undefined
}

/** Label, hint, control, error and counter, tied together for those who cannot see that they stand together. */
export function Field(props: Props): JSX.Element {
  const t = useT()
  const id = createUniqueId()
  const hint = children(() => props.hint)
  const error = createMemo(() => overLimit(props.maxLength, props.length ?? 0, t) ?? props.error)
  const describedBy = (): string | undefined =>
    [hint() ? `${id}-hint` : '', props.maxLength ? `${id}-limit` : '', error() ? `${id}-error` : '']
      .filter(Boolean)
      .join(' ') || undefined
  const control = (): FieldControl => ({
    id,
    'aria-describedby': describedBy(),
    'aria-invalid': error() ? 'true' : undefined,
    required: props.required,
  })
  return (
    <div class="ui-field" classList={{ 'ui-field--wrong': error() !== undefined }}>
      <div class="ui-field__head" classList={{ 'ui-visually-hidden': props.hideLabel === true }}>
        <label for={id} class="ui-field__label">
          {props.label}
        </label>
        <Show when={props.optional}>
          <span class="ui-field__note">{t('ui.optional')}</span>
        </Show>
      </div>
      <Show when={hint()}>
        <div class="ui-field__hint" id={`${id}-hint`}>
          {hint()}
        </div>
      </Show>
      {props.children(control)}
      <div class="ui-field__foot">
        <div class="ui-field__error" id={`${id}-error`} aria-live="polite">
          {error()}
        </div>
        <Show when={props.maxLength}>
          {max => (
            <Counter id={`${id}-limit`} max={max()} length={props.length ?? 0} always={props.countAlways === true} />
          )}
        </Show>
      </div>
    </div>
  )
}

interface CounterProps {
  readonly id: string
  readonly max: number
  readonly length: number
  readonly always: boolean
}

function Counter(props: CounterProps): JSX.Element {
  const t = useT()
  const near = (): boolean => props.length >= props.max * 0.75
  const left = (): number => props.max - props.length
  return (
    <>
      <span class="ui-visually-hidden" id={props.id}>
        {t('ui.field.limit', props.max)}
      </span>
      <Show when={props.always || near()}>
        <span class="ui-field__count" aria-hidden="true">
          {t('ui.field.count', props.length, props.max)}
        </span>
      </Show>
      {/* Spoken only near the end, in steps of ten: a count at every key would drown the typing. */}
      <span class="ui-visually-hidden" aria-live="polite">
        {near() && left() >= 0 ? t('ui.field.left', Math.ceil(left() / 10) * 10) : ''}
      </span>
    </>
  )
}
