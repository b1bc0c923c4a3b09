import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function SetupPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Setting up" />
    </Page>
  )
}
