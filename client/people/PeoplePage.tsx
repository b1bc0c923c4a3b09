import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function PeoplePage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="People" />
    </Page>
  )
}
