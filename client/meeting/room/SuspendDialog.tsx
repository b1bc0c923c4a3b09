import { createSignal, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { ConfirmDialog, TextInput } from '#client/ui'
import { suspendMeeting } from '../../api/room.ts'
import { nextAt } from './resumption.ts'
import { useRoom } from './room.ts'
import { createMoment } from './words.ts'

/** Interrupts the session, with the time at which it is expected to go on where the chair knows one. [M2] */
export function SuspendDialog(props: { readonly open: boolean; readonly onClose: () => void }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const moment = createMoment(room)
  const [time, setTime] = createSignal('')
  const until = (): number | null => nextAt(room.floor().timeZone, time(), room.now())
  const close = (): void => {
    setTime('')
    props.onClose()
  }
  const suspend = async (): Promise<void> => {
    if (await room.act('suspend', () => suspendMeeting(room.id, until()))) close()
  }
  const told = (): string => {
    const at = until()
    return at === null ? t('room.suspending.hint') : t('room.suspending.told', moment(at))
  }
  return (
    <ConfirmDialog
      open={props.open}
      title={t('room.suspending.title')}
      confirmLabel={t('room.session.suspend')}
      busy={room.busy() === 'suspend'}
      onConfirm={() => void suspend()}
      onClose={close}
    >
      <p>{t('room.suspending.text')}</p>
      <TextInput
        type="time"
        label={t('room.suspending.until')}
        hint={told()}
        value={time()}
        onInput={setTime}
        optional
      />
    </ConfirmDialog>
  )
}
