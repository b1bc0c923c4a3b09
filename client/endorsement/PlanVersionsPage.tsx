import { For, Show, type JSX } from 'solid-js'
import FileStack from 'lucide-solid/icons/file-stack'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { planTitle } from '#client/titles'
import { Digest, EmptyState, Page, PageHeader, Table, TimeStamp } from '#client/ui'
import { err, ok, type Result } from '#shared/core'
import type { ApiProblem } from '../api/call.ts'
import { fetchPlanVersions, type PlanVersionSummary } from '../api/endorsement.ts'
import { createFetched } from '../api/fetched.ts'
import { fetchPlans } from '../api/plan.ts'
import { VersionState } from './Marks.tsx'
import { Readiness } from './Readiness.tsx'
import './endorsement.css'

interface PlanOnPage {
  readonly id: string
  readonly kind: 'nap' | 'children'
  readonly title: string
  readonly versions: readonly PlanVersionSummary[]
}

/** Both plans: what is missing for a candidate, and every version there was. [E2] */
export function PlanVersionsPage(): JSX.Element {
  const t = useT()
  const plans = createFetched(loadPlans, ['planVersion', 'plan', 'sectionVersion'])
  return (
    <Page>
      <PageHeader title={t('endorsement.versions.title')} trail={[{ label: t('app.nav.plan'), href: '/plan' }]}>
        {t('endorsement.versions.lead')}
      </PageHeader>
      <Fetched of={plans} lines={10}>
        {found => (
          <div class="endorsement-plans">
            <For each={found()}>{plan => <PlanVersions plan={plan} />}</For>
          </div>
        )}
      </Fetched>
    </Page>
  )
}

async function loadPlans(): Promise<Result<readonly PlanOnPage[], ApiProblem>> {
  const [plans, versions] = await Promise.all([fetchPlans(), fetchPlanVersions()])
  if (!plans.ok) return err(plans.problem)
  if (!versions.ok) return err(versions.problem)
  return ok(
    plans.value.map(({ id, kind, title }) => ({
      id,
      kind,
      title,
      versions: versions.value.filter(version => version.plan.id === id),
    })),
  )
}

function PlanVersions(props: { readonly plan: PlanOnPage }): JSX.Element {
  const t = useT()
  return (
    <section class="ui-stack" aria-label={planTitle(t, props.plan.kind)}>
      <h2>{planTitle(t, props.plan.kind)}</h2>
      <Readiness planId={props.plan.id} hasVersions={props.plan.versions.length > 0} />
      <Show
        when={props.plan.versions.length > 0}
        fallback={
          <EmptyState title={t('endorsement.versions.none')} icon={FileStack}>
            {t('endorsement.versions.noneText')}
          </EmptyState>
        }
      >
        <Table
          caption={t('endorsement.versions.list', planTitle(t, props.plan.kind))}
          rows={props.plan.versions}
          columns={[
            {
              key: 'version',
              header: t('endorsement.versions.version'),
              primary: true,
              cell: row => <a href={`/plan-versions/${row.id}`}>{t('endorsement.page.eyebrow', row.number)}</a>,
            },
            { key: 'state', header: t('endorsement.versions.state'), cell: row => <VersionState state={row.state} /> },
            { key: 'root', header: t('endorsement.versions.root'), cell: row => <Digest value={row.root} /> },
            { key: 'when', header: t('endorsement.versions.when'), cell: row => <TimeStamp at={lastStep(row)} /> },
          ]}
        />
      </Show>
    </section>
  )
}

function lastStep(version: PlanVersionSummary): number {
  const { publishedAt, endorsedAt, notedAt, adoptedAt, assembledAt } = version
  return publishedAt ?? endorsedAt ?? notedAt ?? adoptedAt ?? assembledAt
}
