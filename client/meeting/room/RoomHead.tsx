import { Show, type JSX } from 'solid-js'
import Keyboard from 'lucide-solid/icons/keyboard'
import { ShellSlot } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Badge, Button, Notice, PageHeader, type Tone } from '#client/ui'
import type { MeetingState } from '#shared/meeting'
import { LinkLine } from './LinkLine.tsx'
import { createMeetingTime } from './meeting-time.ts'
import { useRoom } from './room.ts'
import { SessionControls } from './SessionControls.tsx'

const stateTone = {
  draft: 'neutral',
  convened: 'info',
  inSession: 'success',
  suspended: 'notice',
  adjourned: 'neutral',
  recorded: 'neutral',
  cancelled: 'alarm',
} as const satisfies Record<MeetingState, Tone>

/** Which meeting, how it stands and since when, and whether what one sees is live. */
export function RoomHead(props: { readonly onHelp: () => void }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const room = useRoom()
  const clock = createMeetingTime(() => room.floor().timeZone)
  const lead = (): string => {
    const { state, startsAt, startedAt, suspendedAt, adjournedAt } = room.floor()
    switch (state) {
      case 'draft':
      case 'convened':
        return t('room.lead.begins', clock().dateTime(startsAt))
      case 'inSession':
        return startedAt === null ? '' : t('room.lead.since', clock().named(startedAt))
      case 'suspended':
        return suspendedAt === null ? '' : t('room.lead.suspended', clock().named(suspendedAt))
      case 'cancelled':
        return t('room.lead.cancelled')
      default:
        return adjournedAt === null ? '' : t('room.lead.adjourned', clock().named(adjournedAt))
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
          { label: t('room.trail'), href: '/meetings' },
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
          <Badge tone={stateTone[room.floor().state]}>{t(`room.state.${room.floor().state}`)}</Badge>
          <span>{lead()}</span>
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
  const clock = createMeetingTime(() => room.floor().timeZone)
  const sentence = (): string => {
    const link = room.link()
    if (link.isLive || link.asOf === null) return t('room.link.lost')
    return t('room.link.lostAt', clock().time(link.asOf))
  }
  return <>{sentence()}</>
}
