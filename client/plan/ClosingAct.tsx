import { createSignal, createUniqueId, Show, type JSX } from 'solid-js'
import Lock from 'lucide-solid/icons/lock'
import LockOpen from 'lucide-solid/icons/lock-open'
import { useT } from '#client/i18n'
import { Button, ConfirmDialog, Dialog, Notice, showToast, TextArea } from '#client/ui'
import { closeReasonLimit } from '#shared/plan'
import type { ApiProblem } from '../api/call.ts'
import { closeText, reopenText, type SectionDetail } from '../api/plan.ts'
import { sentenceFor } from '../api/sentence.ts'

interface Props {
  readonly section: SectionDetail
  readonly onChange: () => void
}

/** Closes the text for writing, or opens it again. One button for both: it stays where the focus is. */
export function ClosingAct(props: Props): JSX.Element {
  const t = useT()
  const [asking, setAsking] = createSignal<'close' | 'reopen' | null>(null)
  const isClosed = (): boolean => props.section.frozen !== null
  const dialog = {
    onClose: () => setAsking(null),
    onDone: () => {
      setAsking(null)
      props.onChange()
    },
  }
  return (
    <>
      <Button
        icon={isClosed() ? LockOpen : Lock}
        disabled={props.section.waived !== null && !isClosed()}
        onPress={() => setAsking(isClosed() ? 'reopen' : 'close')}
      >
        {isClosed() ? t('plan.closing.reopen') : t('plan.closing.close')}
      </Button>
      <Show when={asking() === 'close'}>
        <CloseDialog section={props.section} onChange={props.onChange} {...dialog} />
      </Show>
      <Show when={asking() === 'reopen'}>
        <ReopenDialog section={props.section} onChange={props.onChange} {...dialog} />
      </Show>
    </>
  )
}

interface DialogProps extends Props {
  readonly onClose: () => void
  readonly onDone: () => void
}

function CloseDialog(props: DialogProps): JSX.Element {
  const t = useT()
  const form = createUniqueId()
  const [reason, setReason] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem>()
  const close = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    const words = reason().trim()
    const closed = await closeText(props.section.id, words === '' ? {} : { reason: words })
    setBusy(false)
    if (!closed.ok) {
      setProblem(closed.problem)
      return props.onChange()
    }
    showToast(t('plan.closing.closed'))
    props.onDone()
  }
  return (
    <Dialog
      open
      title={t('plan.closing.closeTitle', props.section.code)}
      description={t('plan.closing.closeText')}
      insistent={busy()}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} busy={busy()}>
            {t('plan.closing.close')}
          </Button>
        </>
      }
    >
      <form id={form} class="ui-stack" onSubmit={event => void close(event)}>
        <TextArea
          label={t('plan.closing.field')}
          hint={t('plan.closing.hint')}
          value={reason()}
          onInput={setReason}
          maxLength={closeReasonLimit}
          optional
        />
        <Show when={problem()}>{refusal => <Notice tone="alarm" when={sentenceFor(t, refusal())} />}</Show>
      </form>
    </Dialog>
  )
}

function ReopenDialog(props: DialogProps): JSX.Element {
  const t = useT()
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem>()
  const error = (): string | undefined => {
    const refusal = problem()
    return refusal && sentenceFor(t, refusal)
  }
  const reopen = async (): Promise<void> => {
    setBusy(true)
    const reopened = await reopenText(props.section.id)
    setBusy(false)
    if (!reopened.ok) {
      setProblem(reopened.problem)
      return props.onChange()
    }
    showToast(t('plan.closing.reopened'))
    props.onDone()
  }
  return (
    <ConfirmDialog
      open
      title={t('plan.closing.reopenTitle', props.section.code)}
      confirmLabel={t('plan.closing.reopen')}
      busy={busy()}
      error={error()}
      onConfirm={() => void reopen()}
      onClose={props.onClose}
    >
      <Show when={props.section.frozen?.untilOutcome}>
        {version => <p>{t('plan.closing.reopenUntil', version().number)}</p>}
      </Show>
      <p>
        {props.section.damaged ? t('plan.damaged.staysClosed') : t('plan.closing.reopenText', props.section.group.name)}
      </p>
    </ConfirmDialog>
  )
}
