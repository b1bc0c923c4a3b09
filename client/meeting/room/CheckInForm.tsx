import { createSignal, For, Match, Show, Switch, type JSX } from 'solid-js'
import DoorOpen from 'lucide-solid/icons/door-open'
import { useMe } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Button, EmptyState, LinkButton, Notice } from '#client/ui'
import { checkInFrom } from '#shared/meeting'
import type { ApiProblem } from '../../api/call.ts'
import { checkIn, type MeetingAnswer } from '../../api/room.ts'
import { seatName } from './presence.ts'
import { presencesOf, type MyPresence } from './speaking.ts'
import { roomSentence } from './words.ts'

interface Props {
  readonly meeting: MeetingAnswer
  /** What the room shows; null for who came without it. */
  readonly code: string | null
  readonly onDone: () => Promise<void>
}

/** One button for each place that this person may take. Who is there already is told so. */
export function CheckInForm(props: Props): JSX.Element {
  const t = useT()
  const format = useFormat()
  const me = useMe()
  const [busy, setBusy] = createSignal<string | null>(null)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  let done: HTMLDivElement | undefined

  const floor = () => props.meeting.floor
  const presences = (): readonly MyPresence[] => presencesOf(floor(), me().person.id)
  // Noted as from elsewhere, and now in the room with its code.
  const isIn = (seatId: string | null): boolean =>
    presences().some(one => one.seatId === seatId && (props.code === null || one.manner !== 'remote'))
  const seats = () => props.meeting.mine.seats.filter(seat => !isIn(seat.seatId))
  const mayByOffice = (): boolean =>
    props.meeting.mine.seats.length === 0 &&
    !isIn(null) &&
    (me().offices.some(office => office === 'nationalCoordinator' || office === 'secretariat') ||
      floor().bodies.some(body => me().chairs.includes(body.id)))
  const nameOf = (seatId: string): string => {
    const seat = floor().seats.find(one => one.seatId === seatId)
    return seat ? seatName(seat) : ''
  }
  const opensAt = (): number | null => checkInFrom(floor())
  const arrive = async (seatId: string | null, withCode = true): Promise<void> => {
    if (busy() !== null) return
    setBusy(seatId ?? 'office')
    setProblem(null)
    const { code } = props
    const arrived = await checkIn(floor().id, { seatId, ...(withCode && code !== null && { code }) })
    if (!arrived.ok) setProblem(arrived.problem)
    await props.onDone()
    setBusy(null)
    if (arrived.ok) done?.focus()
  }

  return (
    <div class="ui-stack ui-stack--loose">
      <div ref={element => (done = element)} tabIndex={-1} class="room-arrived">
        <Show when={presences().length > 0}>
          <Notice
            tone="success"
            title={t('room.checkIn.done')}
            actions={
              <LinkButton variant="primary" href={`/meetings/${floor().id}/room`}>
                {t('room.checkIn.toRoom')}
              </LinkButton>
            }
          >
            <For each={presences()}>{presence => <p>{arrivedText(presence)}</p>}</For>
          </Notice>
        </Show>
      </div>
      <Show when={problem()}>{shown => <Notice tone="alarm">{roomSentence(shown(), t, format())}</Notice>}</Show>
      <Switch>
        <Match when={opensAt() === null}>
          <EmptyState title={t('room.checkIn.over')}>{t('room.checkIn.overText')}</EmptyState>
        </Match>
        <Match when={floor().serverNow < (opensAt() ?? 0)}>
          <EmptyState title={t('room.checkIn.over')}>
            {t('room.mine.notYet', format().dateTime(opensAt() ?? 0))}
          </EmptyState>
        </Match>
        <Match when={seats().length > 0 || mayByOffice()}>
          <section class="ui-stack" aria-labelledby="check-in-which">
            <h2 id="check-in-which" class="room-pane__part">
              {t('room.checkIn.which')}
            </h2>
            <For each={seats()}>
              {(seat, index) => (
                <Button
                  wide
                  size="large"
                  icon={DoorOpen}
                  variant={index() === 0 && presences().length === 0 ? 'primary' : 'secondary'}
                  busy={busy() === seat.seatId}
                  onPress={() => void arrive(seat.seatId)}
                >
                  {t('room.checkIn.one', nameOf(seat.seatId))}
                </Button>
              )}
            </For>
            <Show when={mayByOffice()}>
              <Button
                wide
                size="large"
                icon={DoorOpen}
                variant="primary"
                busy={busy() === 'office'}
                onPress={() => void arrive(null)}
              >
                {t('room.checkIn.office')}
              </Button>
            </Show>
            <p class="ui-muted ui-small">{props.code === null ? t('room.checkIn.remote') : t('room.checkIn.room')}</p>
            <Show when={problem()?.type === 'check-in-code-wrong' && seats()[0]}>
              {seat => (
                <Button variant="quiet" onPress={() => void arrive(seat().seatId, false)}>
                  {t('room.checkIn.withoutCode')}
                </Button>
              )}
            </Show>
          </section>
        </Match>
        <Match when={presences().length === 0}>
          <EmptyState
            title={t('room.checkIn.noSeat')}
            action={<LinkButton href={`/meetings/${floor().id}/room`}>{t('room.checkIn.toRoom')}</LinkButton>}
          >
            {t('room.checkIn.noSeatText')}
          </EmptyState>
        </Match>
      </Switch>
    </div>
  )

  function arrivedText({ seatId, since }: MyPresence): string {
    const time = format().time(since)
    return seatId === null ? t('room.checkIn.doneOffice', time) : t('room.checkIn.doneText', nameOf(seatId), time)
  }
}
