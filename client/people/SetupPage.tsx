import { useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, For, Match, on, Show, Switch, type JSX } from 'solid-js'
import { createStore } from 'solid-js/store'
import { useT } from '#client/i18n'
import { Button, LinkButton, Notice, Page, PageHeader, Skeleton } from '#client/ui'
import { err } from '#shared/core'
import { createFetched } from '../api/fetched.ts'
import { sentenceFor } from '../api/sentence.ts'
import { checkSetupLink, setUp } from '../api/setup.ts'
import { createAct } from './act.ts'
import { CoordinatorStep } from './setup/CoordinatorStep.tsx'
import { DoneStep, type HandedOut } from './setup/DoneStep.tsx'
import { clashingEmails, emptyForm, repeatedOrganisations, toRequest } from './setup/form.ts'
import { GroupsStep } from './setup/GroupsStep.tsx'
import { MembersStep } from './setup/MembersStep.tsx'
import { ReviewStep } from './setup/ReviewStep.tsx'
import { WorkspaceStep } from './setup/WorkspaceStep.tsx'
import './setup/setup.css'

const steps = ['workspace', 'coordinator', 'members', 'groups', 'review'] as const
type Step = (typeof steps)[number]

/** First start: from the one-time link to a workspace with groups, plans and links to hand out. */
export function SetupPage(): JSX.Element {
  const t = useT()
  const [query] = useSearchParams()
  const token = (): string => (typeof query['token'] === 'string' ? query['token'] : '')
  const link = createFetched(async () => {
    const checked = token() === '' ? err({ type: 'setup-not-valid' } as const) : await checkSetupLink(token())
    return checked.ok ? { ok: true as const, value: { valid: true } } : checked
  })
  const [done, setDone] = createSignal<readonly HandedOut[] | null>(null)
  return (
    <Switch fallback={<Skeleton title lines={5} />}>
      <Match when={done()}>{invitations => <DoneStep invitations={invitations()} />}</Match>
      <Match when={link.value()}>
        <Wizard token={token()} onDone={setDone} />
      </Match>
      <Match when={link.problem()}>
        {problem => (
          <Page>
            <PageHeader title={t('people.setup.invalid.title')}>
              {problem().type === 'unreachable' ? sentenceFor(t, problem()) : t('people.setup.invalid.text')}
            </PageHeader>
            <div class="ui-row">
              <LinkButton href="/sign-in">{t('people.setup.invalid.signIn')}</LinkButton>
            </div>
          </Page>
        )}
      </Match>
    </Switch>
  )
}

function Wizard(props: {
  readonly token: string
  readonly onDone: (invitations: readonly HandedOut[]) => void
}): JSX.Element {
  const t = useT()
  const [form, set] = createStore(emptyForm(t('people.setup.workspace.secretariat')))
  const [at, setAt] = createSignal<Step>('workspace')
  const [passwordReady, setPasswordReady] = createSignal(false)
  const [missed, setMissed] = createSignal(false)
  let heading: HTMLHeadingElement | undefined

  const index = (): number => steps.indexOf(at())
  const go = (to: number): void => {
    setMissed(false)
    setAt(steps[to] ?? 'review')
  }
  createEffect(
    on(
      at,
      () => {
        window.scrollTo({ top: 0 })
        heading?.focus()
      },
      { defer: true },
    ),
  )
  const act = createAct(async () => {
    const made = await setUp(toRequest(form, props.token))
    if (made.ok) props.onDone(made.value.invitations)
    return made
  })
  const fits = (): boolean => {
    if (at() === 'workspace') return passwordReady()
    return clashingEmails(form).size === 0 && repeatedOrganisations(form).size === 0
  }
  const submit = (): void => {
    if (act.busy()) return
    if (!fits()) return void setMissed(true)
    if (at() === 'review') void act.run()
    else go(index() + 1)
  }
  const problem = (): string | undefined => {
    const refused = act.problem()
    if (refused) return sentenceFor(t, refused)
    return missed() && !fits() ? t('people.setup.wrong') : undefined
  }

  return (
    <Page>
      <PageHeader title={t('people.setup.title')}>{t('people.setup.lead')}</PageHeader>
      <ol class="setup-steps" aria-label={t('people.setup.progress')}>
        <For each={steps}>
          {(step, position) => (
            <li
              class="setup-steps__step"
              classList={{ 'setup-steps__step--done': position() < index() }}
              aria-current={step === at() ? 'step' : undefined}
            >
              {t(`people.setup.steps.${step}`)}
            </li>
          )}
        </For>
      </ol>
      <form
        class="ui-stack"
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <h2 ref={element => (heading = element)} tabIndex={-1} class="setup-heading">
          <span class="ui-eyebrow">{t('people.setup.step', index() + 1, steps.length)}</span>
          {t(`people.setup.steps.${at()}`)}
        </h2>
        <Switch>
          <Match when={at() === 'workspace'}>
            <WorkspaceStep form={form} set={set} onPasswordReady={setPasswordReady} />
          </Match>
          <Match when={at() === 'coordinator'}>
            <CoordinatorStep form={form} set={set} />
          </Match>
          <Match when={at() === 'members'}>
            <MembersStep form={form} set={set} />
          </Match>
          <Match when={at() === 'groups'}>
            <GroupsStep form={form} set={set} />
          </Match>
          <Match when={at() === 'review'}>
            <ReviewStep form={form} />
          </Match>
        </Switch>
        <Notice tone="alarm" when={problem()} />
        <div class="ui-row ui-row--between">
          <Show when={index() > 0} fallback={<span />}>
            <Button disabled={act.busy()} onPress={() => go(index() - 1)}>
              {t('people.setup.back')}
            </Button>
          </Show>
          <Button type="submit" variant="primary" busy={act.busy()}>
            {at() === 'review' ? t('people.setup.finish') : t('people.setup.next')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
