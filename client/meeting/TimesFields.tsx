import { createMemo, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Select, TextInput } from '#client/ui'
import { knownZones, movedEnd, readTimes, type TimeFault, type TimeFields } from './time-fields.ts'

/** Beginning and end of a meeting, entered as the clocks of its time zone show them. */
export function TimesFields(props: {
  readonly value: TimeFields
  readonly now: number
  readonly onChange: (value: TimeFields) => void
  /** The zone stays as it is. */
  readonly zoneFixed?: boolean | undefined
}): JSX.Element {
  const t = useT()
  const zones = createMemo(() => knownZones(props.value.timeZone).map(zone => ({ value: zone, label: named(zone) })))
  const read = () => readTimes(props.value, props.now)
  const fault = (field: 'startsAt' | 'endsAt'): string | undefined => {
    const times = read()
    const found: TimeFault | undefined = times.ok ? undefined : times[field]
    return found === undefined || props.value[field] === '' ? undefined : t(`meeting.edit.${found}`)
  }
  return (
    <>
      <div class="meeting-times">
        <TextInput
          label={t('meeting.edit.startsAt')}
          type="datetime-local"
          value={props.value.startsAt}
          error={fault('startsAt')}
          onInput={startsAt => props.onChange({ ...props.value, startsAt, endsAt: movedEnd(props.value, startsAt) })}
          required
        />
        <TextInput
          label={t('meeting.edit.endsAt')}
          type="datetime-local"
          value={props.value.endsAt}
          error={fault('endsAt')}
          onInput={endsAt => props.onChange({ ...props.value, endsAt })}
          required
        />
      </div>
      <Select
        label={t('meeting.edit.timeZone')}
        hint={t('meeting.edit.timeZoneHint')}
        options={zones()}
        value={props.value.timeZone}
        disabled={props.zoneFixed}
        onChange={timeZone => props.onChange({ ...props.value, timeZone })}
      />
    </>
  )
}

/** `Europe/Tirane` → `Europe / Tirane`, so that it may break. */
function named(zone: string): string {
  return zone.replaceAll('_', ' ').replaceAll('/', ' / ')
}
