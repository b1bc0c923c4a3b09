import { createSignal, createUniqueId, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Dialog, Notice, showToast } from '#client/ui'
import type { Result } from '#shared/core'
import type { ApiProblem } from '../api/call.ts'
import { sentenceFor } from '../api/sentence.ts'

interface Props {
  readonly title: string
  readonly description?: JSX.Element | undefined
  /** The verb of the act. */
  readonly confirmLabel: string
  readonly done: string
  readonly disabled?: boolean | undefined
  readonly size?: 'small' | 'medium' | 'large' | undefined
  /** Something was written here: a press beside the dialog shall not lose it. */
  readonly holdsWords?: boolean | undefined
  readonly act: () => Promise<Result<unknown, ApiProblem>>
  readonly onDone: () => void
  /** The act was refused: what is shown may be out of date. */
  readonly onRefused?: (() => void) | undefined
  readonly onClose: () => void
  readonly children?: JSX.Element | undefined
}

/** A dialog around one act on the minutes: it stays, with the reason and all that was written, when the act is refused. */
export function ActDialog(props: Props): JSX.Element {
  const t = useT()
  const form = createUniqueId()
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  const refusal = (): string | undefined => {
    const found = problem()
    return found === null ? undefined : sentenceFor(t, found)
  }
  const submit = async (): Promise<void> => {
    if (busy() || props.disabled) return
    setBusy(true)
    setProblem(null)
    const made = await props.act()
    setBusy(false)
    if (made.ok) {
      showToast(props.done)
      props.onDone()
    } else {
      setProblem(made.problem)
      props.onRefused?.()
    }
  }
  return (
    <Dialog
      open
      size={props.size}
      title={props.title}
      description={props.description}
      insistent={busy() || props.holdsWords}
      onClose={props.onClose}
      footer={
        <>
          <Button disabled={busy()} onPress={() => props.onClose()}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" form={form} variant="primary" busy={busy()} disabled={props.disabled}>
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
