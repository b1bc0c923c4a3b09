import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { shortCheckInCode } from '#shared/meeting'
import { useRoom } from '../room/room.ts'
import { QrCode } from './QrCode.tsx'

/** How to check in from one's own telephone. Only who conducts the meeting is given its code, and so can show it. [M3] */
export function CheckInSign(props: { readonly large?: boolean }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const address = (code: string): string =>
    `${location.origin}/meetings/${room.id}/check-in?code=${encodeURIComponent(code)}`
  return (
    <Show when={room.mine().checkInCode}>
      {code => (
        <div class="screen-sign" classList={{ 'screen-sign--large': props.large === true }}>
          <QrCode text={address(code())} label={t('room.screen.qr')} />
          <div>
            <p class="screen-sign__title">{t('room.screen.checkIn')}</p>
            <Show when={props.large}>
              <p class="screen__small">{t('room.screen.checkInText')}</p>
            </Show>
            <p class="screen-sign__host">
              {location.host}/in/<strong>{shortCheckInCode(code())}</strong>
            </p>
          </div>
        </div>
      )}
    </Show>
  )
}
