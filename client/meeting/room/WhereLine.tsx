import { Match, Show, Switch, type JSX } from 'solid-js'
import ArrowRight from 'lucide-solid/icons/arrow-right'
import LocateFixed from 'lucide-solid/icons/locate-fixed'
import { useT } from '#client/i18n'
import { itemTitle } from '#client/titles'
import { Button } from '#client/ui'
import type { Conduct } from './conduct.ts'
import { ItemTime } from './ItemTime.tsx'
import { useRoom } from './room.ts'
import { createMoment } from './words.ts'

/** What the meeting is at, and the way there for who looks elsewhere; for who conducts it, the way on. */
export function WhereLine(props: { readonly conduct: Conduct }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const view = room.view
  const moment = createMoment(room)
  const elsewhere = (): string => {
    const { item, current } = view()
    const mine = item?.number ?? ''
    return current ? t('room.where.elsewhere', mine, current.number) : t('room.where.elsewhereBetween', mine)
  }
  const pause = (): string => {
    const { expectedUntil } = room.floor()
    return expectedUntil === null ? t('room.where.suspended') : t('room.where.suspendedUntil', moment(expectedUntil))
  }
  const goesOn = (): boolean => room.mine().mayConduct && room.floor().state === 'inSession'
  return (
    <div class="room-where" classList={{ 'room-where--elsewhere': !view().isFollowing }}>
      <Switch fallback={<span class="room-where__text">{t('room.where.notBegun')}</span>}>
        <Match when={!view().isFollowing}>
          <span class="room-where__text">{elsewhere()}</span>
          <Button size="small" icon={LocateFixed} onPress={() => room.look(null)} aria-keyshortcuts="g">
            {t('room.where.go')}
          </Button>
        </Match>
        <Match when={room.floor().state === 'suspended'}>
          <span class="room-where__text">
            <strong>{pause()}</strong>
          </span>
        </Match>
        <Match when={view().current}>
          {current => (
            <>
              <span class="room-where__text">
                <strong>{t('room.where.at', current().number, itemTitle(t, current()))}</strong>
              </span>
              <ItemTime item={current()} />
            </>
          )}
        </Match>
        <Match when={room.floor().state === 'inSession'}>
          <span class="room-where__text">{t('room.where.between')}</span>
        </Match>
      </Switch>
      <Show when={goesOn() && view().isFollowing && props.conduct.next()}>
        {next => (
          <Button
            variant="primary"
            size="small"
            icon={ArrowRight}
            busy={room.busy() === 'current'}
            onPress={() => void props.conduct.goOn()}
            aria-keyshortcuts="f"
          >
            {view().current?.state === 'open'
              ? t('room.conduct.finishAndGo', next().number)
              : t('room.conduct.begin', next().number)}
          </Button>
        )}
      </Show>
    </div>
  )
}
