import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function SectionPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Section" />
    </Page>
  )
}
