import { createSignal, For, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Badge, Button, ConfirmDialog, Notice, Panel } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { sentenceFor } from '../api/sentence.ts'
import { endEverywhere, endOneSession, fetchSessions, type SessionAnswer } from '../api/session.ts'
import { createAct } from './act.ts'
import { deviceName } from './passkey.ts'

/** Where one is signed in, each of which can be ended from here. */
export function SessionsPanel(): JSX.Element {
  const t = useT()
  const sessions = createFetched(fetchSessions)
  const [asking, setAsking] = createSignal(false)
  const ending = createAct(async (id: string) => {
    const ended = await endOneSession(id)
    await sessions.refetch()
    return ended
  })
  const everywhere = createAct(async () => {
    const ended = await endEverywhere()
    // A fresh page, so that nothing of this person's stays in memory.
    if (ended.ok) location.assign('/sign-in')
    return ended
  })
  const sentence = (act: Pick<typeof ending, 'problem'>): string | undefined => {
    const refused = act.problem()
    return refused ? sentenceFor(t, refused) : undefined
  }
  return (
    <Panel title={t('people.account.sessions.title')}>
      <Fetched of={sessions} lines={2}>
        {list => (
          <ul class="people-list">
            <For each={list()}>
              {session => (
                <SessionRow session={session} busy={ending.busy()} onEnd={() => void ending.run(session.id)} />
              )}
            </For>
          </ul>
        )}
      </Fetched>
      <Notice tone="alarm" when={sentence(ending)} />
      <div class="ui-row">
        <Button onPress={() => setAsking(true)}>{t('people.account.sessions.everywhere')}</Button>
      </div>
      <ConfirmDialog
        open={asking()}
        title={t('people.account.sessions.everywhereTitle')}
        confirmLabel={t('people.account.sessions.everywhere')}
        busy={everywhere.busy()}
        error={sentence(everywhere)}
        onConfirm={() => void everywhere.run()}
        onClose={() => setAsking(false)}
      >
        <p>{t('people.account.sessions.everywhereText')}</p>
      </ConfirmDialog>
    </Panel>
  )
}

function SessionRow(props: {
  readonly session: SessionAnswer
  readonly busy: boolean
  readonly onEnd: () => void
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const device = (): string => deviceName(props.session.userAgent) || t('people.account.sessions.unknown')
  const facts = (): string =>
    [
      t(`people.account.sessions.by.${props.session.method}`),
      t('people.account.sessions.since', format().dateTime(props.session.createdAt)),
      t('people.account.sessions.seen', format().dateTime(props.session.lastSeenAt)),
    ].join(', ')
  return (
    <li class="people-list__item">
      <div class="people-list__text">
        <span class="ui-row ui-row--tight">
          <strong>{device()}</strong>
          <Show when={props.session.current}>
            <Badge tone="success">{t('people.account.sessions.here')}</Badge>
          </Show>
        </span>
        <span class="ui-muted ui-small">{facts()}</span>
      </div>
      <Show when={!props.session.current}>
        <Button
          size="small"
          variant="quiet"
          disabled={props.busy}
          aria-label={`${t('people.account.sessions.end')}: ${device()}`}
          onPress={props.onEnd}
        >
          {t('people.account.sessions.end')}
        </Button>
      </Show>
    </li>
  )
}
