import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function GroupsPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Groups" />
    </Page>
  )
}
