import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function AccountPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Your account" />
    </Page>
  )
}
