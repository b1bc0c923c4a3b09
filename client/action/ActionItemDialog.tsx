import { createMemo, createSignal, onMount, Show, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { Select, TextArea, TextInput } from '#client/ui'
import { actionItemTextLimit } from '#shared/action'
import { ok, type AgendaItemId, type Result, type SeatId } from '#shared/core'
import { calendarDayIn, daysAfter } from '#shared/meeting'
import {
  changeActionItem,
  fetchMeetingOfItem,
  setActionItem,
  type ActionItemChangeInput,
  type ActionItemView,
} from '../api/action.ts'
import { newActKey } from '../api/motion.ts'
import type { ApiProblem } from '../api/call.ts'

export interface OwnerSeat {
  readonly seatId: SeatId
  readonly label: string
  readonly organisationName?: string | null
}

interface Props {
  readonly open: boolean
  readonly meetingId: string
  /** The item of the agenda it comes from; null for the meeting as a whole. */
  readonly itemId: AgendaItemId | null
  /** IANA name of the meeting's time zone. */
  readonly timeZone: string
  readonly serverNow: number
  /** Seats of the meeting, where the page has them; asked for otherwise. */
  readonly seats?: readonly OwnerSeat[] | undefined
  /** What is altered; a new one if not given. */
  readonly item?: ActionItemView | undefined
  readonly onDone?: (() => void) | undefined
  readonly onClose: () => void
}

/** Days that a group gives, until somebody says otherwise. */
const usualDays = 14

/** What a seat has to do by a day: written down in the room, in the minutes, or altered. [M6] */
export function ActionItemDialog(props: Props): JSX.Element {
  return (
    <Show when={props.open}>
      <OpenDialog {...props} />
    </Show>
  )
}

function OpenDialog(props: Props): JSX.Element {
  const t = useT()
  const key = newActKey()
  const today = (): string => calendarDayIn(props.serverNow, props.timeZone)
  const [text, setText] = createSignal(props.item?.text ?? '')
  const [owner, setOwner] = createSignal<SeatId | null>(props.item?.owner.seatId ?? null)
  const [dueOn, setDueOn] = createSignal(props.item?.dueOn ?? daysAfter(today(), usualDays))
  const [fetched, setFetched] = createSignal<readonly OwnerSeat[]>([])
  onMount(async () => {
    if (props.seats !== undefined) return
    const meeting = await fetchMeetingOfItem(props.meetingId)
    if (meeting.ok) setFetched(meeting.value.floor.seats)
  })
  const seats = createMemo(() => {
    const known = (props.seats ?? fetched()).map(({ seatId, label, organisationName }) => ({
      value: seatId,
      label: organisationName ?? label,
    }))
    // Whoever owns it stands there while the seats are on their way, and if the seat has left the group since.
    const of = props.item?.owner
    return of && !known.some(seat => seat.value === of.seatId)
      ? [{ value: of.seatId, label: of.label }, ...known]
      : known
  })
  const act = async (): Promise<Result<unknown, ApiProblem>> => {
    const ownerSeatId = owner()
    if (ownerSeatId === null) return ok()
    const words = text().trim()
    if (!props.item) {
      return setActionItem(props.meetingId, { itemId: props.itemId, text: words, ownerSeatId, dueOn: dueOn() }, key)
    }
    const change = changeTo(props.item, { text: words, ownerSeatId, dueOn: dueOn() })
    return Object.keys(change).length === 0 ? ok() : changeActionItem(props.item.id, change)
  }
  return (
    <FormDialog
      open
      title={t(props.item ? 'action.form.editTitle' : 'action.form.addTitle')}
      confirmLabel={t(props.item ? 'action.form.save' : 'action.form.add')}
      done={props.item ? undefined : t('action.form.added')}
      disabled={text().trim() === '' || owner() === null || dueOn() === ''}
      act={act}
      onDone={() => props.onDone?.()}
      onClose={props.onClose}
    >
      <TextArea
        label={t('action.form.text')}
        hint={t('action.form.textHint')}
        value={text()}
        onInput={setText}
        maxLength={actionItemTextLimit}
        rows={3}
        required
      />
      <Select
        label={t('action.form.owner')}
        hint={t('action.form.ownerHint')}
        options={seats()}
        value={owner()}
        onChange={setOwner}
        required
      />
      <TextInput
        type="date"
        label={t('action.form.due')}
        hint={t('action.form.dueHint')}
        value={dueOn()}
        onInput={setDueOn}
        min={props.item && props.item.dueOn < today() ? props.item.dueOn : today()}
        required
      />
    </FormDialog>
  )
}

/** What differs alone: an item that is overdue is reworded without a new day. */
function changeTo(item: ActionItemView, to: Required<ActionItemChangeInput>): ActionItemChangeInput {
  return {
    ...(to.text === item.text ? {} : { text: to.text }),
    ...(to.ownerSeatId === item.owner.seatId ? {} : { ownerSeatId: to.ownerSeatId }),
    ...(to.dueOn === item.dueOn ? {} : { dueOn: to.dueOn }),
  }
}
