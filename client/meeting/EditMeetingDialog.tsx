import { createSignal, Show, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { localMinuteIn } from '#shared/meeting'
import { changeMeeting, type FloorAnswer } from '../api/meeting.ts'
import { areWhole, detailsSent, MeetingFields } from './MeetingFields.tsx'
import { readTimes, type TimeFields } from './time-fields.ts'
import { TimesFields } from './TimesFields.tsx'

/** The times of a meeting as its fields show them. */
export function fieldsOf({ startsAt, endsAt, timeZone }: FloorAnswer): TimeFields {
  return { startsAt: localMinuteIn(timeZone, startsAt), endsAt: localMinuteIn(timeZone, endsAt), timeZone }
}

/** Changes a draft, or what may still change of a convened meeting. */
export function EditMeetingDialog(props: {
  readonly floor: FloorAnswer
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const { title, place, link, serverNow, state } = props.floor
  const isDraft = state === 'draft'
  const [details, setDetails] = createSignal({ title, place, link: link ?? '' })
  const [times, setTimes] = createSignal(fieldsOf(props.floor))
  const ready = (): boolean => areWhole(details()) && (!isDraft || readTimes(times(), serverNow).ok)
  const save = () => {
    const read = readTimes(times(), serverNow)
    const moved = isDraft && read.ok ? { startsAt: read.startsAt, endsAt: read.endsAt, timeZone: times().timeZone } : {}
    return changeMeeting(props.floor.id, { ...detailsSent(details()), ...moved })
  }
  return (
    <FormDialog
      title={t('meeting.edit.title')}
      description={isDraft ? undefined : t('meeting.edit.convened')}
      confirmLabel={t('meeting.edit.save')}
      disabled={!ready()}
      done={t('meeting.edit.saved')}
      act={save}
      onDone={() => props.onDone()}
      onClose={() => props.onClose()}
    >
      <MeetingFields value={details()} onChange={setDetails} />
      <Show when={isDraft}>
        <TimesFields value={times()} now={serverNow} onChange={setTimes} />
      </Show>
    </FormDialog>
  )
}
