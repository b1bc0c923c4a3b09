import { createSignal, createUniqueId, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Dialog, Notice, showToast } from '#client/ui'
import type { Result } from '#shared/core'
import type { ApiProblem } from '../api/call.ts'
import { sentenceFor } from '../api/sentence.ts'

interface Props<T> {
  /** Left out where the dialog is only there while it is open. */
  readonly open?: boolean | undefined
  readonly title: string
  readonly description?: JSX.Element | undefined
  /** The verb of the act. */
  readonly confirmLabel: string
  readonly cancelLabel?: string | undefined
  readonly danger?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly size?: 'small' | 'medium' | 'large' | undefined
  /** Something was written here: a press beside the dialog shall not lose it. */
  readonly holdsWords?: boolean | undefined
  /** What is said once it is done; that it was saved, if not given. */
  readonly done?: string | undefined
  readonly act: () => Promise<Result<T, ApiProblem>>
  readonly onDone?: ((made: T) => void) | undefined
  /** The act was refused: what is shown may be out of date. */
  readonly onRefused?: (() => void) | undefined
  readonly onClose: () => void
  readonly children?: JSX.Element | undefined
}

/** A dialog around one act on the server: it stays, with the reason and everything typed, when the act is refused. */
export function FormDialog<T>(props: Props<T>): JSX.Element {
  const t = useT()
  const form = createUniqueId()
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  const close = (): void => {
    setProblem(null)
    props.onClose()
  }
  const submit = async (): Promise<void> => {
    if (busy() || props.disabled) return
    setBusy(true)
    setProblem(null)
    const made = await props.act()
    setBusy(false)
    if (!made.ok) {
      setProblem(made.problem)
      props.onRefused?.()
      return
    }
    showToast(props.done ?? t('group.done.saved'))
    close()
    props.onDone?.(made.value)
  }
  const refusal = (): string | undefined => {
    const found = problem()
    return found === null ? undefined : sentenceFor(t, found)
  }
  return (
    <Dialog
      open={props.open ?? true}
      title={props.title}
      description={props.description}
      size={props.size}
      insistent={busy() || props.holdsWords}
      onClose={close}
      footer={
        <>
          <Button disabled={busy()} onPress={close}>
            {props.cancelLabel ?? t('ui.cancel')}
          </Button>
          <Button
            type="submit"
            form={form}
            variant={props.danger ? 'danger' : 'primary'}
            busy={busy()}
            disabled={props.disabled}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <form
        id={form}
        class="ui-stack"
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        {props.children}
        <Notice tone="alarm" when={refusal()} />
      </form>
    </Dialog>
  )
}
