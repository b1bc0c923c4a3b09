import { createSignal, lazy, Match, Suspense, Switch, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, LinkButton, Skeleton } from '#client/ui'
import { useRoom } from './room.ts'

// With its editor: who votes on a telephone does not wait for it.
const ItemMinutes = lazy(async () => ({ default: (await import('#client/minutes')).ItemMinutes }))

/**
 * The minutes of the item in sight, written where they arise; between items the general remarks. Whoever only reads asks
 * for them: three hundred pages that follow a meeting do not each open every text that it comes to. [M5]
 */
export function ItemMinutesPart(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const [isAskedFor, setAskedFor] = createSignal(false)
  const isLive = (): boolean => room.floor().startedAt !== null
  const item = () => {
    const seen = room.view().item
    return seen && { id: seen.id, title: seen.title, type: seen.type, number: seen.number }
  }
  return (
    <section class="room-minutes" aria-labelledby="room-minutes-title">
      <h2 id="room-minutes-title" class="room-pane__part">
        {t('room.minutes.title')}
      </h2>
      <Switch fallback={<p class="ui-muted">{t('room.minutes.notYet')}</p>}>
        {/* From there on they are one text with its own course. */}
        <Match when={room.floor().adjournedAt !== null && !room.mine().mayWriteMinutes}>
          <div>
            <LinkButton href={`/meetings/${room.id}/minutes`}>{t('room.minutes.over')}</LinkButton>
          </div>
        </Match>
        <Match when={isLive() && (room.mine().mayWriteMinutes || isAskedFor())}>
          <Suspense fallback={<Skeleton lines={3} />}>
            <ItemMinutes meetingId={room.id} item={item()} mayWrite={room.mine().mayWriteMinutes} />
          </Suspense>
        </Match>
        <Match when={isLive()}>
          <div>
            <Button onPress={() => setAskedFor(true)}>{t('room.minutes.read')}</Button>
          </div>
        </Match>
      </Switch>
    </section>
  )
}
