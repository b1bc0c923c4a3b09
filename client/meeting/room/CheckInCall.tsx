import { Show, type JSX } from 'solid-js'
import DoorOpen from 'lucide-solid/icons/door-open'
import { useMe } from '#client/app'
import { useT } from '#client/i18n'
import { Button } from '#client/ui'
import { isCheckInOpen, useRoom } from './room.ts'
import { presencesOf } from './speaking.ts'

/** Calls whoever speaks for a seat and is not checked in yet: on a telephone check-in stands on another tab. [M3] */
export function CheckInCall(props: { readonly onGo: () => void }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const me = useMe()
  const isMissing = (): boolean =>
    isCheckInOpen(room) && room.mine().seats.length > 0 && presencesOf(room.floor(), me().person.id).length === 0
  return (
    <Show when={isMissing()}>
      <div class="room-call ui-tone-notice">
        <DoorOpen size={22} aria-hidden="true" />
        <p>{t('room.mine.call')}</p>
        <Button variant="primary" size="small" onPress={() => props.onGo()}>
          {t('room.mine.callGo')}
        </Button>
      </div>
    </Show>
  )
}
