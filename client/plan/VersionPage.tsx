import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function VersionPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Version" />
    </Page>
  )
}
