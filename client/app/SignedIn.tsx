import { Navigate, useLocation } from '@solidjs/router'
import { Match, Switch, type JSX } from 'solid-js'
import { Page, Skeleton } from '#client/ui'
import { UnreachableScreen } from './ErrorScreen.tsx'
import { nextQuery } from './next.ts'
import { useSession } from './session.tsx'
import { SignInAgain } from './SignInAgain.tsx'

/** Only for those signed in who confirmed the duty of confidentiality; others go through the door and come back. [D3] */
export function SignedIn(props: { readonly children: JSX.Element }): JSX.Element {
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
        {props.children}
        <SignInAgain />
      </Match>
    </Switch>
  )
}

export function Waiting(): JSX.Element {
  return (
    <Page>
      <Skeleton title lines={5} />
    </Page>
  )
}
