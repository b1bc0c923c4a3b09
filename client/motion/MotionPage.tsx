import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function MotionPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Vote" />
    </Page>
  )
}
