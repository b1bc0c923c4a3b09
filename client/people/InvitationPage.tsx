import { useLocation, useNavigate } from '@solidjs/router'
import { createSignal, Show, type JSX } from 'solid-js'
import KeyRound from 'lucide-solid/icons/key-round'
import { useSession } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Badge, Button, LinkButton, Notice, Page, PageHeader, Panel, Skeleton } from '#client/ui'
import { err } from '#shared/core'
import { createFetched } from '../api/fetched.ts'
import { sentenceFor } from '../api/sentence.ts'
import { acceptInvitation, fetchInvitation, invitationPasskeyOptions, type InvitationAnswer } from '../api/session.ts'
import { createAct } from './act.ts'
import { NewPassword } from './NewPassword.tsx'
import { PasskeyAdvice } from './PasskeyAdvice.tsx'
import { passkeySentence } from './passkey-sentence.ts'
import { deviceName, makePasskey, passkeysWork, type PasskeyProblem } from './passkey.ts'
import './people.css'

/** Taking up an invitation. The token stands after the # of the address, which browsers send to nobody. */
export function InvitationPage(): JSX.Element {
  const t = useT()
  const location = useLocation()
  const token = (): string => location.hash.replace(/^#/, '')
  const invitation = createFetched(async () =>
    token() === '' ? err({ type: 'invitation-not-valid' } as const) : fetchInvitation(token()),
  )
  return (
    <Show
      when={invitation.problem() ? undefined : invitation.value()}
      fallback={<Waiting problem={invitation.problem()?.type ?? null} />}
    >
      {known => (
        <Page>
          <PageHeader title={t('people.invitation.title', known().name)} eyebrow={known().workspace.name}>
            {t('people.invitation.lead', known().workspace.name, known().workspace.country)}{' '}
            <Show when={known().organisation}>{name => t('people.invitation.as', name())}</Show>
          </PageHeader>
          <Acceptance token={token()} invitation={known()} />
        </Page>
      )}
    </Show>
  )
}

function Waiting(props: { readonly problem: string | null }): JSX.Element {
  const t = useT()
  return (
    <Show when={props.problem} fallback={<Skeleton title lines={4} />}>
      {type => (
        <Page>
          <PageHeader title={t('people.invitation.invalid.title')}>
            {type() === 'unreachable' ? t('problems.unreachable') : t('people.invitation.invalid.text')}
          </PageHeader>
          <div class="ui-row">
            <LinkButton href="/sign-in">{t('people.invitation.invalid.signIn')}</LinkButton>
          </div>
        </Page>
      )}
    </Show>
  )
}

function Acceptance(props: { readonly token: string; readonly invitation: InvitationAnswer }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const session = useSession()
  const navigate = useNavigate()
  const [password, setPassword] = createSignal('')
  const [ready, setReady] = createSignal(false)
  const [passkeyProblem, setPasskeyProblem] = createSignal<PasskeyProblem | null>(null)
  const [passkeyBusy, setPasskeyBusy] = createSignal(false)

  const enter = async (): Promise<void> => {
    await session.refetch()
    navigate('/', { replace: true })
  }
  const act = createAct(async () => {
    const accepted = await acceptInvitation(props.token, { password: password() })
    if (accepted.ok) await enter()
    return accepted
  })
  const byPasskey = async (): Promise<void> => {
    setPasskeyBusy(true)
    setPasskeyProblem(null)
    const done = await takeUpByPasskey(
      props.token,
      deviceName(navigator.userAgent) || t('people.account.passkeys.unnamed'),
    )
    setPasskeyBusy(false)
    if (done.ok) await enter()
    else setPasskeyProblem(done.problem)
  }
  const passkeyRefusal = (): string | undefined => {
    const problem = passkeyProblem()
    return problem ? passkeySentence(t, problem) : undefined
  }
  const refusal = (): string | undefined => {
    const problem = act.problem()
    return problem ? sentenceFor(t, problem) : undefined
  }

  return (
    <>
      <Show when={passkeysWork()} fallback={<PasskeyAdvice />}>
        <Panel
          title={t('people.invitation.passkeyTitle')}
          actions={<Badge tone="accent">{t('people.invitation.recommended')}</Badge>}
        >
          <p>{t('people.passkey.what')}</p>
          <Notice tone="alarm" when={passkeyRefusal()} />
          <Button variant="primary" size="large" icon={KeyRound} busy={passkeyBusy()} onPress={() => void byPasskey()}>
            {t('people.invitation.passkey')}
          </Button>
        </Panel>
      </Show>
      <Panel title={t('people.invitation.passwordTitle')}>
        <form
          class="ui-stack"
          onSubmit={event => {
            event.preventDefault()
            if (ready() && !act.busy()) void act.run()
          }}
        >
          {/* For password managers: whose password it is. */}
          <input type="hidden" name="username" autocomplete="username" value={props.invitation.email} />
          <NewPassword value={password()} onInput={setPassword} onReady={setReady} />
          <Notice tone="alarm" when={refusal()} />
          <div class="ui-row">
            <Button
              type="submit"
              variant={passkeysWork() ? 'secondary' : 'primary'}
              busy={act.busy()}
              disabled={!ready()}
            >
              {t('people.invitation.submit')}
            </Button>
          </div>
        </form>
      </Panel>
      <p class="ui-muted ui-small">{t('people.invitation.until', format().date(props.invitation.expiresAt))}</p>
    </>
  )
}

async function takeUpByPasskey(token: string, name: string) {
  const options = await invitationPasskeyOptions(token)
  if (!options.ok) return options
  const made = await makePasskey(options.value)
  return made.ok ? acceptInvitation(token, { passkey: { name, response: made.value } }) : made
}
