import { createSignal, createUniqueId, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Dialog, Notice, showToast } from '#client/ui'
import type { Result } from '#shared/core'
import type { ApiProblem } from '../api/call.ts'
import { sentenceFor } from '../api/sentence.ts'

interface Props<T> {
  readonly title: string
  readonly description?: JSX.Element | undefined
  /** The verb of the act. */
  readonly confirmLabel: string
  readonly cancelLabel?: string | undefined
  readonly danger?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly size?: 'small' | 'medium' | 'large' | undefined
  /** Told when it is done. */
  readonly done: string
  readonly act: () => Promise<Result<T, ApiProblem>>
  readonly onDone?: ((made: T) => void) | undefined
  readonly onClose: () => void
  readonly children?: JSX.Element | undefined
}

/** A dialog around one act on the server: it stays, with the reason and everything typed, when the act is refused. */
export function ActDialog<T>(props: Props<T>): JSX.Element {
  const t = useT()
  const form = createUniqueId()
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  const submit = async (): Promise<void> => {
    if (busy() || props.disabled) return
    setBusy(true)
    setProblem(null)
    const made = await props.act()
    setBusy(false)
    if (!made.ok) return void setProblem(made.problem)
    showToast(props.done)
    props.onClose()
    props.onDone?.(made.value)
  }
  const refusal = (): string | undefined => {
    const found = problem()
    return found === null ? undefined : sentenceFor(t, found)
  }
  return (
    <Dialog
      open
      title={props.title}
      description={props.description}
      size={props.size}
      insistent={busy()}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button disabled={busy()} onPress={() => props.onClose()}>
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
