import type { JSX } from 'solid-js'
import { Page, PageHeader } from '#client/ui'

export function SignInPage(): JSX.Element {
  return (
    <Page>
      <PageHeader title="Sign in" />
    </Page>
  )
}
