import { useParams } from '@solidjs/router'
import { Show, type JSX } from 'solid-js'
import { InZone, useT } from '#client/i18n'
import { Button, Notice, Page, PageHeader, Skeleton } from '#client/ui'
import { sentenceFor } from '../api/sentence.ts'
import { isWritingPlace } from './room/keys.ts'
import { createOpenRoom } from './room/open-room.ts'
import { RoomContext } from './room/room.ts'
import { RoomView } from './room/RoomView.tsx'
import './room/room.css'

/** The meeting in session: what it is at, who is there, who speaks, and one's own ballot. [M2, M3, M4] */
export function RoomPage(): JSX.Element {
  const params = useParams<{ id: string }>()
  return (
    <Page width="full">
      <Show when={params.id} keyed>
        {id => <Room id={id} />}
      </Show>
    </Page>
  )
}

/** In the middle of something on the item: it must not be taken from under the hand. */
function isWriting(): boolean {
  const place = document.activeElement
  return place !== null && place.closest('.room-item') !== null && isWritingPlace(place)
}

function Room(props: { readonly id: string }): JSX.Element {
  const t = useT()
  const { room, open } = createOpenRoom(props.id, { isWriting })
  return (
    <Show
      when={open()}
      keyed
      fallback={
        <Show when={room.problem()} fallback={<Skeleton title lines={8} />}>
          {problem => (
            <>
              <PageHeader title={t('meeting.title')} />
              <Notice
                tone="alarm"
                actions={<Button onPress={() => void room.refetch()}>{t('app.unreachable.retry')}</Button>}
              >
                {sentenceFor(t, problem())}
              </Notice>
            </>
          )}
        </Show>
      }
    >
      {whole => (
        <RoomContext.Provider value={whole}>
          <InZone timeZone={whole.floor().timeZone}>
            <RoomView />
          </InZone>
        </RoomContext.Provider>
      )}
    </Show>
  )
}
