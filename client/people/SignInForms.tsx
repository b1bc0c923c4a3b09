import { createSignal, onCleanup, onMount, Show, type JSX } from 'solid-js'
import KeyRound from 'lucide-solid/icons/key-round'
import { Fetched, useSession } from '#client/app'
import { useT } from '#client/i18n'
import { Button, Notice, TextInput } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { sentenceFor } from '../api/sentence.ts'
import { fetchWorkspace, signIn, type WorkspaceAnswer } from '../api/session.ts'
import { createAct } from './act.ts'
import { DemoAccounts } from './DemoAccounts.tsx'
import { PasskeyAdvice } from './PasskeyAdvice.tsx'
import { passkeySentence } from './passkey-sentence.ts'
import { passkeysWork, signInWithPasskey, stopWaiting, type PasskeyProblem } from './passkey.ts'
import './people.css'

/** The door without a page around it: for whoever has one open. */
export function SignInForms(): JSX.Element {
  const workspace = createFetched(fetchWorkspace)
  return (
    <Fetched of={workspace} lines={4}>
      {known => <WaysIn demo={known().demo} />}
    </Fetched>
  )
}

/** By e-mail and password, by passkey, or on a demonstration by choosing whom to be. */
export function WaysIn(props: { readonly demo: WorkspaceAnswer['demo'] }): JSX.Element {
  const t = useT()
  const session = useSession()
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [passkeyProblem, setPasskeyProblem] = createSignal<PasskeyProblem | null>(null)
  const [passkeyBusy, setPasskeyBusy] = createSignal(false)

  // Once it is known who came in, the page around the forms leads on.
  const enter = (): Promise<void> => session.refetch()
  const act = createAct(async (as: string, by: string) => {
    setPasskeyProblem(null)
    const done = await signIn(as, by)
    if (done.ok) await enter()
    return done
  })
  const byPasskey = async (): Promise<void> => {
    setPasskeyBusy(true)
    setPasskeyProblem(null)
    act.forget()
    const done = await signInWithPasskey(false)
    setPasskeyBusy(false)
    if (done.ok) await enter()
    else setPasskeyProblem(done.problem)
  }
  onMount(async () => {
    // The browser offers passkeys in the address field; whoever ignores them hears nothing of it.
    if (passkeysWork() && (await signInWithPasskey(true)).ok) await enter()
  })
  onCleanup(stopWaiting)

  const problem = (): string | undefined => {
    const refused = act.problem()
    if (refused) return sentenceFor(t, refused)
    const passkey = passkeyProblem()
    if (passkey) return passkeySentence(t, passkey)
    return session.suspended() ? sentenceFor(t, { type: 'access-suspended' }) : undefined
  }

  return (
    <>
      <form
        class="ui-stack"
        onSubmit={event => {
          event.preventDefault()
          if (!act.busy()) void act.run(email(), password())
        }}
      >
        <TextInput
          label={t('people.email')}
          type="email"
          name="email"
          autocomplete="username webauthn"
          required
          value={email()}
          onInput={setEmail}
        />
        <TextInput
          label={t('people.password')}
          type="password"
          name="password"
          autocomplete="current-password"
          required
          value={password()}
          onInput={setPassword}
        />
        <Notice tone="alarm" when={problem()} />
        <div class="people-door">
          <Button type="submit" variant="primary" size="large" wide busy={act.busy()}>
            {t('people.signIn.submit')}
          </Button>
          <Show when={passkeysWork()}>
            <Button icon={KeyRound} size="large" wide busy={passkeyBusy()} onPress={() => void byPasskey()}>
              {t('people.signIn.passkey')}
            </Button>
          </Show>
        </div>
      </form>
      <PasskeyAdvice />
      <Show when={props.demo} fallback={<p class="ui-muted ui-small">{t('people.signIn.lost')}</p>}>
        {demo => (
          <DemoAccounts
            demo={demo()}
            busy={act.busy()}
            onChoose={as => void act.run(as, demo().password ?? password())}
          />
        )}
      </Show>
    </>
  )
}
