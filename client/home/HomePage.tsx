import { For, Show, type JSX } from 'solid-js'
import { Fetched, useMe } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { createNow, Page, PageHeader, Panel } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchHome } from '../api/home.ts'
import { Alarms } from './Alarms.tsx'
import { PlanStanding } from './PlanStanding.tsx'
import { Waiting } from './Waiting.tsx'
import './home.css'

/** What waits for the person, where the plans stand, and what is wrong with the groups. */
export function HomePage(): JSX.Element {
  const t = useT()
  const me = useMe()
  const format = useFormat()
  const now = createNow()
  const home = createFetched(fetchHome, [
    'group',
    'person',
    'section',
    'sectionVersion',
    'motion',
    'plan',
    'planVersion',
  ])
  return (
    <Page>
      <PageHeader title={t('home.greeting', me().person.name)} eyebrow={format().date(now())}>
        {me().workspace.name}
      </PageHeader>
      <Fetched of={home} lines={10}>
        {found => (
          <div class="ui-columns">
            <div class="ui-stack ui-stack--loose">
              <Panel title={t('home.waiting.title')}>
                <Waiting tasks={found().tasks} me={me()} />
              </Panel>
              <Panel title={t('home.plans.title')} variant="plain">
                <Show when={found().plans.length > 0} fallback={<p class="ui-muted">{t('home.plans.empty')}</p>}>
                  <div class="ui-stack ui-stack--loose">
                    <For each={found().plans}>{plan => <PlanStanding plan={plan} />}</For>
                  </div>
                </Show>
              </Panel>
            </div>
            <aside>
              <Panel title={t('home.alarms.title')}>
                <Alarms alarms={found().alarms} />
              </Panel>
            </aside>
          </div>
        )}
      </Fetched>
    </Page>
  )
}
