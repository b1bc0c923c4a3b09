import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import DoorOpen from 'lucide-solid/icons/door-open'
import Hand from 'lucide-solid/icons/hand'
import { useMe } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Button, Panel, RadioGroup } from '#client/ui'
import { checkInLeadMs, isAhead } from '#shared/meeting'
import { askForFloor, checkIn, checkOut, endSpeech, withdrawRequest, type FloorRequestView } from '../../api/room.ts'
import { seatName } from './presence.ts'
import { isCheckInOpen, useRoom, type Mine } from './room.ts'
import { turnsOf, type MyTurn } from './speakers.ts'
import { presencesOf, type MyPresence } from './speaking.ts'

/** What a person does for their seat: comes, goes, asks to speak. [M3, M4] */
export function MinePanel(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const me = useMe()
  const presences = createMemo(() => presencesOf(room.floor(), me().person.id))
  // The National Co-ordinator, the Secretariat, and whoever chairs a group that meets.
  const mayByOffice = (): boolean =>
    me().offices.some(office => office === 'nationalCoordinator' || office === 'secretariat') ||
    room.floor().bodies.some(body => me().chairs.includes(body.id))
  // Who conducts the meeting knows its code, and is in the room.
  const code = (): { readonly code?: string } => {
    const { checkInCode } = room.mine()
    return checkInCode === null ? {} : { code: checkInCode }
  }
  const isPresentFor = (seatId: string): boolean => presences().some(one => one.seatId === seatId)
  const missing = (): Mine['seats'] => room.mine().seats.filter(seat => !isPresentFor(seat.seatId))
  const nameOf = (seatId: string): string => {
    const seat = room.floor().seats.find(one => one.seatId === seatId)
    return seat ? seatName(seat) : (room.mine().seats.find(one => one.seatId === seatId)?.label ?? '')
  }
  return (
    <Panel title={t('room.mine.title')} level={2}>
      <Show when={room.mine().seats.length === 0 && !mayByOffice()}>
        <p class="ui-muted">{t('room.mine.none')}</p>
      </Show>
      <For each={presences().map(one => one.seatId)}>
        {seatId => (
          <Show when={presences().find(one => one.seatId === seatId)}>
            {presence => <Here presence={presence()} name={seatId === null ? null : nameOf(seatId)} />}
          </Show>
        )}
      </For>
      <Show when={isCheckInOpen(room)} fallback={<NotYet />}>
        <div class="room-arrive">
          <For each={missing()}>
            {seat => (
              <Button
                wide
                icon={DoorOpen}
                variant={presences().length === 0 ? 'primary' : 'secondary'}
                busy={room.busy() === `in ${seat.seatId}`}
                onPress={() =>
                  void room.act(`in ${seat.seatId}`, () => checkIn(room.id, { seatId: seat.seatId, ...code() }))
                }
              >
                {t('room.mine.checkIn', nameOf(seat.seatId))}
              </Button>
            )}
          </For>
          <Show when={missing().length > 0 && room.mine().checkInCode === null}>
            <p class="ui-small ui-muted">{t('room.mine.remoteHint')}</p>
          </Show>
          <Show when={mayByOffice() && presences().length === 0}>
            <Button
              wide
              variant={room.mine().seats.length === 0 ? 'primary' : 'secondary'}
              icon={DoorOpen}
              busy={room.busy() === 'in office'}
              onPress={() => void room.act('in office', () => checkIn(room.id, { seatId: null, ...code() }))}
            >
              {t('room.mine.checkInOffice')}
            </Button>
          </Show>
        </div>
      </Show>
      <Show when={presences().length > 0 && room.floor().state === 'inSession'}>
        <Speaking presences={presences()} nameOf={nameOf} />
      </Show>
    </Panel>
  )
}

/** Before check-in opens: when it will. Afterwards nothing is left to say. */
function NotYet(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const format = useFormat()
  const from = (): number | null => (isAhead(room.floor().state) ? room.floor().startsAt - checkInLeadMs : null)
  return <Show when={from()}>{at => <p class="ui-muted">{t('room.mine.notYet', format().dateTime(at()))}</p>}</Show>
}

function Here(props: { readonly presence: MyPresence; readonly name: string | null }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const format = useFormat()
  const since = (): string => format().time(props.presence.since)
  return (
    <div class="room-here">
      <span>
        {props.name === null ? t('room.mine.hereOffice', since()) : t('room.mine.here', props.name, since())}
        <Show when={props.presence.manner === 'remote'}>
          <span class="ui-muted"> · {t('room.mine.remote')}</span>
        </Show>
      </span>
      <Button
        size="small"
        variant="quiet"
        busy={room.busy() === `out ${props.presence.attendanceId}`}
        onPress={() =>
          void room.act(`out ${props.presence.attendanceId}`, () => checkOut(room.id, props.presence.attendanceId))
        }
      >
        {t('room.mine.leave')}
        <Show when={props.name}>{name => <span class="ui-visually-hidden"> ({name()})</span>}</Show>
      </Button>
    </div>
  )
}

function Speaking(props: {
  readonly presences: readonly MyPresence[]
  readonly nameOf: (seatId: string) => string
}): JSX.Element {
  const t = useT()
  const room = useRoom()
  const me = useMe()
  const [chosen, setChosen] = createSignal<string | null>(null)
  const turns = createMemo(() => turnsOf(room.floor().floor, me().person.id))
  const seatId = (): string | null => {
    const wanted = props.presences.find(one => one.seatId === chosen()) ?? props.presences[0]
    return wanted?.seatId ?? null
  }
  const has = (kind: FloorRequestView['kind']): boolean =>
    turns().some(turn => turn.request.kind === kind && turn.request.seatId === seatId())
  const ask = (kind: FloorRequestView['kind']): void =>
    void room.act(kind, () => askForFloor(room.id, { seatId: seatId(), kind }))
  return (
    <div class="room-speak">
      <For each={turns()}>{turn => <Turn turn={turn} />}</For>
      <Show when={props.presences.length > 1}>
        <RadioGroup
          legend={t('room.mine.askFor')}
          options={props.presences.map(one => ({
            value: one.seatId ?? '',
            label: one.seatId === null ? t('room.speakers.office') : props.nameOf(one.seatId),
          }))}
          value={seatId() ?? ''}
          onChange={setChosen}
        />
      </Show>
      <div class="room-speak__ask">
        <Button
          icon={Hand}
          disabled={has('speech')}
          busy={room.busy() === 'speech'}
          aria-keyshortcuts="s"
          onPress={() => ask('speech')}
        >
          {t('room.mine.ask')}
        </Button>
        <Button
          variant="quiet"
          disabled={has('pointOfOrder')}
          busy={room.busy() === 'pointOfOrder'}
          onPress={() => ask('pointOfOrder')}
        >
          {t('room.mine.order')}
        </Button>
      </div>
    </div>
  )
}

function Turn(props: { readonly turn: MyTurn<FloorRequestView> }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const request = (): FloorRequestView => props.turn.request
  const text = (): string => {
    if (props.turn.place === null) return t('room.mine.speaking')
    return request().kind === 'pointOfOrder' ? t('room.mine.placeOrder') : t('room.mine.place', props.turn.place)
  }
  return (
    <div class="room-here" role="status">
      <strong>{text()}</strong>
      <Show
        when={props.turn.place !== null}
        fallback={
          <Button
            size="small"
            busy={room.busy() === `end ${request().id}`}
            onPress={() => void room.act(`end ${request().id}`, () => endSpeech(request().id))}
          >
            {t('room.mine.finished')}
          </Button>
        }
      >
        <Button
          size="small"
          variant="quiet"
          busy={room.busy() === `withdraw ${request().id}`}
          onPress={() => void room.act(`withdraw ${request().id}`, () => withdrawRequest(request().id))}
        >
          {t('room.mine.withdraw')}
        </Button>
      </Show>
    </div>
  )
}
