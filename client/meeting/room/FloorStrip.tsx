import { Show, type JSX } from 'solid-js'
import Mic from 'lucide-solid/icons/mic'
import { useMe } from '#client/app'
import { useT } from '#client/i18n'
import { Button, VisuallyHidden } from '#client/ui'
import { endSpeech, type FloorRequestView } from '../../api/room.ts'
import { useRoom } from './room.ts'
import { speakersOf } from './speakers.ts'
import { clock, paceOf, speechMs } from './times.ts'

/** Who has the floor, on a telephone: one quiet line on every part of the room. [M4] */
export function FloorStrip(): JSX.Element {
  const room = useRoom()
  return <Show when={speakersOf(room.floor().floor).speaking[0]}>{request => <Speaking request={request()} />}</Show>
}

function Speaking(props: { readonly request: FloorRequestView }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const me = useMe()
  const isMine = (): boolean => props.request.personId === me().person.id
  const spent = (): number => speechMs(props.request, room.now())
  const limitMs = (): number | null => {
    const seconds = room.floor().speechLimitSeconds
    return seconds === null ? null : seconds * 1_000
  }
  const body = (): string => props.request.organisationName ?? t('room.speakers.office')
  return (
    <div class="room-strip" classList={{ 'room-strip--mine': isMine() }}>
      <Mic size={18} aria-hidden="true" />
      <span class="room-strip__who">
        <Show when={!isMine()} fallback={t('room.mine.speaking')}>
          <VisuallyHidden>{t('room.speakers.has')} </VisuallyHidden>
          {props.request.name} · {body()}
        </Show>
      </span>
      <span class={`room-time room-time--${paceOf(spent(), limitMs())}`} role="timer" aria-live="off">
        {clock(spent())}
      </span>
      <Show when={isMine()}>
        <Button
          size="small"
          busy={room.busy() === `end ${props.request.id}`}
          onPress={() => void room.act(`end ${props.request.id}`, () => endSpeech(props.request.id))}
        >
          {t('room.mine.finished')}
        </Button>
      </Show>
    </div>
  )
}
