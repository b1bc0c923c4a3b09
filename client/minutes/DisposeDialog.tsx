import { createSignal, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { TextArea } from '#client/ui'
import { correctionReasonLimit } from '#shared/minutes'
import { disposeOfCorrection, type CorrectionEntry } from '../api/minutes.ts'
import { ProposedChange } from './ProposedChange.tsx'

/** Accepts a correction, or refuses it; whoever refuses says why. */
export function DisposeDialog(props: {
  readonly correction: CorrectionEntry
  readonly accept: boolean
  readonly onDone: () => void
  readonly onRefused: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const [reason, setReason] = createSignal('')
  return (
    <FormDialog
      title={t(props.accept ? 'minutes.correction.acceptTitle' : 'minutes.correction.refuseTitle')}
      description={t(props.accept ? 'minutes.correction.acceptLead' : 'minutes.correction.refuseLead')}
      confirmLabel={t(props.accept ? 'minutes.correction.accept' : 'minutes.correction.refuse')}
      done={t(props.accept ? 'minutes.correction.acceptedDone' : 'minutes.correction.refusedDone')}
      disabled={!props.accept && reason().trim() === ''}
      holdsWords={reason().trim() !== ''}
      act={() => disposeOfCorrection(props.correction.id, { accept: props.accept, reason: reason().trim() })}
      onDone={props.onDone}
      onRefused={props.onRefused}
      onClose={props.onClose}
    >
      <ProposedChange correction={props.correction} />
      <TextArea
        label={t('minutes.correction.disposition')}
        optional={props.accept}
        required={!props.accept}
        rows={3}
        maxLength={correctionReasonLimit}
        value={reason()}
        onInput={setReason}
      />
    </FormDialog>
  )
}
