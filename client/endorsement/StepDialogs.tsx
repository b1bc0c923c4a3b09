/** Acts that need one confirmation: noting, publishing, sending back. */
import { createSignal, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { ConfirmDialog, showToast, TextArea } from '#client/ui'
import type { Result } from '#shared/core'
import { reasonsLimit } from '#shared/endorsement'
import type { ApiProblem } from '../api/call.ts'
import { noteVersion, publishVersion, sendBack } from '../api/endorsement.ts'
import { sentenceFor } from '../api/sentence.ts'

interface StepProps {
  readonly open: boolean
  readonly id: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One act at a time; its refusal stays in the dialog. */
function createStep(act: () => Promise<Result<unknown, ApiProblem>>, onDone: () => void) {
  const t = useT()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<string>()
  const run = async (said: string): Promise<void> => {
    setBusy(true)
    setError(undefined)
    const result = await act()
    setBusy(false)
    if (!result.ok) {
      setError(sentenceFor(t, result.problem))
      return
    }
    showToast(said)
    onDone()
  }
  return { busy, error, run, forget: () => setError(undefined) }
}

export function NoteDialog(props: StepProps): JSX.Element {
  const t = useT()
  const step = createStep(
    () => noteVersion(props.id),
    () => props.onDone(),
  )
  return (
    <ConfirmDialog
      open={props.open}
      title={t('endorsement.act.noteTitle')}
      confirmLabel={t('endorsement.next.note')}
      busy={step.busy()}
      error={step.error()}
      onConfirm={() => void step.run(t('endorsement.act.noted'))}
      onClose={() => props.onClose()}
    >
      <p>{t('endorsement.act.note')}</p>
    </ConfirmDialog>
  )
}

export function PublishDialog(props: StepProps): JSX.Element {
  const t = useT()
  const step = createStep(
    () => publishVersion(props.id),
    () => props.onDone(),
  )
  return (
    <ConfirmDialog
      open={props.open}
      title={t('endorsement.act.publishTitle')}
      confirmLabel={t('endorsement.next.publish')}
      busy={step.busy()}
      error={step.error()}
      onConfirm={() => void step.run(t('endorsement.act.published'))}
      onClose={() => props.onClose()}
    >
      <p>{t('endorsement.act.publish')}</p>
    </ConfirmDialog>
  )
}

export function SendBackDialog(props: StepProps): JSX.Element {
  const t = useT()
  const [reasons, setReasons] = createSignal('')
  const step = createStep(
    () => sendBack(props.id, reasons().trim()),
    () => props.onDone(),
  )
  return (
    <ConfirmDialog
      open={props.open}
      title={t('endorsement.act.sendBackTitle')}
      confirmLabel={t('endorsement.next.sendBack')}
      size="medium"
      danger
      busy={step.busy()}
      disabled={reasons().trim() === '' || reasons().length > reasonsLimit}
      error={step.error()}
      onConfirm={() => void step.run(t('endorsement.act.sentBack'))}
      onClose={() => props.onClose()}
    >
      <p>{t('endorsement.act.sendBackText')}</p>
      <TextArea
        label={t('endorsement.act.reasons')}
        value={reasons()}
        onInput={setReasons}
        maxLength={reasonsLimit}
        required
        rows={6}
        asDocument
      />
    </ConfirmDialog>
  )
}
