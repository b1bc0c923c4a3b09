import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import LogIn from 'lucide-solid/icons/log-in'
import LogOut from 'lucide-solid/icons/log-out'
import { useFormat, useT } from '#client/i18n'
import { Button, Panel } from '#client/ui'
import { checkOut, type FloorSeat } from '../../api/room.ts'
import { CheckInOtherDialog } from './CheckInOtherDialog.tsx'
import { benchesOf, benchTone, isPresent, seatName, type BenchView } from './presence.ts'
import { isCheckInOpen, useRoom } from './room.ts'

/** The seats bench by bench: who is there for each, and which are missing. [M3] */
export function PeoplePanel(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const benches = createMemo(() => benchesOf(room.floor().seats))
  const [checking, setChecking] = createSignal<FloorSeat | null>(null)
  return (
    <Panel title={t('room.people.title')} level={2}>
      <For each={benches().map(view => view.bench)}>
        {bench => (
          <Show when={benches().find(view => view.bench === bench)}>
            {view => <BenchOf view={view()} onCheckIn={setChecking} />}
          </Show>
        )}
      </For>
      <Show when={room.floor().officers.length > 0}>
        <section class="room-bench ui-tone-neutral">
          <h3 class="room-bench__title">{t('room.people.officers')}</h3>
          <ul role="list" class="room-seats">
            <For each={room.floor().officers}>{officer => <li class="room-seat">{officer.name}</li>}</For>
          </ul>
        </section>
      </Show>
      <CheckInOtherDialog seat={checking()} onClose={() => setChecking(null)} />
    </Panel>
  )
}

function BenchOf(props: { readonly view: BenchView; readonly onCheckIn: (seat: FloorSeat) => void }): JSX.Element {
  const t = useT()
  const seats = (): readonly FloorSeat[] => [...props.view.present, ...props.view.absent]
  return (
    <section class={`room-bench ui-tone-${benchTone[props.view.bench]}`}>
      <h3 class="room-bench__title">
        {t(`room.people.bench.${props.view.bench}`)}{' '}
        <span class="ui-muted ui-numeric">{t('room.people.count', props.view.present.length, seats().length)}</span>
      </h3>
      <ul role="list" class="room-seats">
        <For each={seats()}>{seat => <SeatRow seat={seat} onCheckIn={() => props.onCheckIn(seat)} />}</For>
      </ul>
    </section>
  )
}

function SeatRow(props: { readonly seat: FloorSeat; readonly onCheckIn: () => void }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const format = useFormat()
  const here = (): boolean => isPresent(props.seat)
  const mayNote = (): boolean => room.mine().mayConduct && isCheckInOpen(room)
  const leave = async (): Promise<void> => {
    // As they are now: the list shrinks with each that goes.
    for (const { attendanceId } of [...props.seat.present]) {
      if (!(await room.act(`out ${props.seat.seatId}`, () => checkOut(room.id, attendanceId)))) return
    }
  }
  return (
    <li class="room-seat" classList={{ 'room-seat--absent': !here() }}>
      <span class="room-seat__text">
        <span>{seatName(props.seat)}</span>
        <For each={props.seat.present} fallback={<span class="ui-visually-hidden"> ({t('room.people.absent')})</span>}>
          {person => (
            <span class="ui-small ui-muted">
              {t('room.people.since', person.name, format().time(person.since))}
              {person.manner === 'remote' ? ` · ${t('room.people.remote')}` : ''}
            </span>
          )}
        </For>
      </span>
      <Show when={mayNote()}>
        <Show
          when={here()}
          fallback={
            <Button size="small" variant="quiet" icon={LogIn} iconOnly onPress={() => props.onCheckIn()}>
              {t('room.people.checkIn', seatName(props.seat))}
            </Button>
          }
        >
          <Button
            size="small"
            variant="quiet"
            icon={LogOut}
            iconOnly
            busy={room.busy() === `out ${props.seat.seatId}`}
            onPress={() => void leave()}
          >
            {t('room.people.checkOut', seatName(props.seat))}
          </Button>
        </Show>
      </Show>
    </li>
  )
}
