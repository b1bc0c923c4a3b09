import { Show, type JSX } from 'solid-js'
import Keyboard from 'lucide-solid/icons/keyboard'
import { ShellSlot } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Button, Notice, PageHeader, ZoneNote } from '#client/ui'
import { MeetingStateTag } from '../MeetingStateTag.tsx'
import { LinkLine } from './LinkLine.tsx'
import { useRoom } from './room.ts'
import { SessionControls } from './SessionControls.tsx'
import { createMoment } from './words.ts'

/** Which meeting, how it stands and since when, and whether what one sees is live. */
export function RoomHead(props: { readonly onHelp: () => void }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const room = useRoom()
  const moment = createMoment(room)
  const lead = (): string => {
    const { state, startsAt, startedAt, suspendedAt, expectedUntil, adjournedAt } = room.floor()
    switch (state) {
      case 'draft':
      case 'convened':
        return t('room.lead.begins', format().dateTime(startsAt))
      case 'inSession':
        return startedAt === null ? '' : t('room.lead.since', moment(startedAt))
      case 'suspended':
        if (suspendedAt === null) return ''
        return expectedUntil === null
          ? t('room.lead.suspended', moment(suspendedAt))
          : t('room.lead.suspendedUntil', moment(suspendedAt), moment(expectedUntil))
      case 'cancelled':
        return t('room.lead.cancelled')
      default:
        return adjournedAt === null ? '' : t('room.lead.adjourned', moment(adjournedAt))
    }
  }
  return (
    <>
      <ShellSlot name="connection">
        <LinkLine />
      </ShellSlot>
      <PageHeader
        title={room.floor().title}
        trail={[
          { label: t('meeting.title'), href: '/meetings' },
          { label: t('room.session.meeting'), href: `/meetings/${room.id}` },
        ]}
        actions={
          <>
            <SessionControls />
            <span class="room-head__keys">
              <Button variant="quiet" icon={Keyboard} onPress={() => props.onHelp()}>
                {t('room.keys.open')}
              </Button>
            </span>
          </>
        }
      >
        <span class="ui-row ui-row--tight room-head__lead">
          <MeetingStateTag state={room.floor().state} />
          <span>{lead()}</span>
          <ZoneNote timeZone={room.floor().timeZone} at={room.floor().startsAt} />
          <span class="ui-muted room-head__bodies">{format().list(room.floor().bodies.map(body => body.name))}</span>
        </span>
      </PageHeader>
      <Show when={!room.link().isLive}>
        <Notice tone="notice">
          <LostSentence />
        </Notice>
      </Show>
    </>
  )
}

function LostSentence(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const format = useFormat()
  const sentence = (): string => {
    const link = room.link()
    if (link.isLive || link.asOf === null) return t('room.link.lost')
    return t('room.link.lostAt', format().time(link.asOf))
  }
  return <>{sentence()}</>
}
