import { useNavigate } from '@solidjs/router'
import { createMemo, createSignal, Show, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { deviceZone, useFormat, useT } from '#client/i18n'
import { Select } from '#client/ui'
import { dayMs } from '#shared/core'
import { localMinuteIn, type MeetingKind } from '#shared/meeting'
import { newActKey } from '../api/motion.ts'
import type { GroupSummary } from '../api/group.ts'
import { draftMeeting, draftNextInSeries, type Series } from '../api/meeting.ts'
import { areWhole, detailsSent, MeetingFields } from './MeetingFields.tsx'
import { readTimes, type TimeFields } from './time-fields.ts'
import { TimesFields } from './TimesFields.tsx'
import { isWhoWhole, kindsOf, WhoMeets, whoSent, type WhoMeetsValue } from './WhoMeets.tsx'

const single = 'single'

/** Two weeks ahead at ten, for two hours: most notices are kept with it. */
function firstTimes(now: number, timeZone: string): TimeFields {
  const day = localMinuteIn(timeZone, now + 14 * dayMs).slice(0, 10)
  return { startsAt: `${day}T10:00`, endsAt: `${day}T12:00`, timeZone }
}

/** Drafts a meeting, on its own or as the next one of a series. */
export function NewMeetingDialog(props: {
  /** Groups whose meetings this person prepares. */
  readonly groups: readonly GroupSummary[]
  readonly all: readonly GroupSummary[]
  readonly series: readonly Series[]
  /** The group chosen on the page. */
  readonly group: string | null
  readonly now: number
  /** Where the last meeting was told, so that it need not be chosen each time. */
  readonly timeZone: string | null
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const [groupId, setGroupId] = createSignal(props.group ?? props.groups[0]?.id ?? '')
  const [how, setHow] = createSignal<string>(single)
  const group = createMemo(() => props.groups.find(one => one.id === groupId()) ?? null)
  const [chosenKind, setKind] = createSignal<MeetingKind | null>(null)
  const [further, setFurther] = createSignal<ReadonlySet<string>>(new Set())
  const who = (): WhoMeetsValue => {
    const inviting = group()
    const chosen = chosenKind()
    const fits = chosen !== null && inviting !== null && kindsOf(inviting).includes(chosen)
    return { kind: fits ? chosen : (inviting?.kind ?? 'nwg'), further: further() }
  }
  const [details, setDetails] = createSignal({ title: '', place: '', link: '' })
  const [times, setTimes] = createSignal(firstTimes(props.now, props.timeZone ?? deviceZone()))

  const series = (): readonly Series[] =>
    props.series.filter(one => one.groupId === groupId() && one.endedAt === null && one.next !== null)
  const inSeries = (): Series | undefined => series().find(one => one.id === how())
  const ready = (): boolean =>
    inSeries() !== undefined ||
    (areWhole(details()) && readTimes(times(), props.now).ok && isWhoWhole(who(), groupId()))

  const draft = () => {
    const recurring = inSeries()
    if (recurring) return draftNextInSeries(recurring.id, recurring.next?.startsAt ?? 0, newActKey())
    const read = readTimes(times(), props.now)
    const { startsAt, endsAt } = read.ok ? read : { startsAt: 0, endsAt: 0 }
    return draftMeeting(
      {
        groupId: groupId(),
        ...whoSent(who(), groupId()),
        ...detailsSent(details()),
        startsAt,
        endsAt,
        timeZone: times().timeZone,
      },
      newActKey(),
    )
  }
  return (
    <FormDialog
      title={t('meeting.edit.newTitle')}
      confirmLabel={t('meeting.edit.create')}
      disabled={!ready()}
      done={t('meeting.edit.made')}
      act={draft}
      onDone={({ id }) => navigate(`/meetings/${id}`)}
      onClose={() => props.onClose()}
    >
      <Show when={props.groups.length > 1}>
        <Select
          label={t('meeting.edit.group')}
          options={props.groups.map(one => ({ value: one.id, label: one.name }))}
          value={groupId()}
          onChange={setGroupId}
        />
      </Show>
      <Show when={series().length > 0}>
        <Select
          label={t('meeting.edit.how')}
          options={[
            { value: single, label: t('meeting.edit.single') },
            ...series().map(one => ({
              value: one.id,
              label: t(
                'meeting.edit.inSeries',
                one.title,
                format()
                  .inZone(one.timeZone)
                  .dateTime(one.next?.startsAt ?? 0),
              ),
            })),
          ]}
          value={inSeries() ? how() : single}
          onChange={setHow}
        />
      </Show>
      <Show when={!inSeries()}>
        <Show when={group()}>
          {inviting => (
            <WhoMeets
              group={inviting()}
              all={props.all}
              value={who()}
              onChange={({ kind, further }) => {
                setKind(kind)
                setFurther(further)
              }}
            />
          )}
        </Show>
        <MeetingFields value={details()} onChange={setDetails} />
        <TimesFields value={times()} now={props.now} onChange={setTimes} />
      </Show>
    </FormDialog>
  )
}
