import { createSignal, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { TextArea } from '#client/ui'
import { erratumLimit } from '#shared/minutes'
import { newActKey } from '../api/motion.ts'
import { addErratum } from '../api/minutes.ts'

/** Adds to sealed minutes: the original stays, and the erratum is approved as minutes are. [M5] */
export function ErratumDialog(props: {
  readonly minutesId: string
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const key = newActKey()
  const [text, setText] = createSignal('')
  return (
    <FormDialog
      title={t('minutes.errata.add')}
      description={t('minutes.errata.lead')}
      confirmLabel={t('minutes.errata.confirm')}
      done={t('minutes.errata.done')}
      disabled={text().trim() === ''}
      holdsWords={text().trim() !== ''}
      act={() => addErratum(props.minutesId, { text: text().trim() }, key)}
      onDone={props.onDone}
      onClose={props.onClose}
    >
      <TextArea
        label={t('minutes.errata.words')}
        hint={t('minutes.noPersonalData')}
        required
        rows={6}
        maxLength={erratumLimit}
        value={text()}
        onInput={setText}
        asDocument
      />
    </FormDialog>
  )
}
