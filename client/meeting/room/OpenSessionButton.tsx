import { createSignal, For, Show, type JSX } from 'solid-js'
import { useMe } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Quorum } from '#client/motion'
import { Button, ConfirmDialog, Notice } from '#client/ui'
import { startMeeting } from '../../api/room.ts'
import { isAsConvened, openingOf } from './opening.ts'
import { useRoom } from './room.ts'
import { presencesOf } from './speaking.ts'

/** Opens the session; before its time, or without a quorum, asks once, and says what is missing. [M3, V6] */
export function OpenSessionButton(): JSX.Element {
  const t = useT()
  const format = useFormat()
  const room = useRoom()
  const me = useMe()
  const [asking, setAsking] = createSignal(false)
  const opening = () => openingOf(room.floor(), room.now())
  // Without the chair it is refused whatever the answer.
  const isHere = (): boolean => presencesOf(room.floor(), me().person.id).length > 0
  const open = async (): Promise<void> => {
    await room.act('start', () => startMeeting(room.id))
    setAsking(false)
  }
  return (
    <>
      <Button
        variant="primary"
        busy={room.busy() === 'start'}
        onPress={() => (isHere() && !isAsConvened(opening()) ? setAsking(true) : void open())}
      >
        {t('room.session.start')}
      </Button>
      <ConfirmDialog
        open={asking()}
        title={t('room.opening.title')}
        confirmLabel={isAsConvened(opening()) ? t('room.session.start') : t('room.opening.confirm')}
        cancelLabel={t('room.opening.wait')}
        busy={room.busy() === 'start'}
        onConfirm={() => void open()}
        onClose={() => setAsking(false)}
      >
        <Show when={opening().isEarly}>
          <p>{t('room.opening.early', format().time(room.now()), format().dateTime(room.floor().startsAt))}</p>
        </Show>
        <For each={opening().inquorate}>
          {quorum => (
            <>
              <Notice tone="notice" standing>
                {t('room.opening.inquorate', quorum.group.name)}
              </Notice>
              <Quorum quorum={quorum} />
            </>
          )}
        </For>
        <Show when={isAsConvened(opening())}>
          <p>{t('room.opening.ready')}</p>
        </Show>
      </ConfirmDialog>
    </>
  )
}
