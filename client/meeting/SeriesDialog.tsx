import { useNavigate } from '@solidjs/router'
import { createMemo, createResource, createSignal, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { deviceZone, useT } from '#client/i18n'
import { Select, TextInput } from '#client/ui'
import { dayMs } from '#shared/core'
import { defaultMeetingSettings, localMinuteIn, meetingLimits } from '#shared/meeting'
import { fetchGroup, type GroupSummary } from '../api/group.ts'
import { beginSeries } from '../api/meeting.ts'
import { isTemplateWhole, TemplateFields, templateSent, type TemplateLine } from './TemplateFields.tsx'
import { knownZones } from './time-fields.ts'

const weekDays = 7

/** Begins a series: its rhythm, and the agenda that each of its meetings begins with. [M7] */
export function SeriesDialog(props: {
  readonly group: GroupSummary
  readonly now: number
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const navigate = useNavigate()
  const cadence = Math.floor(defaultMeetingSettings(props.group.kind).cadenceMs / (weekDays * dayMs))
  const [title, setTitle] = createSignal('')
  const [everyWeeks, setEveryWeeks] = createSignal(String(Math.min(cadence, 8)))
  const [timeZone, setTimeZone] = createSignal(deviceZone())
  const [firstDay, setFirstDay] = createSignal(localMinuteIn(deviceZone(), props.now + 14 * dayMs).slice(0, 10))
  const [localTime, setLocalTime] = createSignal('10:00')
  const [duration, setDuration] = createSignal('120')
  const [place, setPlace] = createSignal('')
  const [template, setTemplate] = createSignal<readonly TemplateLine[]>([])
  const zones = createMemo(() => knownZones(timeZone()).map(value => ({ value, label: value.replaceAll('_', ' ') })))
  const [group] = createResource(() => fetchGroup(props.group.id))
  const seats = () => (group.latest?.ok ? group.latest.value.seats : [])
  const isWhole = (text: string, least: number, most: number): boolean =>
    /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
  const ready = (): boolean =>
    title().trim() !== '' &&
    isWhole(everyWeeks(), 1, 52) &&
    isWhole(duration(), 5, 1440) &&
    firstDay() !== '' &&
    isTemplateWhole(template())
  return (
    <FormDialog
      title={t('meeting.series.addTitle')}
      confirmLabel={t('meeting.series.create')}
      disabled={!ready()}
      done={t('meeting.series.begun')}
      act={() =>
        beginSeries({
          groupId: props.group.id,
          kind: props.group.kind,
          title: title(),
          everyWeeks: Number(everyWeeks()),
          timeZone: timeZone(),
          localTime: localTime(),
          durationMinutes: Number(duration()),
          place: place(),
          firstDay: firstDay(),
          template: templateSent(template()),
        })
      }
      onDone={({ meetingId }) => navigate(`/meetings/${meetingId}`)}
      onClose={() => props.onClose()}
    >
      <TextInput
        label={t('meeting.edit.name')}
        hint={t('meeting.edit.nameHint')}
        value={title()}
        maxLength={meetingLimits.title}
        onInput={setTitle}
        required
      />
      <TextInput
        label={t('meeting.series.everyWeeks')}
        hint={t('meeting.series.everyWeeksHint', cadence)}
        type="number"
        min={1}
        max={52}
        value={everyWeeks()}
        onInput={setEveryWeeks}
        required
      />
      <div class="meeting-times">
        <TextInput label={t('meeting.series.firstDay')} type="date" value={firstDay()} onInput={setFirstDay} required />
        <TextInput
          label={t('meeting.series.localTime')}
          placeholder="14:30"
          pattern="([01][0-9]|2[0-3]):[0-5][0-9]"
          value={localTime()}
          onInput={setLocalTime}
          required
        />
      </div>
      <TextInput
        label={t('meeting.series.duration')}
        type="number"
        min={5}
        max={1440}
        value={duration()}
        onInput={setDuration}
        required
      />
      <Select
        label={t('meeting.edit.timeZone')}
        hint={t('meeting.edit.timeZoneHint')}
        options={zones()}
        value={timeZone()}
        onChange={setTimeZone}
      />
      <TextInput
        label={t('meeting.edit.place')}
        value={place()}
        maxLength={meetingLimits.place}
        onInput={setPlace}
        optional
      />
      <TemplateFields value={template()} seats={seats()} onChange={setTemplate} />
    </FormDialog>
  )
}
