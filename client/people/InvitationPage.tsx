import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function InvitationPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Your invitation" />
    </Page>
  )
}
