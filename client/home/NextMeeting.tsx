import { For, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Badge, LinkButton, Panel } from '#client/ui'
import { isUnderWay } from '#shared/meeting'
import type { HomeAnswer } from '../api/home.ts'
import { whenOf } from './when.ts'

type Next = NonNullable<HomeAnswer['nextMeeting']>

const replyTone = { coming: 'success', unsure: 'notice', absent: 'neutral' } as const

/** Where the person goes next: when and where, how long the agenda is, and what their seats have answered. [M1] */
export function NextMeeting(props: { readonly meeting: Next | null }): JSX.Element {
  const t = useT()
  return (
    <Panel title={t('home.next.title')}>
      <Show when={props.meeting} fallback={<p class="ui-muted ui-small">{t('home.next.none')}</p>}>
        {meeting => <Meeting meeting={meeting()} />}
      </Show>
    </Panel>
  )
}

function Meeting(props: { readonly meeting: Next }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const underWay = (): boolean => isUnderWay(props.meeting.state)
  return (
    <div class="home-next">
      <p class="home-next__title">
        <a href={`/meetings/${props.meeting.id}`}>{props.meeting.title}</a>
      </p>
      <p>
        <time dateTime={new Date(props.meeting.startsAt).toISOString()}>{whenOf(t, format(), props.meeting)}</time>
      </p>
      <p class="ui-small ui-muted">
        {[props.meeting.place, t('home.next.items', props.meeting.items)].filter(Boolean).join(' · ')}
      </p>
      <Show when={underWay()}>
        <div>
          <LinkButton variant="primary" href={`/meetings/${props.meeting.id}/room`}>
            {t('home.next.enter')}
          </LinkButton>
        </div>
      </Show>
      <Show when={!underWay()}>
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
