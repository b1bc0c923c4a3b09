import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function MotionsPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Votes" />
    </Page>
  )
}
