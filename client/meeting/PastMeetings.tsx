import { Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Table } from '#client/ui'
import type { MeetingSummary } from '../api/meeting.ts'
import { MeetingStateTag } from './MeetingStateTag.tsx'

/** Meetings that are over or will not be, the latest first, with the way to their minutes. */
export function PastMeetings(props: { readonly meetings: readonly MeetingSummary[] }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <Table
      caption={t('meeting.list.pastCaption')}
      rows={props.meetings}
      columns={[
        {
          key: 'meeting',
          header: t('meeting.list.meeting'),
          primary: true,
          cell: meeting => (
            <div class="ui-stack meeting-list-text">
              <a href={`/meetings/${meeting.id}`}>{meeting.title}</a>
              <span class="ui-small ui-muted">{meeting.group.name}</span>
            </div>
          ),
        },
        {
          key: 'when',
          header: t('meeting.list.when'),
          cell: meeting => format().inZone(meeting.timeZone).dateTime(meeting.startsAt),
        },
        {
          key: 'state',
          header: t('meeting.list.standing'),
          cell: meeting => <MeetingStateTag state={meeting.state} />,
        },
        {
          key: 'minutes',
          header: t('meeting.list.minutes'),
          cell: meeting => (
            <Show when={meeting.minutes}>
              <a href={`/meetings/${meeting.id}/minutes`}>{t('meeting.list.read')}</a>
            </Show>
          ),
        },
      ]}
    />
  )
}
