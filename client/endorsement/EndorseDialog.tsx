import { createEffect, createSignal, on, Show, type JSX } from 'solid-js'
import { PlanChanges } from '#client/frozen-text'
import { useT } from '#client/i18n'
import { Button, DescriptionList, Dialog, Digest, Notice, RadioGroup, showToast, Spinner, TextInput } from '#client/ui'
import type { EndorsementForm } from '#shared/endorsement'
import { endorse, prepareEndorsement, type PlanVersionAnswer, type PreparedAnswer } from '../api/endorsement.ts'
import { sentenceFor } from '../api/sentence.ts'
import { Objections } from './Objections.tsx'
import { endorseWithPasskey, type SigningProblem } from './sign.ts'

interface Props {
  readonly open: boolean
  readonly version: PlanVersionAnswer
  readonly onClose: () => void
  readonly onDone: () => void
}

/**
 * The National Co-ordinator's act: what is signed is laid out first, as the server has just found it, and signed from
 * the same page. [E4]
 */
export function EndorseDialog(props: Props): JSX.Element {
  return <Show when={props.open}>{<Endorsing {...props} />}</Show>
}

function Endorsing(props: Props): JSX.Element {
  const t = useT()
  const isChildren = (): boolean => props.version.plan.kind === 'children'
  const [form, setForm] = createSignal<EndorsementForm | null>(null)
  const [prepared, setPrepared] = createSignal<PreparedAnswer>()
  const [password, setPassword] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<SigningProblem | null>(null)

  const prepare = async (): Promise<void> => {
    setPrepared(undefined)
    setProblem(null)
    setBusy(true)
    const answer = await prepareEndorsement(props.version.id, form())
    setBusy(false)
    if (answer.ok) setPrepared(answer.value)
    else setProblem(answer.problem)
  }
  createEffect(
    on(form, chosen => {
      if (!isChildren() || chosen !== null) void prepare()
    }),
  )
  const sign = async (): Promise<void> => {
    const statement = prepared()
    if (!statement) return
    setBusy(true)
    setProblem(null)
    const { challenge } = statement
    const done =
      statement.method === 'passkey'
        ? await endorseWithPasskey(props.version.id, statement)
        : await endorse(props.version.id, { method: 'workspaceKey', challenge, password: password() })
    setBusy(false)
    if (!done.ok) {
      setProblem(done.problem)
      return
    }
    showToast(t('endorsement.endorse.done'), 'success')
    props.onDone()
  }
  const sentence = (refused: SigningProblem): string =>
    refused.type === 'passkey-cancelled' ? t('endorsement.endorse.cancelled') : sentenceFor(t, refused)
  /** The statement is used up or no longer true: only a new one helps. */
  const needsNew = (): boolean =>
    prepared() === undefined || ['statement-expired', 'statement-outdated'].includes(problem()?.type ?? '')
  return (
    <Dialog
      open
      title={t('endorsement.endorse.title')}
      size="large"
      insistent={busy()}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button disabled={busy()} onPress={() => props.onClose()}>
            {t('ui.cancel')}
          </Button>
          <Show
            when={problem() && needsNew()}
            fallback={
              <Button
                variant="primary"
                busy={busy()}
                disabled={!prepared() || (prepared()?.method === 'workspaceKey' && password() === '')}
                onPress={() => void sign()}
              >
                {t(`endorsement.endorse.${prepared()?.method === 'workspaceKey' ? 'withPassword' : 'withPasskey'}`)}
              </Button>
            }
          >
            <Button variant="primary" busy={busy()} onPress={() => void prepare()}>
              {t('endorsement.endorse.retry')}
            </Button>
          </Show>
        </>
      }
    >
      <div class="ui-stack">
        <Show when={isChildren()}>
          <RadioGroup
            legend={t('endorsement.endorse.formTitle')}
            variant="cards"
            value={form()}
            onChange={setForm}
            disabled={busy()}
            options={[
              {
                value: 'separate',
                label: t('endorsement.endorse.separate'),
                hint: t('endorsement.endorse.separateHint'),
              },
              { value: 'annex', label: t('endorsement.endorse.annex'), hint: t('endorsement.endorse.annexHint') },
            ]}
          />
        </Show>
        <Show when={busy() && !prepared()}>
          <Spinner label={t('endorsement.endorse.checking')} />
        </Show>
        <Show when={prepared()}>
          {ready => (
            <Review
              version={props.version}
              prepared={ready()}
              password={password()}
              onPassword={setPassword}
              onSubmit={() => void sign()}
            />
          )}
        </Show>
        <Show when={problem()}>{refused => <Notice tone="alarm">{sentence(refused())}</Notice>}</Show>
      </div>
    </Dialog>
  )
}

function Review(props: {
  readonly version: PlanVersionAnswer
  readonly prepared: PreparedAnswer
  readonly password: string
  readonly onPassword: (password: string) => void
  readonly onSubmit: () => void
}): JSX.Element {
  const t = useT()
  const statement = () => props.prepared.statement
  return (
    <>
      <Notice tone="success">{t('endorsement.endorse.checked', statement().shown.sections)}</Notice>
      <section class="ui-stack" aria-label={t('endorsement.endorse.review')}>
        <DescriptionList
          stacked
          items={[
            {
              term: t('endorsement.endorse.review'),
              value: <strong>{t('endorsement.endorse.signs', statement().plan.title, statement().number)}</strong>,
            },
            { term: t('endorsement.page.root'), value: <Digest value={statement().root} whole /> },
          ]}
        />
        <h3>{t('endorsement.objections.title')}</h3>
        <Objections objections={statement().shown.objections} />
        <h3>{t('endorsement.changes.title')}</h3>
        <PlanChanges since={props.version.since} entries={props.version.entries} removed={props.version.removed} />
        <details>
          <summary>{t('endorsement.endorse.statement')}</summary>
          <pre class="endorsement-statement" tabIndex={0}>
            {JSON.stringify(statement(), null, 2)}
          </pre>
        </details>
      </section>
      <Show
        when={props.prepared.method === 'workspaceKey'}
        fallback={<p class="ui-muted">{t('endorsement.endorse.passkey')}</p>}
      >
        <form
          class="ui-stack"
          onSubmit={event => {
            event.preventDefault()
            props.onSubmit()
          }}
        >
          <p class="ui-muted">{t('endorsement.endorse.password')}</p>
          <TextInput
            type="password"
            label={t('endorsement.endorse.passwordLabel')}
            autocomplete="current-password"
            value={props.password}
            onInput={value => props.onPassword(value)}
            required
          />
        </form>
      </Show>
    </>
  )
}
