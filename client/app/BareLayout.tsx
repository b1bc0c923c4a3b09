import type { RouteSectionProps } from '@solidjs/router'
import { ErrorBoundary, Suspense, type JSX } from 'solid-js'
import { ErrorScreen } from './ErrorScreen.tsx'
import { SignedIn, Waiting } from './SignedIn.tsx'

/** Around a page that fills the screen by itself, without the shell: a projector's. */
export function BareLayout(props: RouteSectionProps): JSX.Element {
  return (
    <SignedIn>
      <main>
        <ErrorBoundary fallback={(error, reset) => <ErrorScreen error={error} onRetry={reset} />}>
          <Suspense fallback={<Waiting />}>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
    </SignedIn>
  )
}
