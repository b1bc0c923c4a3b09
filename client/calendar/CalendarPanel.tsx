import { createSignal, Show, type JSX } from 'solid-js'
import CalendarPlus from 'lucide-solid/icons/calendar-plus'
import Download from 'lucide-solid/icons/download'
import { useT } from '#client/i18n'
import { Button, LinkButton, Panel } from '#client/ui'
import { meetingCalendarUrl } from '../api/calendar.ts'
import { SubscribeDialog, type CalendarGroup } from './SubscribeDialog.tsx'

/**
 * A meeting for the reader's calendar: once as a file, or with all the others as a subscription.
 *
 * @param props.groups that meet, so that one of them can be followed by itself
 */
export function CalendarPanel(props: {
  readonly meetingId: string
  readonly groups?: readonly CalendarGroup[] | undefined
}): JSX.Element {
  const t = useT()
  const [subscribing, setSubscribing] = createSignal(false)
  return (
    <Panel title={t('calendar.meeting.title')}>
      <p class="ui-muted ui-small">{t('calendar.meeting.downloadHint')}</p>
      <div class="ui-row">
        <LinkButton href={meetingCalendarUrl(props.meetingId)} icon={Download} download external>
          {t('calendar.meeting.download')}
        </LinkButton>
        <Button icon={CalendarPlus} onPress={() => setSubscribing(true)}>
          {t('calendar.meeting.subscribe')}
        </Button>
      </div>
      <Show when={subscribing()}>
        <SubscribeDialog groups={props.groups ?? []} onDone={() => undefined} onClose={() => setSubscribing(false)} />
      </Show>
    </Panel>
  )
}
