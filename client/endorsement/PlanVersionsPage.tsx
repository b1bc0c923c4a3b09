import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function PlanVersionsPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Versions of the plan" />
    </Page>
  )
}
