import { createSignal, For, Show, type JSX } from 'solid-js'
import CircleCheck from 'lucide-solid/icons/circle-check'
import CircleX from 'lucide-solid/icons/circle-x'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { Fetched, FormDialog } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { itemTitle } from '#client/titles'
import { TextArea } from '#client/ui'
import { meetingLimits } from '#shared/meeting'
import { createFetched } from '../api/fetched.ts'
import { conveneMeeting, fetchConvening, type ConveningAnswer, type FloorAnswer } from '../api/meeting.ts'

/** The checklist before convening: what stands against it, who will be invited, and the act itself. [M1] */
export function ConveneDialog(props: {
  readonly floor: FloorAnswer
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const convening = createFetched(() => fetchConvening(props.floor.id), ['meeting', 'group', 'person'])
  const [reason, setReason] = createSignal('')
  const problems = () => convening.value()?.problems ?? []
  const isUrgent = (): boolean => problems().some(problem => problem.type === 'urgent-without-reason')
  const blocked = (): boolean => problems().some(problem => problem.type !== 'urgent-without-reason')
  const reasonGiven = (): boolean => reason().trim() !== '' && reason().length <= meetingLimits.reason
  const ready = (): boolean => convening.value() !== undefined && !blocked() && (!isUrgent() || reasonGiven())
  return (
    <FormDialog
      title={t('meeting.convene.title')}
      description={t('meeting.convene.text')}
      confirmLabel={t('meeting.convene.confirm')}
      disabled={!ready()}
      done={t('meeting.convene.done')}
      act={() => conveneMeeting(props.floor.id, isUrgent() ? reason().trim() : null)}
      onDone={() => props.onDone()}
      onClose={() => props.onClose()}
    >
      <Fetched of={convening} lines={5}>
        {found => (
          <>
            <Checklist of={found()} floor={props.floor} />
            <Show when={isUrgent()}>
              <TextArea
                label={t('meeting.convene.reason')}
                hint={t('meeting.convene.reasonHint')}
                value={reason()}
                maxLength={meetingLimits.reason}
                onInput={setReason}
                required
              />
            </Show>
          </>
        )}
      </Fetched>
    </FormDialog>
  )
}

type Mark = 'ok' | 'wrong' | 'warning'

function Checklist(props: { readonly of: ConveningAnswer; readonly floor: FloorAnswer }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const date = (at: number): string => format().inZone(props.floor.timeZone).dateTime(at)
  const withPersons = () => props.of.seats.filter(seat => seat.persons.length > 0)
  const people = (): number => new Set(withPersons().flatMap(seat => seat.persons.map(one => one.personId))).size
  const vacant = (): number => props.of.seats.length - withPersons().length
  const titleOf = (id: string): string => {
    const item = props.floor.items.find(one => one.id === id)
    return item ? itemTitle(t, item) : ''
  }

  const notice = (): readonly [Mark, string] => {
    const problem = props.of.problems.find(
      one => one.type === 'notice-too-short' || one.type === 'urgent-without-reason',
    )
    const { ordinary } = props.of.startsFrom
    if (!problem) return ['ok', t('meeting.convene.notice.ok', date(ordinary))]
    if (problem.type === 'urgent-without-reason') return ['warning', t('meeting.convene.notice.urgent', date(ordinary))]
    return problem.urgent
      ? ['wrong', t('meeting.convene.notice.urgentShort', date(problem.startsFrom))]
      : ['wrong', t('meeting.convene.notice.short', date(problem.startsFrom))]
  }
  const lines = (): readonly (readonly [Mark, string])[] => [
    ...props.of.problems.flatMap((problem): readonly (readonly [Mark, string])[] => {
      if (problem.type === 'agenda-empty') return [['wrong', t('meeting.convene.agendaEmpty')]]
      if (problem.type === 'nobody-to-invite') return [['wrong', t('meeting.convene.nobody')]]
      return problem.type === 'item-without-subject'
        ? [['wrong', t('meeting.convene.noSubject', titleOf(problem.itemId))]]
        : []
    }),
    notice(),
    ...props.of.warnings.map(warning => ['warning', t(`meeting.warning.${warning}`)] as const),
    ...props.of.minutes.map(minutes => ['ok', t('meeting.convene.minutes', minutes.title)] as const),
    ...(people() > 0
      ? [
          [
            'ok',
            `${t('meeting.convene.invited', people(), withPersons().length)} ${t('meeting.convene.officers', props.of.officers.length)}.`,
          ] as const,
        ]
      : []),
    ...(vacant() > 0 ? [['warning', t('meeting.convene.vacant', vacant())] as const] : []),
  ]
  return (
    <ul role="list" class="meeting-checklist">
      <For each={lines()}>
        {([mark, text]) => (
          <li class={`ui-tone-${mark === 'ok' ? 'success' : mark === 'wrong' ? 'alarm' : 'notice'}`}>
            <MarkIcon mark={mark} />
            <span>{text}</span>
          </li>
        )}
      </For>
    </ul>
  )
}

function MarkIcon(props: { readonly mark: Mark }): JSX.Element {
  const t = useT()
  const icon = { ok: CircleCheck, wrong: CircleX, warning: TriangleAlert }[props.mark]
  const word = { ok: 'success', wrong: 'alarm', warning: 'notice' } as const
  return (
    <span class="meeting-checklist__mark">
      {icon({ size: 18, 'aria-hidden': 'true' })}
      <span class="ui-visually-hidden">{t(`ui.notice.${word[props.mark]}`)}: </span>
    </span>
  )
}
