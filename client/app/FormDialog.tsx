import { createSignal, createUniqueId, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Dialog, Notice, showToast } from '#client/ui'
import type { Result } from '#shared/core'
import type { ApiProblem } from '../api/call.ts'
import { sentenceFor } from '../api/sentence.ts'

interface Props<T> {
  readonly open: boolean
  readonly title: string
  /** The verb of the act. */
  readonly confirmLabel: string
  readonly danger?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** What is said once it is done; that it was saved, if not given. */
  readonly done?: string | undefined
  readonly act: () => Promise<Result<T, ApiProblem>>
  readonly onDone?: ((made: T) => void) | undefined
  readonly onClose: () => void
  readonly children: JSX.Element
}

/** A dialog around one act on the server: it stays, with the reason, when the act is refused. */
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
    const made = await props.act()
    setBusy(false)
    if (!made.ok) return void setProblem(made.problem)
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
      open={props.open}
      title={props.title}
      insistent={busy()}
      onClose={close}
      footer={
        <>
          <Button disabled={busy()} onPress={close}>
            {t('ui.cancel')}
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
