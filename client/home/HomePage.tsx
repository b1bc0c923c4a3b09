import { For, Show, type JSX } from 'solid-js'
import ChartNoAxesColumn from 'lucide-solid/icons/chart-no-axes-column'
import { Fetched, holdsAnything, useMe, useSession } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Button, createNow, LinkButton, Page, PageHeader, Panel } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchHome, type HomeAnswer } from '../api/home.ts'
import { Alarms } from './Alarms.tsx'
import { NextMeeting } from './NextMeeting.tsx'
import { PlanStanding } from './PlanStanding.tsx'
import { VoteReminders } from './VoteReminders.tsx'
import { Waiting } from './Waiting.tsx'
import './home.css'

/** What waits for the person, where the plans stand, and what is wrong with the groups. */
export function HomePage(): JSX.Element {
  const t = useT()
  const me = useMe()
  const format = useFormat()
  const now = createNow()
  return (
    <Page>
      <PageHeader title={t('home.greeting', me().person.name)} eyebrow={format().date(now())}>
        {me().workspace.name}
      </PageHeader>
      <Show when={holdsAnything(me())} fallback={<NotYetIn />}>
        <Desk />
      </Show>
    </Page>
  )
}

/** The work of somebody who holds a seat or an office. */
function Desk(): JSX.Element {
  const t = useT()
  const me = useMe()
  const home = createFetched(fetchHome, [
    'group',
    'person',
    'section',
    'sectionVersion',
    'motion',
    'plan',
    'planVersion',
    'meeting',
    'minutes',
    'actionItem',
  ])
  const near = ({ nextMeeting }: HomeAnswer) => (nextMeeting?.near ? nextMeeting : null)
  // Above everything else it says already what its task would say.
  const otherTasks = (found: HomeAnswer) =>
    found.tasks.filter(task => task.kind !== 'enterMeeting' || task.meetingId !== near(found)?.id)
  return (
    <Fetched of={home} lines={10}>
      {found => (
        <div class="home">
          <Show when={near(found())}>
            {meeting => (
              <div class="home__next">
                <NextMeeting meeting={meeting()} near mayEnter={entersOf(found()).includes(meeting().id)} />
              </div>
            )}
          </Show>
          <div class="home__waiting ui-stack">
            <VoteReminders tasks={found().tasks} />
            <Panel title={t('home.waiting.title')}>
              <Waiting tasks={otherTasks(found())} me={me()} />
            </Panel>
          </div>
          <aside class="home__alarms ui-stack">
            <Show when={!near(found())}>
              <NextMeeting meeting={found().nextMeeting} />
            </Show>
            <Panel title={t('home.alarms.title')}>
              <Alarms alarms={found().alarms} />
            </Panel>
            <p>
              <LinkButton variant="quiet" icon={ChartNoAxesColumn} href="/participation">
                {t('participation.title')}
              </LinkButton>
            </p>
          </aside>
          <div class="home__plans">
            <Panel title={t('home.plans.title')} variant="plain">
              <Show when={found().plans.length > 0} fallback={<p class="ui-muted">{t('home.plans.empty')}</p>}>
                <div class="ui-stack ui-stack--loose">
                  <For each={found().plans}>{plan => <PlanStanding plan={plan} />}</For>
                </div>
              </Show>
            </Panel>
          </div>
        </div>
      )}
    </Fetched>
  )
}

/** The meetings whose room is open to this person. */
function entersOf({ tasks }: HomeAnswer): readonly string[] {
  return tasks.flatMap(task => (task.kind === 'enterMeeting' ? [task.meetingId] : []))
}

/** Invited, but not seated yet: what has to happen, who does it, and what can be read meanwhile. */
function NotYetIn(): JSX.Element {
  const t = useT()
  const session = useSession()
  return (
    <Panel title={t('home.notYet.title')}>
      <div class="home-nothing">
        <p>{t('home.notYet.text')}</p>
        <p class="ui-muted">{t('home.notYet.meanwhile')}</p>
      </div>
      <div class="ui-row">
        <Button onPress={() => void session.refetch()}>{t('home.notYet.again')}</Button>
        <a href="/published" target="_self">
          {t('home.notYet.published')}
        </a>
      </div>
    </Panel>
  )
}
