import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function PlanVersionPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Version of the plan" />
    </Page>
  )
}
