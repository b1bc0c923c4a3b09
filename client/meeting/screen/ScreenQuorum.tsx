import { For, type JSX } from 'solid-js'
import Check from 'lucide-solid/icons/check'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { useT } from '#client/i18n'
import { useRoom } from '../room/room.ts'

/** Whether enough are there, of all seats and of NGO seats. [M3, V6] */
export function ScreenQuorum(): JSX.Element {
  const t = useT()
  const room = useRoom()
  return (
    <ul role="list" class="screen-quorum">
      <For each={room.floor().quorum}>
        {quorum => (
          <li class={`screen-quorum__group ui-tone-${quorum.quorate ? 'success' : 'notice'}`}>
            <span class="screen-quorum__word">
              {quorum.quorate ? <Check aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
              {room.floor().quorum.length > 1 ? `${quorum.group.code.toUpperCase()} · ` : ''}
              {quorum.quorate ? t('room.screen.quorate') : t('room.screen.inquorate')}
            </span>
            <span>{t('room.screen.quorum', quorum.present, quorum.seats, quorum.needed)}</span>
            <span>{t('room.screen.quorumNgo', quorum.ngoPresent, quorum.ngoSeats, quorum.ngoNeeded)}</span>
          </li>
        )}
      </For>
    </ul>
  )
}
