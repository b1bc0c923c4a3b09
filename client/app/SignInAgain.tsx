import { createEffect, lazy, onCleanup, Suspense, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Dialog, Skeleton } from '#client/ui'
import { useSession } from './session.tsx'

const SignInForms = lazy(async () => ({ default: (await import('#client/people')).SignInForms }))

/**
 * The door, over a page whose session has ended: out of sight the page stays as it was, with all that was typed on it, and
 * whoever signs in again goes on where they were.
 */
export function SignInAgain(): JSX.Element {
  const t = useT()
  const session = useSession()
  // Whoever signs in in another window comes back to this one.
  createEffect(() => {
    if (!session.ended()) return
    const look = (): void => void session.refetch()
    addEventListener('focus', look)
    onCleanup(() => removeEventListener('focus', look))
  })
  return (
    <Dialog
      open={session.ended()}
      title={t('app.sessionEnded.title')}
      description={t('app.sessionEnded.text')}
      insistent
      covers
      onClose={() => undefined}
    >
      <Suspense fallback={<Skeleton lines={4} />}>
        <SignInForms />
      </Suspense>
    </Dialog>
  )
}
