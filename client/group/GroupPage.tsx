import { useParams } from '@solidjs/router'
import { createSignal, For, Show, type JSX } from 'solid-js'
import CalendarDays from 'lucide-solid/icons/calendar-days'
import ChartNoAxesColumn from 'lucide-solid/icons/chart-no-axes-column'
import Plus from 'lucide-solid/icons/plus'
import UserCheck from 'lucide-solid/icons/user-check'
import { Fetched, useMe } from '#client/app'
import { ElectionPanel } from '#client/election'
import { thisYear } from '#client/participation'
import { useT } from '#client/i18n'
import { createWithoutMemorandum } from '#client/memorandum'
import { Badge, Button, EmptyState, LinkButton, Notice, Page, PageHeader, Panel } from '#client/ui'
import { can } from '#shared/access'
import { constituencies, type Constituency } from '#shared/group'
import { createFetched } from '../api/fetched.ts'
import { fetchGroup, type GroupAnswer } from '../api/group.ts'
import { AddSeatDialog } from './AddSeatDialog.tsx'
import { ChairDialog } from './ChairDialog.tsx'
import { ConstituencyBar, constituencyTone, NgoShare } from './Composition.tsx'
import { MeetingsPanel } from './MeetingsPanel.tsx'
import { RulesPanel } from './RulesPanel.tsx'
import { SeatDialog, type SeatIntent } from './SeatDialog.tsx'
import { SeatTable } from './SeatTable.tsx'
import { TermsPanel } from './TermsPanel.tsx'
import { actorFrom } from './actor.ts'
import './group.css'

/** One group: who sits in it, who speaks for whom, and by which rules it votes. */
export function GroupPage(): JSX.Element {
  const params = useParams()
  const group = createFetched(() => fetchGroup(params['id'] ?? ''), ['group', 'person'])
  return (
    <Page>
      <Fetched of={group} lines={12}>
        {found => <GroupView group={found()} onChanged={() => void group.refetch()} />}
      </Fetched>
    </Page>
  )
}

function GroupView(props: { readonly group: GroupAnswer; readonly onChanged: () => void }): JSX.Element {
  const t = useT()
  const me = useMe()
  const [intent, setIntent] = createSignal<SeatIntent | null>(null)
  const [open, setOpen] = createSignal<'seat' | 'chair' | null>(null)
  const mayManage = (): boolean => can(actorFrom(me()), 'group.manage')
  const without = createWithoutMemorandum()
  const mayElect = (): boolean =>
    can(actorFrom(me()), 'election.conduct', { groupId: props.group.id, groupKind: props.group.kind })
  const composition = (): GroupAnswer['composition'] => props.group.composition
  // Saying it twice helps nobody where the group is called what it is.
  const kindBeside = ({ kind, name }: GroupAnswer): string | undefined => {
    const text = t(`group.kind.${kind}`)
    return text === name ? undefined : text
  }
  const shown = (): readonly Constituency[] =>
    constituencies.filter(constituency => props.group.seats.some(seat => seat.constituency === constituency))
  const chair = (): string => {
    const name = props.group.chair?.name
    return name === undefined ? t('group.noChair') : t('group.chairedBy', name)
  }
  const done = (): void => {
    setIntent(null)
    setOpen(null)
    props.onChanged()
  }
  return (
    <>
      <PageHeader
        title={props.group.name}
        eyebrow={kindBeside(props.group)}
        trail={[{ label: t('group.title'), href: '/groups' }]}
        actions={
          <>
            <LinkButton icon={CalendarDays} href={`/meetings?group=${props.group.id}`}>
              {t('group.act.meetings')}
            </LinkButton>
            <LinkButton icon={ChartNoAxesColumn} href={`/participation/${thisYear()}/${props.group.id}`}>
              {t('participation.short')}
            </LinkButton>
            <Show when={mayManage()}>
              <Show when={props.group.kind === 'twg'}>
                <Button icon={UserCheck} onPress={() => setOpen('chair')}>
                  {t('group.act.setChair')}
                </Button>
              </Show>
              <Button icon={Plus} onPress={() => setOpen('seat')}>
                {t('group.act.addSeat')}
              </Button>
            </Show>
          </>
        }
      >
        {chair()}
        <Show when={props.group.kind === 'nwg' && props.group.chair}>, {t('group.chairByOffice')}</Show>
      </PageHeader>
      <Show when={!composition().properlyConstituted}>
        <Notice tone="alarm" title={t('group.alarm.title')} standing>
          {t('group.alarm.text', composition().ngoSeatsAccredited, composition().ngoMinimum)}
        </Notice>
      </Show>
      <div class="ui-columns">
        <div class="ui-stack ui-stack--loose">
          <Show
            when={props.group.seats.length > 0}
            fallback={
              <EmptyState title={t('group.noSeats.title')}>
                {t('group.noSeats.text')} <Show when={!mayManage()}>{t('group.noSeats.member')}</Show>
              </EmptyState>
            }
          >
            <For each={shown()}>
              {constituency => (
                <section class="ui-stack ui-stack--tight group-seats">
                  <h2 class="group-constituency">
                    {t(`group.constituency.${constituency}`)}
                    <Badge tone={constituencyTone[constituency]}>
                      {composition().seatsByConstituency[constituency]}
                    </Badge>
                  </h2>
                  <SeatTable
                    constituency={constituency}
                    seats={props.group.seats.filter(seat => seat.constituency === constituency)}
                    without={new Set<string>(without().map(({ id }) => id))}
                    chairId={props.group.kind === 'twg' ? (props.group.chair?.personId ?? null) : null}
                    onIntent={mayManage() ? setIntent : null}
                  />
                </section>
              )}
            </For>
          </Show>
        </div>
        <aside class="ui-stack ui-stack--loose">
          <Panel title={t('group.composition')} level={2}>
            <ConstituencyBar composition={composition()} />
            <NgoShare composition={composition()} />
            <ul class="group-facts">
              <li>{t('group.votingSeats', composition().votingSeats)}</li>
              <li>
                {composition().vacancies > 0 ? t('group.vacancies', composition().vacancies) : t('group.complete')}
              </li>
              <Show when={composition().unaccredited > 0}>
                <li>{t('group.unaccredited', composition().unaccredited)}</li>
              </Show>
            </ul>
          </Panel>
          <Show when={props.group.kind === 'twg'}>
            <ElectionPanel group={props.group} mayCall={mayElect()} />
          </Show>
          <MeetingsPanel groupId={props.group.id} />
          <TermsPanel groupId={props.group.id} />
          <RulesPanel rules={props.group.rules} />
        </aside>
      </div>
      <Show when={intent()} keyed>
        {wish => <SeatDialog group={props.group} intent={wish} onDone={done} onClose={() => setIntent(null)} />}
      </Show>
      <Show when={open() === 'seat'}>
        <AddSeatDialog group={props.group} onDone={done} onClose={() => setOpen(null)} />
      </Show>
      <Show when={open() === 'chair'}>
        <ChairDialog group={props.group} onDone={done} onClose={() => setOpen(null)} />
      </Show>
    </>
  )
}
