import { createMemo, Match, Show, Switch, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { createPageTitle, ZoneNote } from '#client/ui'
import { Newsreader } from '../room/Newsreader.tsx'
import { useRoom } from '../room/room.ts'
import { createMoment } from '../room/words.ts'
import { CheckInSign } from './CheckInSign.tsx'
import { createScreenTheme } from './screen-theme.ts'
import { sceneOf, type Scene } from './scene.ts'
import { ScreenAgenda } from './ScreenAgenda.tsx'
import { ScreenControls } from './ScreenControls.tsx'
import { ScreenItem } from './ScreenItem.tsx'
import { ScreenOver } from './ScreenOver.tsx'
import { ScreenQuorum } from './ScreenQuorum.tsx'
import { ScreenSpeakers } from './ScreenSpeakers.tsx'
import { ScreenResult, ScreenVote } from './ScreenVote.tsx'
import { createWakeLock } from './wake-lock.ts'

/** Everything the projector shows of a meeting, one scene at a time. */
export function Screen(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const theme = createScreenTheme()
  createPageTitle(() => t('room.screen.title', room.floor().title))
  createWakeLock()
  const scene = createMemo(() => sceneOf(room.floor()), sceneOf(room.floor()), { equals: isSame })
  const of = <K extends Scene['kind']>(kind: K): Extract<Scene, { kind: K }> | null => {
    const now = scene()
    return isKind(now, kind) ? now : null
  }
  const itemOf = (id: string) => room.floor().items.find(item => item.id === id)
  const isOver = (): boolean => of('over') !== null || of('cancelled') !== null
  return (
    <div class="screen" data-theme-here={theme.shown()}>
      <Head />
      <Newsreader />
      <div class="screen__stage">
        <Switch>
          <Match when={of('waiting')}>
            <Waiting />
          </Match>
          <Match when={of('agenda')}>
            <ScreenAgenda title={t('room.screen.between')} />
          </Match>
          <Match when={of('item')}>
            {shown => <Show when={itemOf(shown().itemId)}>{item => <ScreenItem item={item()} />}</Show>}
          </Match>
          <Match when={of('vote')?.motionId} keyed>
            {id => <ScreenVote id={id} item={itemOf(of('vote')?.itemId ?? '')} />}
          </Match>
          <Match when={of('result')?.motionId} keyed>
            {id => <ScreenResult id={id} item={itemOf(of('result')?.itemId ?? '')} />}
          </Match>
          <Match when={of('suspended')}>
            <Suspended />
          </Match>
          <Match when={of('over')}>
            <ScreenOver />
          </Match>
          <Match when={of('cancelled')}>
            <p class="screen__big">{t('room.screen.cancelled')}</p>
          </Match>
        </Switch>
      </div>
      <Show when={!isOver() && !of('waiting') && !of('suspended')}>
        <ScreenSpeakers />
      </Show>
      <footer class="screen__foot">
        <Show when={!isOver()}>
          <ScreenQuorum />
        </Show>
        <Show when={!isOver() && !of('waiting')}>
          <CheckInSign />
        </Show>
      </footer>
      <ScreenControls theme={theme} />
    </div>
  )
}

function isKind<K extends Scene['kind']>(scene: Scene, kind: K): scene is Extract<Scene, { kind: K }> {
  return scene.kind === kind
}

/** A floor that comes anew with the same scene draws nothing anew. */
function isSame(a: Scene, b: Scene): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function Head(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const format = useFormat()
  const lost = (): string | null => {
    const link = room.link()
    if (link.isLive) return null
    const since = link.asOf === null ? t('room.link.lostNever') : t('room.screen.lost', format().time(link.asOf))
    return `${since} · ${t('room.screen.reconnecting')}`
  }
  return (
    <header class="screen__head">
      <h1 class="screen__meeting">{room.floor().title}</h1>
      <Show when={lost()}>{text => <p class="screen__lost">{text()}</p>}</Show>
      <ZoneNote timeZone={room.floor().timeZone} at={room.floor().startsAt} />
      <p class="screen__clock">{format().time(room.now())}</p>
    </header>
  )
}

function Waiting(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const format = useFormat()
  return (
    <div class="screen-waiting">
      <div class="screen-waiting__text">
        <p class="screen__small">{room.floor().group.name}</p>
        <p class="screen__big">{t('room.screen.welcome')}</p>
        <p class="screen__large">{t('room.screen.begins', format().time(room.floor().startsAt))}</p>
        <p class="screen__small">{room.floor().place}</p>
      </div>
      <CheckInSign large />
    </div>
  )
}

function Suspended(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const moment = createMoment(room)
  return (
    <div class="screen-pause">
      <p class="screen__big">
        {t('room.screen.suspended', moment(room.floor().suspendedAt ?? room.floor().serverNow))}
      </p>
      <Show when={room.floor().expectedUntil}>
        {until => <p class="screen__large">{t('room.screen.goesOn', moment(until()))}</p>}
      </Show>
      <ScreenAgenda title={t('meeting.agenda.title')} />
    </div>
  )
}
