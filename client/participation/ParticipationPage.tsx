import { useParams } from '@solidjs/router'
import { For, Show, type JSX } from 'solid-js'
import Landmark from 'lucide-solid/icons/landmark'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { EmptyState, Page } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchParticipation } from '../api/participation.ts'
import { Comparison } from './Comparison.tsx'
import { GroupFigures } from './GroupFigures.tsx'
import { YearHeader } from './YearHeader.tsx'
import { thisYear } from './year.ts'
import './participation.css'

/** How civil society takes part: all groups of a year, side by side and one by one. [G12] */
export function ParticipationPage(): JSX.Element {
  const t = useT()
  const params = useParams()
  const year = (): string => params['year'] ?? String(thisYear())
  const fetched = createFetched(() => fetchParticipation(year()))
  return (
    <Page>
      <YearHeader
        title={t('participation.titleIn', Number(year()))}
        answer={fetched.value()}
        link={other => `/participation/${other}`}
      >
        {t('participation.lead')}
      </YearHeader>
      <Fetched of={fetched} lines={14}>
        {answer => (
          <Show
            when={answer().groups.length > 0}
            fallback={
              <EmptyState title={t('group.empty.title')} icon={Landmark}>
                {t('group.empty.text')}
              </EmptyState>
            }
          >
            <div class="ui-stack ui-stack--loose">
              <Comparison year={answer().year} groups={answer().groups} />
              <For each={answer().groups}>
                {figures => <GroupFigures figures={figures} year={answer().year} until={answer().until} linked />}
              </For>
            </div>
          </Show>
        )}
      </Fetched>
    </Page>
  )
}
