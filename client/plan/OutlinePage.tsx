import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function OutlinePage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Plan" />
    </Page>
  )
}
