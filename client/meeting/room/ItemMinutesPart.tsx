import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { ItemMinutes } from '#client/minutes'
import { useRoom } from './room.ts'

/** The minutes of the item in sight, written where they arise. [M5] */
export function ItemMinutesPart(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const item = () => {
    const seen = room.view().item
    return seen && { id: seen.id, title: seen.title, number: seen.number }
  }
  return (
    <section class="room-minutes" aria-labelledby="room-minutes-title">
      <h2 id="room-minutes-title" class="room-pane__part">
        {t('room.minutes.title')}
      </h2>
      <Show when={item()?.id} keyed fallback={<p class="ui-muted">{t('room.minutes.none')}</p>}>
        <ItemMinutes meetingId={room.id} item={item()} mayWrite={room.mine().mayWriteMinutes} />
      </Show>
    </section>
  )
}
