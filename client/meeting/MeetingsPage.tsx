import { useSearchParams } from '@solidjs/router'
import CalendarDays from 'lucide-solid/icons/calendar-days'
import CalendarPlus from 'lucide-solid/icons/calendar-plus'
import Archive from 'lucide-solid/icons/archive'
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { Button, EmptyState, Page, PageHeader, Panel, Select } from '#client/ui'
import type { Result } from '#shared/core'
import { createFetched } from '../api/fetched.ts'
import { fetchGroups, type GroupSummary } from '../api/group.ts'
import { fetchMeetings, fetchSeries, type MeetingSummary, type Series } from '../api/meeting.ts'
import type { ApiProblem } from '../api/call.ts'
import { useMayConduct } from './actor.ts'
import { BacklogPanel } from './BacklogPanel.tsx'
import { MeetingCard } from './MeetingCard.tsx'
import { NewMeetingDialog } from './NewMeetingDialog.tsx'
import { PastMeetings } from './PastMeetings.tsx'
import { SeriesPanel } from './SeriesPanel.tsx'
import './meetings.css'

const everyGroup = 'all'

interface Everything {
  readonly serverNow: number
  readonly meetings: readonly MeetingSummary[]
  readonly groups: readonly GroupSummary[]
  readonly series: readonly Series[]
}

async function fetchEverything(): Promise<Result<Everything, ApiProblem>> {
  const [meetings, groups, series] = await Promise.all([fetchMeetings(), fetchGroups(), fetchSeries()])
  if (!meetings.ok) return meetings
  if (!groups.ok) return groups
  return series.ok
    ? { ok: true, value: { ...meetings.value, groups: groups.value, series: series.value.series } }
    : series
}

/** All meetings this person may see: those ahead, the next one first, then those that are over. */
export function MeetingsPage(): JSX.Element {
  const fetched = createFetched(fetchEverything, ['meeting', 'minutes', 'group'])
  return (
    <Page>
      <Fetched of={fetched} lines={10}>
        {found => <Meetings of={found()} />}
      </Fetched>
    </Page>
  )
}

function Meetings(props: { readonly of: Everything }): JSX.Element {
  const t = useT()
  const mayConduct = useMayConduct()
  const [query, setQuery] = useSearchParams()
  const [planning, setPlanning] = createSignal(false)
  const group = createMemo(() => props.of.groups.find(one => one.id === query['group']) ?? null)
  const conducted = (): readonly GroupSummary[] => props.of.groups.filter(one => mayConduct(one))
  const shown = (): readonly MeetingSummary[] =>
    props.of.meetings.filter(meeting => group() === null || meeting.group.id === group()?.id)
  const isPast = ({ state }: MeetingSummary): boolean =>
    state === 'adjourned' || state === 'recorded' || state === 'cancelled'
  const ahead = createMemo(() =>
    shown()
      .filter(meeting => !isPast(meeting))
      .toSorted((a, b) => a.startsAt - b.startsAt),
  )
  return (
    <>
      <PageHeader
        title={t('meeting.title')}
        actions={
          <>
            <Show when={props.of.groups.length > 1}>
              <Select
                label={t('meeting.list.group')}
                hideLabel
                value={group()?.id ?? everyGroup}
                options={[
                  { value: everyGroup, label: t('meeting.list.allGroups') },
                  ...props.of.groups.map(one => ({ value: one.id, label: one.name })),
                ]}
                onChange={id => setQuery({ group: id === everyGroup ? null : id })}
              />
            </Show>
            <Show when={conducted().length > 0}>
              <Button variant="primary" icon={CalendarPlus} onPress={() => setPlanning(true)}>
                {t('meeting.edit.newAct')}
              </Button>
            </Show>
          </>
        }
      >
        {t('meeting.lead')}
      </PageHeader>
      <div class="ui-columns">
        <div class="ui-stack ui-stack--loose">
          <Panel title={t('meeting.list.ahead')} variant="plain">
            <Show
              when={ahead().length > 0}
              fallback={
                <EmptyState title={t('meeting.list.aheadEmpty')} icon={CalendarDays}>
                  {t('meeting.list.aheadEmptyText')}
                </EmptyState>
              }
            >
              <div class="meeting-cards">
                <For each={ahead()}>{meeting => <MeetingCard meeting={meeting} />}</For>
              </div>
            </Show>
          </Panel>
          <Panel title={t('meeting.list.past')} variant="plain">
            <Show
              when={shown().some(isPast)}
              fallback={
                <EmptyState title={t('meeting.list.pastEmpty')} icon={Archive}>
                  {t('meeting.list.pastEmptyText')}
                </EmptyState>
              }
            >
              <PastMeetings meetings={shown().filter(isPast)} />
            </Show>
          </Panel>
        </div>
        <aside class="ui-stack">
          <Show when={group()} keyed fallback={<p class="ui-muted ui-small">{t('meeting.list.plansHint')}</p>}>
            {chosen => (
              <>
                <SeriesPanel
                  group={chosen}
                  series={props.of.series.filter(one => one.groupId === chosen.id)}
                  now={props.of.serverNow}
                  mayConduct={mayConduct(chosen)}
                />
                <BacklogPanel group={chosen} mayConduct={mayConduct(chosen)} />
              </>
            )}
          </Show>
        </aside>
      </div>
      <Show when={planning()}>
        <NewMeetingDialog
          groups={conducted()}
          all={props.of.groups}
          series={props.of.series}
          group={conducted().find(one => one.id === group()?.id)?.id ?? null}
          now={props.of.serverNow}
          timeZone={props.of.meetings[0]?.timeZone ?? null}
          onClose={() => setPlanning(false)}
        />
      </Show>
    </>
  )
}
