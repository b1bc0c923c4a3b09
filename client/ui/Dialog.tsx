import { children, createEffect, createUniqueId, onCleanup, Show, type JSX } from 'solid-js'
import X from 'lucide-solid/icons/x'
import { useT } from '#client/i18n'
import { Button } from './Button.tsx'
import './dialog.css'

export interface DialogProps {
  readonly open: boolean
  /** Asked for by Escape, the close button or a press beside the dialog; the page decides. */
  readonly onClose: () => void
  readonly title: string
  readonly description?: JSX.Element | undefined
  /** The buttons, the deciding one last. */
  readonly footer?: JSX.Element | undefined
  readonly size?: 'small' | 'medium' | 'large' | undefined
  /** Only its own buttons close it: for acts under way. */
  readonly insistent?: boolean | undefined
  /** Nothing of the page under it is in sight, and nothing closes it. */
  readonly covers?: boolean | undefined
  readonly children?: JSX.Element | undefined
}

/** A modal dialog on the native element, which keeps focus inside and returns it to where it came from. */
export function Dialog(props: DialogProps): JSX.Element {
  return (
    <Show when={props.open}>
      <OpenDialog {...props} />
    </Show>
  )
}

function OpenDialog(props: DialogProps): JSX.Element {
  const t = useT()
  const id = createUniqueId()
  const description = children(() => props.description)
  const from = document.activeElement
  let dialog: HTMLDialogElement | undefined
  const ask = (): void => {
    if (!props.insistent) props.onClose()
  }
  createEffect(() => {
    dialog?.showModal()
    initialFocus(dialog)?.focus()
  })
  onCleanup(() => {
    dialog?.close()
    // The element leaves the page with its focus; the browser only returns it for a dialog that stays.
    if (from instanceof HTMLElement && from.isConnected) from.focus()
  })
  return (
    <dialog
      ref={element => (dialog = element)}
      class={`ui-dialog ui-dialog--${props.size ?? 'medium'}`}
      classList={{ 'ui-dialog--covers': props.covers === true }}
      aria-labelledby={`${id}-title`}
      aria-describedby={description() ? `${id}-description` : undefined}
      onCancel={event => {
        if (event.target !== dialog) return
        event.preventDefault()
        ask()
      }}
      // A browser closes what Escape asks to close twice, whatever the page says.
      onClose={() => {
        if (props.covers && props.open && dialog?.isConnected) dialog.showModal()
      }}
      onPointerDown={event => {
        if (event.target === dialog) ask()
      }}
    >
      <div class="ui-dialog__sheet">
        <header class="ui-dialog__head">
          <h2 id={`${id}-title`} class="ui-dialog__title" tabIndex={-1}>
            {props.title}
          </h2>
          <Show when={!props.insistent}>
            <Button variant="quiet" size="small" icon={X} iconOnly onPress={() => props.onClose()}>
              {t('ui.close')}
            </Button>
          </Show>
        </header>
        <div class="ui-dialog__body">
          <Show when={description()}>
            <div id={`${id}-description`} class="ui-dialog__description">
              {description()}
            </div>
          </Show>
          {props.children}
        </div>
        <Show when={props.footer}>{footer => <footer class="ui-dialog__foot">{footer()}</footer>}</Show>
      </div>
    </dialog>
  )
}

/** What asks for it, else the first field, else the title: never the close button, which the browser would choose. */
function initialFocus(dialog: HTMLDialogElement | undefined): HTMLElement | null {
  const wish = dialog?.querySelector<HTMLElement>('[autofocus]')
  const field = dialog?.querySelector<HTMLElement>('.ui-dialog__body :is(input, select, textarea):not(:disabled)')
  return wish ?? field ?? dialog?.querySelector<HTMLElement>('.ui-dialog__title') ?? null
}
