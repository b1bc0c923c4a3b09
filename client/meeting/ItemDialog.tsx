import { createSignal, Show, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { Checkbox, Select, TextArea, TextInput } from '#client/ui'
import type { Result } from '#shared/core'
import { meetingLimits, writtenItemTypes, type WrittenItemType } from '#shared/meeting'
import type { ApiProblem } from '../api/call.ts'
import type { FloorItem, FloorSeat, ItemInput } from '../api/meeting.ts'
import { createElections, createSubjects, type SubjectChoice } from './subjects.ts'

const nobody = 'nobody'
const noText = 'none'

type Sent = Omit<ItemInput, 'parentId'>

/** Adds an item to an agenda or a backlog, or edits one. */
export function ItemDialog<T>(props: {
  readonly title: string
  readonly confirmLabel: string
  readonly done: (title: string) => string
  /** The item as it stands; none for a new one. */
  readonly item: FloorItem | null
  /** Of a new one: what it most likely is. */
  readonly type?: WrittenItemType | undefined
  /** The groups whose texts may be decided on. */
  readonly bodies: readonly string[]
  /** Seats that may present it; none where no meeting is given yet. */
  readonly seats: readonly FloorSeat[]
  readonly act: (body: Sent) => Promise<Result<T, ApiProblem>>
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  // The dialog keeps what was there when it opened: a hint from the server takes nothing from under the typing.
  const { item } = props
  const [type, setType] = createSignal<WrittenItemType>(
    writtenItemTypes.find(one => one === item?.type) ?? props.type ?? 'discussion',
  )
  const [title, setTitle] = createSignal(item?.title ?? '')
  const [note, setNote] = createSignal(item?.note ?? '')
  const [presenter, setPresenter] = createSignal<string>(item?.presenter?.seatId ?? nobody)
  const [minutes, setMinutes] = createSignal(String(item?.plannedMinutes ?? 10))
  const [subject, setSubject] = createSignal(item?.subject?.id ?? noText)
  const [secondCall, setSecondCall] = createSignal(item?.secondCall ?? false)
  const subjects = createSubjects(() => props.bodies, item?.subject ?? null)

  const elections = createElections(() => props.bodies, item?.subject ?? null)
  const choices = (): readonly SubjectChoice[] => {
    if (type() === 'election') return elections()
    return type() === 'decision' ? subjects() : []
  }
  const takenUp = (): boolean => item !== null && item.state !== 'planned'
  const minutesFit = (): boolean => /^\d+$/.test(minutes()) && Number(minutes()) <= meetingLimits.plannedMinutes
  const fits = (): boolean =>
    title().trim() !== '' &&
    title().length <= meetingLimits.title &&
    note().length <= meetingLimits.note &&
    minutesFit()
  const send = () => {
    const chosen = choices().find(one => one.id === subject())
    return props.act({
      type: type(),
      title: title(),
      note: note(),
      presenterSeatId: presenter() === nobody ? null : presenter(),
      plannedMinutes: Number(minutes()),
      subject: chosen ? { kind: chosen.kind, id: chosen.id } : null,
      secondCall: type() === 'decision' && secondCall(),
    })
  }
  return (
    <FormDialog
      title={props.title}
      confirmLabel={props.confirmLabel}
      disabled={!fits()}
      done={props.done(title().trim())}
      act={send}
      onDone={() => props.onDone()}
      onClose={() => props.onClose()}
    >
      <TextInput
        label={t('meeting.item.title')}
        value={title()}
        maxLength={meetingLimits.title}
        onInput={setTitle}
        required
      />
      <Select
        label={t('meeting.item.type')}
        hint={t(`meeting.agenda.typeHint.${type()}`)}
        options={writtenItemTypes.map(value => ({ value, label: t(`meeting.agenda.type.${value}`) }))}
        value={type()}
        disabled={takenUp()}
        onChange={setType}
      />
      <Show when={type() === 'decision' || type() === 'election'}>
        <Select
          label={t(type() === 'election' ? 'meeting.item.election' : 'meeting.item.subject')}
          hint={t(type() === 'election' ? 'meeting.item.electionHint' : 'meeting.item.subjectHint')}
          options={[
            { value: noText, label: t('meeting.item.noSubject') },
            ...choices().map(one => ({ value: one.id, label: one.label })),
          ]}
          value={subject()}
          disabled={takenUp()}
          onChange={setSubject}
        />
      </Show>
      <Show when={type() === 'decision'}>
        <Checkbox
          label={t('meeting.item.secondCall')}
          hint={t('meeting.item.secondCallHint')}
          checked={secondCall()}
          onChange={setSecondCall}
        />
      </Show>
      <TextArea
        label={t('meeting.item.note')}
        hint={t('meeting.item.noteHint')}
        value={note()}
        maxLength={meetingLimits.note}
        onInput={setNote}
        optional
      />
      <Show when={props.seats.length > 0}>
        <Select
          label={t('meeting.item.presenter')}
          options={[
            { value: nobody, label: t('meeting.item.noPresenter') },
            ...props.seats.map(seat => ({ value: seat.seatId, label: seat.organisationName ?? seat.label })),
          ]}
          value={presenter()}
          onChange={setPresenter}
        />
      </Show>
      <TextInput
        label={t('meeting.item.minutes')}
        type="number"
        min={0}
        max={meetingLimits.plannedMinutes}
        value={minutes()}
        error={minutesFit() ? undefined : t('meeting.item.minutesWrong')}
        onInput={setMinutes}
        required
      />
    </FormDialog>
  )
}
