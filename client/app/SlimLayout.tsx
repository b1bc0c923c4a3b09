import type { RouteSectionProps } from '@solidjs/router'
import { ErrorBoundary, Suspense, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Skeleton, ToastRegion } from '#client/ui'
import { ErrorScreen } from './ErrorScreen.tsx'
import { createFocusOnNavigation } from './focus.ts'
import { Mark } from './Mark.tsx'
import './slim.css'

/** Around the pages at the door: signing in, setting up, accepting an invitation, the duty of confidentiality. */
export function SlimLayout(props: RouteSectionProps): JSX.Element {
  const t = useT()
  let main: HTMLElement | undefined
  createFocusOnNavigation(() => main)
  return (
    <div class="slim">
      <header class="slim__front">
        <p class="slim__name">
          <Mark size={34} />
          <span>{t('app.name')}</span>
        </p>
        <p class="slim__tagline">{t('app.tagline')}</p>
        <p class="slim__published">
          <a href="/published" rel="external">
            {t('app.published')}
          </a>
        </p>
      </header>
      <main ref={element => (main = element)} tabIndex={-1} class="slim__main">
        <ErrorBoundary fallback={(error, reset) => <ErrorScreen error={error} onRetry={reset} />}>
          <Suspense fallback={<Skeleton title lines={4} />}>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
      <ToastRegion />
    </div>
  )
}
