import { createEffect, createSignal, on, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { useRoom } from './room.ts'

/** One quiet line that says whether the room is seen as it stands. A screen reader hears of it when it changes. */
export function LinkLine(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const format = useFormat()
  const [announced, announce] = createSignal('')
  createEffect(
    on(
      () => room.link().isLive,
      isLive => announce(isLive ? t('room.link.back') : t('room.link.lost')),
      { defer: true },
    ),
  )
  const short = (): string => {
    const link = room.link()
    if (link.isLive) return t('room.link.live')
    return link.asOf === null ? t('room.link.lostNever') : t('room.link.lostShort', format().time(link.asOf))
  }
  return (
    <span class="room-link" classList={{ 'room-link--lost': !room.link().isLive }}>
      <span class="room-link__mark" aria-hidden="true" />
      <span>{short()}</span>
      <span class="ui-visually-hidden" role="status" aria-live="polite">
        {announced()}
      </span>
    </span>
  )
}
