import { Router } from '@solidjs/router'
import { ErrorBoundary, type JSX } from 'solid-js'
import { endSession, fetchMe } from '../api/session.ts'
import { I18nProvider } from '#client/i18n'
import { ErrorScreen } from './ErrorScreen.tsx'
import { routes } from './routes.tsx'
import { SessionProvider } from './session.tsx'

/** The whole client: language, session, routes; and a last resort when something breaks outside every page. */
export function App(): JSX.Element {
  return (
    <I18nProvider>
      <ErrorBoundary
        fallback={error => (
          <main>
            <ErrorScreen error={error} />
          </main>
        )}
      >
        <SessionProvider fetchMe={fetchMe} endSession={endSession}>
          <Router scrollRestoration>{routes}</Router>
        </SessionProvider>
      </ErrorBoundary>
    </I18nProvider>
  )
}
