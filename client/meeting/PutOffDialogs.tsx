import { createSignal, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { TextArea } from '#client/ui'
import { meetingLimits } from '#shared/meeting'
import { cancelMeeting, postponeMeeting, type FloorAnswer } from '../api/meeting.ts'
import { fieldsOf } from './EditMeetingDialog.tsx'
import { readTimes } from './time-fields.ts'
import { TimesFields } from './TimesFields.tsx'

interface Props {
  readonly floor: FloorAnswer
  readonly onDone: () => void
  readonly onClose: () => void
}

const isReason = (text: string): boolean => text.trim() !== '' && text.length <= meetingLimits.reason

/** Puts a convened meeting off to another date: the chair's act. */
export function PostponeDialog(props: Props): JSX.Element {
  const t = useT()
  const { serverNow } = props.floor
  const [reason, setReason] = createSignal('')
  const [times, setTimes] = createSignal(fieldsOf(props.floor))
  const read = () => readTimes(times(), serverNow)
  const moved = (): boolean => {
    const found = read()
    return found.ok && found.startsAt !== props.floor.startsAt
  }
  const postpone = () => {
    const found = read()
    const { startsAt, endsAt } = found.ok ? found : props.floor
    return postponeMeeting(props.floor.id, { reason: reason(), startsAt, endsAt })
  }
  return (
    <FormDialog
      title={t('meeting.postpone.title')}
      description={t('meeting.postpone.text')}
      confirmLabel={t('meeting.postpone.confirm')}
      disabled={!isReason(reason()) || !moved()}
      done={t('meeting.postpone.done')}
      act={postpone}
      onDone={() => props.onDone()}
      onClose={() => props.onClose()}
    >
      <TimesFields value={times()} now={serverNow} onChange={setTimes} zoneFixed />
      <Reason value={reason()} onInput={setReason} />
    </FormDialog>
  )
}

/** Cancels a meeting that has not begun: the chair's act. */
export function CancelDialog(props: Props): JSX.Element {
  const t = useT()
  const [reason, setReason] = createSignal('')
  return (
    <FormDialog
      title={t('meeting.cancel.title')}
      description={t('meeting.cancel.text')}
      confirmLabel={t('meeting.cancel.confirm')}
      cancelLabel={t('meeting.cancel.keep')}
      danger
      disabled={!isReason(reason())}
      done={t('meeting.cancel.done')}
      act={() => cancelMeeting(props.floor.id, reason())}
      onDone={() => props.onDone()}
      onClose={() => props.onClose()}
    >
      <Reason value={reason()} onInput={setReason} />
    </FormDialog>
  )
}

function Reason(props: { readonly value: string; readonly onInput: (value: string) => void }): JSX.Element {
  const t = useT()
  return (
    <TextArea
      label={t('meeting.postpone.reason')}
      hint={t('meeting.postpone.reasonHint')}
      value={props.value}
      maxLength={meetingLimits.reason}
      onInput={value => props.onInput(value)}
      required
    />
  )
}
