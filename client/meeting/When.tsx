import { Show, type JSX } from 'solid-js'
import { deviceZone, showsOwnClock, useFormat, useT } from '#client/i18n'

interface Times {
  readonly startsAt: number
  readonly endsAt: number
  readonly timeZone: string
}

/** When a meeting is, in its own time zone; the zone by name, and the reader's time, where the two differ. */
export function When(props: { readonly of: Times }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const zoned = () => format().inZone(props.of.timeZone)
  const differs = (): boolean => !showsOwnClock(props.of.timeZone, props.of.startsAt)
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
