import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function GroupPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Group" />
    </Page>
  )
}
