import { For, Show, type JSX } from 'solid-js'
import DoorOpen from 'lucide-solid/icons/door-open'
import { useFormat, useT } from '#client/i18n'
import { MeetingStateTag, replyTone } from '#client/meeting'
import { Badge, LinkButton, Panel } from '#client/ui'
import { isUnderWay } from '#shared/meeting'
import type { HomeAnswer } from '../api/home.ts'
import { whenOf } from './when.ts'

type Next = NonNullable<HomeAnswer['nextMeeting']>

/** Where the person goes next: when and where, how long the agenda is, and what their seats have answered. [M1] */
export function NextMeeting(props: {
  readonly meeting: Next | null
  /** It comes before everything else, and has the width for it. */
  readonly near?: boolean
  readonly mayEnter?: boolean
}): JSX.Element {
  const t = useT()
  const underWay = (): boolean => props.meeting !== null && isUnderWay(props.meeting.state)
  return (
    <Panel title={t(underWay() ? 'home.next.now' : 'home.next.title')} tone={underWay() ? 'success' : undefined}>
      <Show when={props.meeting} fallback={<p class="ui-muted ui-small">{t('home.next.none')}</p>}>
        {meeting => (
          <div class="home-next" classList={{ 'home-next--near': props.near === true }}>
            <Meeting meeting={meeting()} />
            <Show when={props.mayEnter}>
              <LinkButton
                variant="primary"
                size={underWay() ? 'large' : 'medium'}
                icon={DoorOpen}
                href={`/meetings/${meeting().id}/room`}
              >
                {t('home.next.enter')}
              </LinkButton>
            </Show>
          </div>
        )}
      </Show>
    </Panel>
  )
}

function Meeting(props: { readonly meeting: Next }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <div class="home-next__text">
      <p class="home-next__title">
        <a href={`/meetings/${props.meeting.id}`}>{props.meeting.title}</a>
      </p>
      <p class="ui-row ui-row--tight">
        <MeetingStateTag state={props.meeting.state} />
        <time dateTime={new Date(props.meeting.startsAt).toISOString()}>{whenOf(t, format(), props.meeting)}</time>
      </p>
      <p class="ui-small ui-muted">
        {[props.meeting.place, t('home.next.items', props.meeting.items)].filter(Boolean).join(' · ')}
      </p>
      <Show when={!isUnderWay(props.meeting.state)}>
        <ul role="list" class="home-next__replies">
          <For each={props.meeting.mySeats}>
            {seat => (
              <li class="ui-row ui-row--tight ui-small">
                <Badge tone={seat.reply ? replyTone[seat.reply] : 'notice'}>
                  {t(`meeting.reply.${seat.reply ?? 'none'}`)}
                </Badge>
                {seat.label}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}
