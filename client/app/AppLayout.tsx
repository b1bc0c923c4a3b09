import { useIsRouting, type RouteSectionProps } from '@solidjs/router'
import { ErrorBoundary, Suspense, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { ToastRegion } from '#client/ui'
import { ErrorScreen } from './ErrorScreen.tsx'
import { createFocusOnNavigation } from './focus.ts'
import { FootNav } from './FootNav.tsx'
import { OfflineBanner } from './OfflineBanner.tsx'
import { SignedIn, Waiting } from './SignedIn.tsx'
import { SlotOutlet, SlotProvider } from './ShellSlot.tsx'
import { TopBar } from './TopBar.tsx'
import './shell.css'

/** The shell around every page of the workspace. */
export function AppLayout(props: RouteSectionProps): JSX.Element {
  return (
    <SignedIn>
      <Shell>{props.children}</Shell>
    </SignedIn>
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
