import { Navigate, useIsRouting, useLocation, type RouteSectionProps } from '@solidjs/router'
import { ErrorBoundary, Match, Suspense, Switch, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Page, Skeleton, ToastRegion } from '#client/ui'
import { ErrorScreen, UnreachableScreen } from './ErrorScreen.tsx'
import { createFocusOnNavigation } from './focus.ts'
import { FootNav } from './FootNav.tsx'
import { nextQuery } from './next.ts'
import { OfflineBanner } from './OfflineBanner.tsx'
import { useSession } from './session.tsx'
import { SlotOutlet, SlotProvider } from './ShellSlot.tsx'
import { TopBar } from './TopBar.tsx'
import './shell.css'

/** The shell around every page of the workspace. Only for those signed in who confirmed the duty of confidentiality. [D3] */
export function AppLayout(props: RouteSectionProps): JSX.Element {
  const session = useSession()
  const location = useLocation()
  const next = (): string => nextQuery(location.pathname + location.search)
  return (
    <Switch fallback={<Waiting />}>
      <Match when={session.unreachable() && !session.me()}>
        <main>
          <UnreachableScreen onRetry={session.refetch} />
        </main>
      </Match>
      <Match when={session.me() === null}>
        <Navigate href={`/sign-in${next()}`} />
      </Match>
      <Match when={session.me()?.confidentialityConfirmedAt === null}>
        <Navigate href={`/confidentiality${next()}`} />
      </Match>
      <Match when={session.me()}>
        <Shell>{props.children}</Shell>
      </Match>
    </Switch>
  )
}

function Shell(props: { readonly children: JSX.Element }): JSX.Element {
  const t = useT()
  const isRouting = useIsRouting()
  let main: HTMLElement | undefined
  createFocusOnNavigation(() => main)
  return (
    <SlotProvider>
      <a
        href="#main"
        class="shell-skip"
        onClick={event => {
          event.preventDefault()
          main?.focus()
        }}
      >
        {t('app.skip')}
      </a>
      <div class="shell">
        <TopBar />
        <div class="shell-progress" classList={{ 'shell-progress--on': isRouting() }} aria-hidden="true" />
        <OfflineBanner />
        <SlotOutlet name="banner" />
        <main id="main" ref={element => (main = element)} tabIndex={-1} class="shell-main">
          <ErrorBoundary fallback={(error, reset) => <ErrorScreen error={error} onRetry={reset} />}>
            <Suspense fallback={<Waiting />}>{props.children}</Suspense>
          </ErrorBoundary>
        </main>
        <FootNav />
      </div>
      <ToastRegion />
    </SlotProvider>
  )
}

function Waiting(): JSX.Element {
  return (
    <Page>
      <Skeleton title lines={5} />
    </Page>
  )
}
