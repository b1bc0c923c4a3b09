import { Show, type JSX } from 'solid-js'
import { OpenActionItems } from '#client/action'
import { CalendarPanel } from '#client/calendar'
import { useT } from '#client/i18n'
import { DescriptionList, Panel, TimeStamp } from '#client/ui'
import type { MeetingAnswer } from '../api/meeting.ts'
import { BacklogPanel } from './BacklogPanel.tsx'
import { WhoComes } from './WhoComes.tsx'

/** Beside the agenda: the facts of the meeting, who comes, and what waits for it. */
export function MeetingAside(props: { readonly of: MeetingAnswer }): JSX.Element {
  const t = useT()
  const floor = () => props.of.floor
  const isAhead = (): boolean => floor().state === 'draft' || floor().state === 'convened'
  const facts = () => [
    { term: t('meeting.page.where'), value: <Where of={props.of} /> },
    { term: t('meeting.page.chair'), value: floor().chair?.name ?? t('meeting.page.noChair') },
    ...(floor().bodies.length > 1
      ? [
          {
            term: t('meeting.page.bodies'),
            value: floor()
              .bodies.map(body => body.name)
              .join(' · '),
          },
        ]
      : []),
    ...(floor().state !== 'draft' && floor().convenedAt !== null
      ? [{ term: t('meeting.page.convened'), value: <TimeStamp at={floor().convenedAt ?? 0} /> }]
      : []),
  ]
  return (
    <aside class="ui-stack">
      <Panel title={t('meeting.page.facts')}>
        <DescriptionList stacked items={facts()} />
      </Panel>
      <Show when={isAhead() && floor().convenedAt !== null}>
        <WhoComes floor={floor()} />
      </Show>
      <Show when={floor().convenedAt !== null}>
        <CalendarPanel meetingId={floor().id} groups={floor().bodies} />
      </Show>
      <OpenActionItems groupId={floor().group.id} />
      <Show when={isAhead() && props.of.mine.mayConduct}>
        <BacklogPanel group={floor().group} mayConduct meetingId={floor().id} />
      </Show>
    </aside>
  )
}

function Where(props: { readonly of: MeetingAnswer }): JSX.Element {
  const t = useT()
  const floor = () => props.of.floor
  return (
    <span class="ui-stack ui-stack--tight">
      <Show when={floor().place !== '' || floor().link === null}>
        <span>{floor().place === '' ? t('meeting.page.noPlace') : floor().place}</span>
      </Show>
      <Show when={floor().link}>
        {link => (
          <a href={link()} rel="external noreferrer" target="_blank">
            {t('meeting.page.link')}
          </a>
        )}
      </Show>
    </span>
  )
}
