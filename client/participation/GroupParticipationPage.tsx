import { useParams } from '@solidjs/router'
import { createEffect, on, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { Page } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchParticipationOf } from '../api/participation.ts'
import { GroupFigures } from './GroupFigures.tsx'
import { Sources } from './Sources.tsx'
import { YearHeader } from './YearHeader.tsx'
import './participation.css'

/** One group's figures of a year, and what they are computed from. [G12] */
export function GroupParticipationPage(): JSX.Element {
  const t = useT()
  const params = useParams()
  const year = (): string => params['year'] ?? ''
  const group = (): string => params['group'] ?? ''
  const fetched = createFetched(() => fetchParticipationOf(year(), group()))
  const title = (): string => {
    const name = fetched.value()?.figures.group.name
    return name === undefined ? t('participation.title') : t('participation.titleOf', name, Number(year()))
  }
  // The place that the address names comes with the answer.
  createEffect(
    on(fetched.value, found => {
      const name = window.location.hash.slice(1)
      if (found && name) queueMicrotask(() => document.getElementById(name)?.scrollIntoView())
    }),
  )
  return (
    <Page>
      <YearHeader
        title={title()}
        trail={[{ label: t('participation.title'), href: `/participation/${year()}` }]}
        answer={fetched.value()}
        link={other => `/participation/${other}/${group()}`}
      >
        <a href={`/groups/${group()}`}>{t('participation.groupPage')}</a>
      </YearHeader>
      <Fetched of={fetched} lines={14}>
        {found => (
          <div class="ui-stack ui-stack--loose">
            <GroupFigures figures={found().figures} year={found().year} until={found().until} />
            <Sources detail={found()} />
          </div>
        )}
      </Fetched>
    </Page>
  )
}
