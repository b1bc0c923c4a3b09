import { createSignal, For, Show, type JSX } from 'solid-js'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import NotebookText from 'lucide-solid/icons/notebook-text'
import MonitorUp from 'lucide-solid/icons/monitor-up'
import { useT } from '#client/i18n'
import { itemTitle } from '#client/titles'
import { Button, ConfirmDialog, LinkButton, Menu, MenuItem, MenuLink, Notice } from '#client/ui'
import { mayMoveMeeting, type MeetingMove } from '#shared/meeting'
import { adjournMeeting, resumeMeeting } from '../../api/room.ts'
import { openVotesOf } from './open-votes.ts'
import { OpenSessionButton } from './OpenSessionButton.tsx'
import { useRoom } from './room.ts'
import { SuspendDialog } from './SuspendDialog.tsx'

/** Opens, suspends, resumes and adjourns the session, for who presides; the room screen for who conducts. */
export function SessionControls(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const [asking, setAsking] = createSignal<'suspend' | 'adjourn' | null>(null)
  const may = (move: MeetingMove): boolean =>
    room.mine().mayPreside && mayMoveMeeting(room.floor().state, move, ['chair'])
  // As the server has it: a decided text and any other business are not left over.
  const left = () =>
    room
      .floor()
      .items.filter(
        item =>
          (item.state === 'planned' || item.state === 'open') &&
          item.type !== 'anyOtherBusiness' &&
          !item.motions.some(motion => motion.decision !== null),
      )
  const hasOpenVote = (): boolean => openVotesOf(room.floor()).length > 0
  const adjourn = async (): Promise<void> => {
    await room.act('adjourn', () => adjournMeeting(room.id))
    setAsking(null)
  }
  return (
    <>
      <Show when={room.mine().mayConduct}>
        <span class="room-head__screen">
          <LinkButton variant="quiet" icon={MonitorUp} href={`/meetings/${room.id}/screen`}>
            {t('room.session.screen')}
          </LinkButton>
        </span>
      </Show>
      <Show when={room.floor().adjournedAt !== null}>
        <LinkButton variant="primary" icon={NotebookText} href={`/meetings/${room.id}/minutes`}>
          {t('room.minutes.over')}
        </LinkButton>
      </Show>
      <Show when={may('start')}>
        <OpenSessionButton />
      </Show>
      <Show when={may('resume')}>
        <Button
          variant="primary"
          busy={room.busy() === 'resume'}
          onPress={() => void room.act('resume', () => resumeMeeting(room.id))}
        >
          {t('room.session.resume')}
        </Button>
      </Show>
      <Show when={may('suspend') || may('adjourn')}>
        <Menu
          label={t('room.session.menu')}
          triggerClass="ui-button ui-button--secondary ui-button--medium"
          trigger={
            <>
              <Ellipsis size={18} aria-hidden="true" />
              <span>{t('room.session.menu')}</span>
            </>
          }
        >
          <MenuItem onSelect={() => setAsking('suspend')}>{t('room.session.suspend')}</MenuItem>
          <MenuItem onSelect={() => setAsking('adjourn')}>{t('room.session.adjourn')}</MenuItem>
          <MenuLink href={`/meetings/${room.id}/check-in`}>{t('room.session.checkIn')}</MenuLink>
        </Menu>
      </Show>
      <SuspendDialog open={asking() === 'suspend'} onClose={() => setAsking(null)} />
      <ConfirmDialog
        open={asking() === 'adjourn'}
        title={t('room.session.adjournTitle')}
        confirmLabel={t('room.session.adjourn')}
        busy={room.busy() === 'adjourn'}
        disabled={hasOpenVote()}
        onConfirm={() => void adjourn()}
        onClose={() => setAsking(null)}
      >
        <p>{t('room.session.adjournText')}</p>
        <Show when={hasOpenVote()}>
          <Notice tone="alarm">{t('room.session.adjournVotes')}</Notice>
        </Show>
        <Show when={left().length > 0}>
          <p>{t('room.session.adjournLeft', left().length)}</p>
          <ul class="room-left">
            <For each={left()}>
              {item => (
                <li>
                  {item.number} {itemTitle(t, item)}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </ConfirmDialog>
    </>
  )
}
