import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function ConfidentialityPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Duty of confidentiality" />
    </Page>
  )
}
