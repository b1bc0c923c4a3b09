import { Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { localMinuteIn } from '#shared/meeting'

interface Times {
  readonly startsAt: number
  readonly endsAt: number
  readonly timeZone: string
}

/** The zone of the reader's device: it decides what is said beside a time, never what a time is. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** When a meeting is, in its own time zone; the zone by name, and the reader's time, where the two differ. */
export function When(props: { readonly of: Times }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const zoned = () => format().inZone(props.of.timeZone)
  const differs = (): boolean =>
    localMinuteIn(props.of.timeZone, props.of.startsAt) !== localMinuteIn(deviceZone(), props.of.startsAt)
  return (
    <span class="meeting-when">
      <time dateTime={new Date(props.of.startsAt).toISOString()}>
        {zoned().span(props.of.startsAt, props.of.endsAt)}
      </time>
      <Show when={differs()}>
        <span class="ui-small ui-muted">
          {zoned().zoneName(props.of.startsAt)} ·{' '}
          {t('meeting.when.here', format().inZone(deviceZone()).shortSpan(props.of.startsAt, props.of.endsAt))}
        </span>
      </Show>
    </span>
  )
}
