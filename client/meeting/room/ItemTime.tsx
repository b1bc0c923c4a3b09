import type { JSX } from 'solid-js'
import { useT } from '#client/i18n'
import type { FloorItem } from '../../api/room.ts'
import { useRoom } from './room.ts'
import { clock, itemPace, usedMs } from './times.ts'

const minuteMs = 60_000

/** Time used against time planned, as it runs. Over time it says by how much. [M2] */
export function ItemTime(props: { readonly item: FloorItem }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const spent = (): number => usedMs(props.item, room.now())
  const text = (): string => {
    const { plannedMinutes } = props.item
    return plannedMinutes === 0
      ? t('room.time.none', clock(spent()))
      : t('room.time.used', clock(spent()), plannedMinutes)
  }
  const over = (): number => spent() - props.item.plannedMinutes * minuteMs
  const pace = () => itemPace(props.item, room.now())
  return (
    <span class={`room-time room-time--${pace()}`} role="timer" aria-live="off" aria-label={t('room.time.label')}>
      {text()}
      {pace() === 'over' ? ` · ${t('room.time.over', clock(over()))}` : ''}
    </span>
  )
}
