import { Navigate, useLocation } from '@solidjs/router'
import { Match, Show, Switch, type JSX } from 'solid-js'
import { Fetched, nextAddress, nextQuery, useSession } from '#client/app'
import { useT } from '#client/i18n'
import { Notice, Page, PageHeader } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchWorkspace } from '../api/session.ts'
import { WaysIn } from './SignInForms.tsx'
import './people.css'

/** The door: by e-mail and password, by passkey, or on a demonstration by choosing whom to be. */
export function SignInPage(): JSX.Element {
  const t = useT()
  const session = useSession()
  const location = useLocation()
  const workspace = createFetched(fetchWorkspace)
  const title = (): JSX.Element => {
    const known = workspace.value()
    return known?.name ? `${known.name}, ${known.country ?? ''}` : undefined
  }
  // Straight to the door that is still closed: a redirection out of a redirection leaves the page waiting for ever.
  const onwards = (): string => {
    const next = nextAddress(location.search)
    return session.me()?.confidentialityConfirmedAt === null ? `/confidentiality${nextQuery(next)}` : next
  }
  return (
    <Show when={!session.me()} fallback={<Navigate href={onwards()} />}>
      <Page>
        <PageHeader title={t('people.signIn.title')} eyebrow={title()} />
        <Fetched of={workspace} lines={4}>
          {known => (
            <Switch>
              <Match when={!known().setUp}>
                <Notice tone="info" standing title={t('people.signIn.notSetUp.title')}>
                  {t('people.signIn.notSetUp.text')}
                </Notice>
              </Match>
              <Match when={known().setUp}>
                <WaysIn demo={known().demo} />
              </Match>
            </Switch>
          )}
        </Fetched>
      </Page>
    </Show>
  )
}
