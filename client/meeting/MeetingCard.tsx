import { For, Show, type JSX } from 'solid-js'
import MapPin from 'lucide-solid/icons/map-pin'
import { useT } from '#client/i18n'
import type { MeetingSummary } from '../api/meeting.ts'
import { MeetingStateTag } from './MeetingStateTag.tsx'
import { replyTone } from './replies.ts'
import { When } from './When.tsx'

/** A meeting that is ahead or under way, with what this person's seats have answered. */
export function MeetingCard(props: { readonly meeting: MeetingSummary }): JSX.Element {
  const t = useT()
  const waiting = (): boolean =>
    props.meeting.state === 'convened' && props.meeting.myReplies.some(({ reply }) => reply === null)
  return (
    <article class="meeting-card" classList={{ 'meeting-card--waiting': waiting() }}>
      <div class="ui-row ui-row--between">
        <p class="ui-eyebrow">{props.meeting.group.name}</p>
        <MeetingStateTag state={props.meeting.state} />
      </div>
      <h3 class="meeting-card__title">
        <a href={`/meetings/${props.meeting.id}`}>{props.meeting.title}</a>
      </h3>
      <When of={props.meeting} />
      <Show when={props.meeting.place !== ''}>
        <span class="ui-row ui-row--tight ui-small">
          <MapPin size={16} aria-hidden="true" />
          {props.meeting.place}
        </span>
      </Show>
      <p class="ui-small ui-muted">{t('meeting.list.items', props.meeting.items)}</p>
      <Show when={props.meeting.state === 'convened' && props.meeting.myReplies.length > 0}>
        <ul role="list" class="meeting-card__mine">
          <For each={props.meeting.myReplies}>
            {({ label, reply }) => (
              <li class={`ui-tone-${reply === null ? 'notice' : replyTone[reply]}`}>
                {reply === null
                  ? t('meeting.list.replyWaiting', label)
                  : t('meeting.list.replied', label, t(`meeting.reply.${reply}`))}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </article>
  )
}
