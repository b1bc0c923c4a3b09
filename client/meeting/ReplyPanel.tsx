import { createSignal, For, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Panel, showToast } from '#client/ui'
import { replies, type Reply } from '#shared/meeting'
import { replyToMeeting, type MeetingAnswer } from '../api/meeting.ts'
import { sentenceFor } from '../api/sentence.ts'
import { replyIcon, replyTone } from './replies.ts'

/** Answers for each of one's seats, in one tap. */
export function ReplyPanel(props: {
  readonly of: MeetingAnswer
  readonly onChanged: () => Promise<void>
}): JSX.Element {
  const t = useT()
  return (
    <Panel title={t('meeting.reply.title')}>
      <p class="ui-small ui-muted">{t('meeting.reply.text')}</p>
      <For each={props.of.mine.seats.map(seat => seat.seatId)}>
        {seatId => <SeatReply of={props.of} seatId={seatId} onChanged={props.onChanged} />}
      </For>
    </Panel>
  )
}

function SeatReply(props: {
  readonly of: MeetingAnswer
  readonly seatId: string
  readonly onChanged: () => Promise<void>
}): JSX.Element {
  const t = useT()
  const [sending, setSending] = createSignal<Reply | null>(null)
  const seat = () => props.of.floor.seats.find(one => one.seatId === props.seatId)
  const name = (): string => seat()?.organisationName ?? seat()?.label ?? ''
  const answer = async (reply: Reply): Promise<void> => {
    if (sending() !== null) return
    setSending(reply)
    const kept = await replyToMeeting(props.of.floor.id, props.seatId, reply)
    await props.onChanged()
    setSending(null)
    if (kept.ok) showToast(t('meeting.reply.done', name(), t(`meeting.reply.${reply}`)))
    else showToast(sentenceFor(t, kept.problem), 'alarm')
  }
  return (
    <fieldset class="meeting-reply">
      <legend class="ui-visually-hidden">{t('meeting.reply.for', name())}</legend>
      <strong class="meeting-reply__seat" aria-hidden="true">
        {name()}
      </strong>
      <div class="meeting-reply__choices">
        <For each={replies}>
          {reply => (
            <button
              type="button"
              class={`meeting-reply__choice ui-tone-${replyTone[reply]}`}
              aria-pressed={seat()?.reply === reply}
              aria-busy={sending() === reply}
              onClick={() => void answer(reply)}
            >
              {replyIcon[reply]({ size: 18, 'aria-hidden': 'true' })}
              {t(`meeting.reply.${reply}`)}
            </button>
          )}
        </For>
      </div>
    </fieldset>
  )
}
