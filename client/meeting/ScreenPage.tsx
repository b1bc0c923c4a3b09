import { useParams } from '@solidjs/router'
import { Show, type JSX } from 'solid-js'
import { InZone, useT } from '#client/i18n'
import { createOpenRoom } from './room/open-room.ts'
import { RoomContext } from './room/room.ts'
import { Screen } from './screen/Screen.tsx'
import './screen/screen.css'

/** Nobody sits at the projector: a connection that died without a word is found out within this time. */
const checkEveryMs = 30_000

/** The room screen: what the meeting is at, readable from ten metres, for hours. [M8] */
export function ScreenPage(): JSX.Element {
  const params = useParams<{ id: string }>()
  return (
    <Show when={params.id} keyed>
      {id => <Projected id={id} />}
    </Show>
  )
}

function Projected(props: { readonly id: string }): JSX.Element {
  const t = useT()
  const { room, open } = createOpenRoom(props.id, { checkEveryMs })
  return (
    <Show
      when={open()}
      keyed
      fallback={
        <div class="screen screen--empty">
          <h1 class="screen__big">{room.problem() ? t('room.screen.unavailable') : '…'}</h1>
        </div>
      }
    >
      {whole => (
        <RoomContext.Provider value={whole}>
          <InZone timeZone={whole.floor().timeZone}>
            <Screen />
          </InZone>
        </RoomContext.Provider>
      )}
    </Show>
  )
}
