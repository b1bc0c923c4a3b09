import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function RecordPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Record" />
    </Page>
  )
}
