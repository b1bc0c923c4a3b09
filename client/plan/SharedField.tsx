import { createEffect, onCleanup, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { elementText } from '#shared/plan/framework'
import { bindText } from './bound-text.ts'
import type { FrameworkModel } from './framework-model.ts'

const growsByItself = CSS.supports('field-sizing', 'content')

/** The words of one element of the framework: read as text, or written in a field that several can type in at once. */
export function SharedField(props: {
  readonly model: FrameworkModel
  readonly id: string
  readonly text: string
  readonly label: string
  readonly editable: boolean
  readonly focused: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
}): JSX.Element {
  const t = useT()
  return (
    <Show
      when={props.editable}
      fallback={
        <p class="framework__words" classList={{ 'framework__words--blank': props.text.trim() === '' }}>
          {props.text.trim() === '' ? t('plan.framework.blank') : props.text}
        </p>
      }
    >
      <textarea
        class="framework__field"
        rows={1}
        aria-label={props.label}
        aria-keyshortcuts="Control+Enter Alt+Shift+ArrowUp Alt+Shift+ArrowDown"
        placeholder={t('plan.framework.blank')}
        ref={field => bind(field, props)}
        onKeyDown={event => props.onKeyDown(event)}
      />
    </Show>
  )
}

function bind(
  field: HTMLTextAreaElement,
  props: { readonly model: FrameworkModel; readonly id: string; readonly focused: boolean },
): void {
  const fit = (): void => {
    if (growsByItself) return
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight}px`
  }
  createEffect(() => {
    const text = elementText(props.model.doc, props.id)
    if (!text) return
    onCleanup(bindText(field, text, props.model.origin, fit))
    field.addEventListener('input', fit)
    fit()
  })
  createEffect(() => {
    if (props.focused) field.focus()
  })
}
