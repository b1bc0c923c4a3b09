import { createResource, createSignal, Show, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { localMinuteIn } from '#shared/meeting'
import { fetchGroups } from '../api/group.ts'
import { changeMeeting, type FloorAnswer } from '../api/meeting.ts'
import { areWhole, detailsSent, MeetingFields } from './MeetingFields.tsx'
import { readTimes, type TimeFields } from './time-fields.ts'
import { TimesFields } from './TimesFields.tsx'
import { isWhoWhole, WhoMeets, whoSent, type WhoMeetsValue } from './WhoMeets.tsx'

/** The times of a meeting as its fields show them. */
export function fieldsOf({ startsAt, endsAt, timeZone }: FloorAnswer): TimeFields {
  return { startsAt: localMinuteIn(timeZone, startsAt), endsAt: localMinuteIn(timeZone, endsAt), timeZone }
}

/** Changes a draft, who meets included while nobody was invited, or what may still change of a convened meeting. */
export function EditMeetingDialog(props: {
  readonly floor: FloorAnswer
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const { title, place, link, serverNow, state, group, kind, bodies, convenedAt } = props.floor
  const isDraft = state === 'draft'
  const invitesNobody = isDraft && convenedAt === null
  const [details, setDetails] = createSignal({ title, place, link: link ?? '' })
  const [times, setTimes] = createSignal(fieldsOf(props.floor))
  const [who, setWho] = createSignal<WhoMeetsValue>({ kind, further: new Set(bodies.map(one => one.id)) })
  // Those that meet are named at once; the others, when they are known.
  const [known] = createResource(async () => {
    const groups = invitesNobody ? await fetchGroups() : null
    return groups?.ok ? groups.value : bodies
  })
  const ready = (): boolean =>
    areWhole(details()) && (!isDraft || readTimes(times(), serverNow).ok) && isWhoWhole(who(), group.id)
  const save = () => {
    const read = readTimes(times(), serverNow)
    const moved = isDraft && read.ok ? { startsAt: read.startsAt, endsAt: read.endsAt, timeZone: times().timeZone } : {}
    const meets = invitesNobody ? whoSent(who(), group.id) : {}
    return changeMeeting(props.floor.id, { ...detailsSent(details()), ...moved, ...meets })
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
      <Show when={invitesNobody}>
        <WhoMeets group={group} all={known.latest ?? bodies} value={who()} onChange={setWho} />
      </Show>
      <MeetingFields value={details()} onChange={setDetails} />
      <Show when={isDraft}>
        <TimesFields value={times()} now={serverNow} onChange={setTimes} />
      </Show>
    </FormDialog>
  )
}
