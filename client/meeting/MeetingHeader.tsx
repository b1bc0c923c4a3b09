import { createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import Ban from 'lucide-solid/icons/ban'
import CalendarClock from 'lucide-solid/icons/calendar-clock'
import DoorOpen from 'lucide-solid/icons/door-open'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Pencil from 'lucide-solid/icons/pencil-line'
import ScrollText from 'lucide-solid/icons/scroll-text'
import Send from 'lucide-solid/icons/send'
import { useT } from '#client/i18n'
import { Button, LinkButton, Menu, MenuItem, PageHeader } from '#client/ui'
import type { MeetingAnswer } from '../api/meeting.ts'
import { ConveneDialog } from './ConveneDialog.tsx'
import { EditMeetingDialog } from './EditMeetingDialog.tsx'
import { MeetingStateTag } from './MeetingStateTag.tsx'
import { primaryAct } from './primary-act.ts'
import { CancelDialog, PostponeDialog } from './PutOffDialogs.tsx'
import { When } from './When.tsx'

type Open = 'convene' | 'change' | 'postpone' | 'cancel'

/** Title, time and state; the one act that comes next, and the others behind a menu. */
export function MeetingHeader(props: {
  readonly of: MeetingAnswer
  readonly onChanged: () => Promise<void>
}): JSX.Element {
  const t = useT()
  const [open, setOpen] = createSignal<Open | null>(null)
  const floor = () => props.of.floor
  const next = () => primaryAct(props.of)
  const isAhead = (): boolean => floor().state === 'draft' || floor().state === 'convened'
  const mayCancel = (): boolean => isAhead() && props.of.mine.mayPreside
  const close = (): void => {
    setOpen(null)
  }
  const changed = (): void => void props.onChanged()
  return (
    <>
      <PageHeader
        title={floor().title}
        eyebrow={`${floor().group.name} · ${t(`meeting.kind.${floor().kind}`)}`}
        trail={[{ label: t('meeting.title'), href: '/meetings' }]}
        actions={
          <>
            <Switch>
              <Match when={next() === 'convene'}>
                <Button variant="primary" icon={Send} onPress={() => setOpen('convene')}>
                  {t('meeting.page.convene')}
                </Button>
              </Match>
              <Match when={next() === 'enter'}>
                <LinkButton variant="primary" icon={DoorOpen} href={`/meetings/${floor().id}/room`}>
                  {t('meeting.page.enter')}
                </LinkButton>
              </Match>
              <Match when={next() === 'minutes'}>
                <LinkButton variant="primary" icon={ScrollText} href={`/meetings/${floor().id}/minutes`}>
                  {t('meeting.page.minutes')}
                </LinkButton>
              </Match>
            </Switch>
            <Show when={isAhead() && (props.of.mine.mayConduct || mayCancel())}>
              <Menu
                label={t('meeting.page.more')}
                triggerClass="ui-button ui-button--secondary ui-button--medium"
                trigger={<Ellipsis size={18} aria-hidden="true" />}
              >
                <MenuItem icon={Pencil} onSelect={() => setOpen('change')}>
                  {t('meeting.page.change')}
                </MenuItem>
                <Show when={mayCancel() && floor().state === 'convened'}>
                  <MenuItem icon={CalendarClock} onSelect={() => setOpen('postpone')}>
                    {t('meeting.page.postpone')}
                  </MenuItem>
                </Show>
                <Show when={mayCancel()}>
                  <MenuItem icon={Ban} danger onSelect={() => setOpen('cancel')}>
                    {t('meeting.page.cancel')}
                  </MenuItem>
                </Show>
              </Menu>
            </Show>
          </>
        }
      >
        <div class="meeting-lead">
          <MeetingStateTag state={floor().state} postponed={floor().convenedAt !== null} />
          <When of={floor()} />
        </div>
      </PageHeader>
      <Switch>
        <Match when={open() === 'convene'}>
          <ConveneDialog floor={floor()} onDone={changed} onClose={close} />
        </Match>
        <Match when={open() === 'change'}>
          <EditMeetingDialog floor={floor()} onDone={changed} onClose={close} />
        </Match>
        <Match when={open() === 'postpone'}>
          <PostponeDialog floor={floor()} onDone={changed} onClose={close} />
        </Match>
        <Match when={open() === 'cancel'}>
          <CancelDialog floor={floor()} onDone={changed} onClose={close} />
        </Match>
      </Switch>
    </>
  )
}
