import { Show, type JSX } from 'solid-js'
import CalendarClock from 'lucide-solid/icons/calendar-clock'
import { useFormat, useT } from '#client/i18n'
import { Badge } from '#client/ui'

/** The day something is due; overdue is told by word and tone. */
export function DueDay(props: { readonly dueOn: string; readonly overdue: boolean }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <span class="ui-row ui-row--tight">
      <time class="ui-numeric" dateTime={props.dueOn}>
        {format().calendarDay(props.dueOn)}
      </time>
      <Show when={props.overdue}>
        <Badge tone="alarm" icon={CalendarClock}>
          {t('action.overdue')}
        </Badge>
      </Show>
    </span>
  )
}
