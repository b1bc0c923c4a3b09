import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function HomePage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Home" />
    </Page>
  )
}
