import { createEffect, createSignal, on, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Dialog, Notice, RadioGroup, Skeleton } from '#client/ui'
import { fetchGroup } from '../../api/group.ts'
import { checkIn, type FloorSeat } from '../../api/room.ts'
import { sentenceFor } from '../../api/sentence.ts'
import { seatName } from './presence.ts'
import { useRoom } from './room.ts'

interface Candidate {
  readonly personId: string
  readonly name: string
  readonly rank: 'head' | 'alternate'
}

/** Notes somebody as present whom the Secretariat or the chair sees in the room. [M3] */
export function CheckInOtherDialog(props: {
  readonly seat: FloorSeat | null
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const room = useRoom()
  const [candidates, setCandidates] = createSignal<readonly Candidate[]>()
  const [chosen, setChosen] = createSignal<string | null>(null)
  const [problem, setProblem] = createSignal<string>()

  const load = async (seat: FloorSeat): Promise<void> => {
    setCandidates(undefined)
    setProblem(undefined)
    const group = await fetchGroup(seat.groupId)
    if (!group.ok) return void setProblem(sentenceFor(t, group.problem))
    const found = group.value.seats.find(one => one.id === seat.seatId)?.representatives ?? []
    setCandidates(found.map(({ personId, name, rank }) => ({ personId, name, rank })))
    setChosen(found[0]?.personId ?? null)
  }
  createEffect(
    on(
      () => props.seat,
      seat => seat && void load(seat),
    ),
  )
  const note = async (): Promise<void> => {
    const [seat, personId] = [props.seat, chosen()]
    if (!seat || personId === null) return
    if (await room.act('note', () => checkIn(room.id, { seatId: seat.seatId, personId }))) props.onClose()
  }
  return (
    <Dialog
      open={props.seat !== null}
      title={props.seat ? t('room.people.who', seatName(props.seat)) : ''}
      size="small"
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onPress={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            busy={room.busy() === 'note'}
            disabled={chosen() === null}
            onPress={() => void note()}
          >
            {t('room.people.confirm')}
          </Button>
        </>
      }
    >
      <Notice tone="alarm" when={problem()} />
      <Show when={candidates()} fallback={problem() ? null : <Skeleton lines={2} />}>
        {people => (
          <Show when={people().length > 0} fallback={<p>{t('room.people.nobody')}</p>}>
            <RadioGroup
              legend={t('room.people.confirm')}
              hideLegend
              options={people().map(({ personId, name, rank }) => ({
                value: personId,
                label: name,
                hint: t(`motion.rank.${rank}`),
              }))}
              value={chosen()}
              onChange={setChosen}
            />
          </Show>
        )}
      </Show>
    </Dialog>
  )
}
