import { createSignal, For, Show, type JSX } from 'solid-js'
import CalendarPlus from 'lucide-solid/icons/calendar-plus'
import { Fetched, useMe } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Button, ConfirmDialog, Panel, showToast } from '#client/ui'
import { fetchCalendars, revokeCalendar, type CalendarAnswer } from '../api/calendar.ts'
import type { ApiProblem } from '../api/call.ts'
import { createFetched } from '../api/fetched.ts'
import { sentenceFor } from '../api/sentence.ts'
import { SubscribeDialog, type CalendarGroup } from './SubscribeDialog.tsx'
import './calendar.css'

/** The calendars that read one's meetings, each of which can be ended from here. */
export function CalendarsPanel(): JSX.Element {
  const t = useT()
  const me = useMe()
  const calendars = createFetched(fetchCalendars)
  const [subscribing, setSubscribing] = createSignal(false)
  const [ending, setEnding] = createSignal<CalendarAnswer>()
  const groups = (): readonly CalendarGroup[] => {
    const byId = new Map(me().seats.map(seat => [seat.groupId, seat.groupName]))
    return [...byId].map(([id, name]) => ({ id, name }))
  }
  return (
    <Panel
      title={t('calendar.account.title')}
      actions={
        <Button size="small" icon={CalendarPlus} onPress={() => setSubscribing(true)}>
          {t('calendar.account.subscribe')}
        </Button>
      }
    >
      <p class="ui-muted">{t('calendar.account.lead')}</p>
      <Fetched of={calendars} lines={2}>
        {list => (
          <Show when={list().length > 0} fallback={<p class="ui-muted ui-small">{t('calendar.account.empty')}</p>}>
            <ul class="calendar-list">
              <For each={list()}>{calendar => <Row calendar={calendar} onEnd={() => setEnding(calendar)} />}</For>
            </ul>
          </Show>
        )}
      </Fetched>
      <Show when={subscribing()}>
        <SubscribeDialog
          groups={groups()}
          onDone={() => void calendars.refetch()}
          onClose={() => setSubscribing(false)}
        />
      </Show>
      <Show when={ending()}>
        {calendar => (
          <EndDialog
            calendar={calendar()}
            onDone={() => {
              setEnding(undefined)
              showToast(t('calendar.account.ended'))
              void calendars.refetch()
            }}
            onClose={() => setEnding(undefined)}
          />
        )}
      </Show>
    </Panel>
  )
}

function Row(props: { readonly calendar: CalendarAnswer; readonly onEnd: () => void }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const name = (): string => props.calendar.group?.name ?? t('calendar.all')
  const facts = (): string => {
    const { createdAt, lastReadAt } = props.calendar
    const read = lastReadAt === null ? t('calendar.account.neverRead') : format().dateTime(lastReadAt)
    return [
      t('calendar.account.since', format().date(createdAt)),
      lastReadAt === null ? read : t('calendar.account.read', read),
    ].join(', ')
  }
  return (
    <li class="calendar-list__item">
      <div class="calendar-list__text">
        <strong>{name()}</strong>
        <span class="ui-muted ui-small">{facts()}</span>
      </div>
      <Button
        size="small"
        variant="quiet"
        aria-label={t('calendar.account.endOf', name())}
        onPress={() => props.onEnd()}
      >
        {t('calendar.account.end')}
      </Button>
    </li>
  )
}

function EndDialog(props: {
  readonly calendar: CalendarAnswer
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem>()
  const end = async (): Promise<void> => {
    setBusy(true)
    const ended = await revokeCalendar(props.calendar.id)
    setBusy(false)
    if (ended.ok) props.onDone()
    else setProblem(ended.problem)
  }
  const refusal = (): string | undefined => {
    const refused = problem()
    return refused && sentenceFor(t, refused)
  }
  return (
    <ConfirmDialog
      open
      title={t('calendar.account.endTitle', props.calendar.group?.name ?? t('calendar.all'))}
      confirmLabel={t('calendar.account.endConfirm')}
      danger
      busy={busy()}
      error={refusal()}
      onConfirm={() => void end()}
      onClose={props.onClose}
    >
      <p>{t('calendar.account.endText')}</p>
    </ConfirmDialog>
  )
}
