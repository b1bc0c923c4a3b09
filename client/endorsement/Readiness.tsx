import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show, type JSX } from 'solid-js'
import PackageCheck from 'lucide-solid/icons/package-check'
import { useT } from '#client/i18n'
import { planTitle } from '#client/titles'
import { Button, ConfirmDialog, Meter, Notice, Panel, showToast, Skeleton } from '#client/ui'
import type { ApiProblem } from '../api/call.ts'
import { assembleCandidate, fetchReadiness, type ReadinessAnswer } from '../api/endorsement.ts'
import { createFetched } from '../api/fetched.ts'
import { sentenceFor } from '../api/sentence.ts'

/** Longer lists begin folded. */
const shownAtFirst = 6

/** What is missing for a candidate, section by section, and the act of assembling it. [E2] */
export function Readiness(props: { readonly planId: string; readonly hasVersions: boolean }): JSX.Element {
  const t = useT()
  const readiness = createFetched(
    () => fetchReadiness(props.planId),
    ['plan', 'section', 'sectionVersion', 'planVersion', 'motion'],
  )
  return (
    <Show
      when={readiness.value()}
      fallback={
        <Show when={readiness.problem()} fallback={<Skeleton lines={3} />}>
          {problem => <Show when={problem().type !== 'not-found'}>{sentenceFor(t, problem())}</Show>}
        </Show>
      }
    >
      {found => <ReadinessPanel readiness={found()} hasVersions={props.hasVersions} />}
    </Show>
  )
}

function ReadinessPanel(props: { readonly readiness: ReadinessAnswer; readonly hasVersions: boolean }): JSX.Element {
  const t = useT()
  const [asking, setAsking] = createSignal(false)
  const [all, setAll] = createSignal(false)
  const done = (): number => props.readiness.ready + props.readiness.waived
  const total = (): number => done() + props.readiness.missing.length
  const missing = () => (all() ? props.readiness.missing : props.readiness.missing.slice(0, shownAtFirst))
  return (
    <Panel title={t('endorsement.readiness.title', planTitle(t, props.readiness.plan.kind))} level={3}>
      <div class="ui-stack">
        <Meter
          label={t('endorsement.readiness.meter')}
          value={done()}
          max={total()}
          text={t('endorsement.readiness.of', done(), total())}
          tone={props.readiness.missing.length === 0 ? 'success' : 'accent'}
        />
        <Show
          when={props.readiness.missing.length > 0}
          fallback={<p class="ui-muted">{t('endorsement.readiness.complete')}</p>}
        >
          <p class="ui-muted">{t('endorsement.readiness.missing', props.readiness.missing.length)}</p>
          <ul role="list" class="endorsement-missing" aria-label={t('endorsement.readiness.list')}>
            <For each={missing()}>
              {section => (
                <li>
                  <span class="endorsement-code">{section.code}</span>
                  <a href={`/sections/${section.sectionId}`}>{section.title}</a>
                  <span class="ui-small ui-muted">
                    {t(`endorsement.readiness.reasons.${section.reason}`)}
                    <Show when={section.motionId}>
                      {motionId => (
                        <>
                          {'. '}
                          <a href={`/motions/${motionId()}`}>{t('endorsement.readiness.certify')}</a>
                        </>
                      )}
                    </Show>
                  </span>
                </li>
              )}
            </For>
          </ul>
          <Show when={!all() && props.readiness.missing.length > shownAtFirst}>
            <div>
              <Button variant="quiet" size="small" onPress={() => setAll(true)}>
                {t('endorsement.readiness.showAll', props.readiness.missing.length)}
              </Button>
            </div>
          </Show>
        </Show>
        <Show
          when={props.readiness.mayAssemble}
          fallback={
            <p class="ui-small ui-muted">
              {t(`endorsement.readiness.${props.readiness.plan.kind === 'nap' ? 'whoNap' : 'whoChildren'}`)}
            </p>
          }
        >
          <div>
            <Button
              variant={props.hasVersions ? 'secondary' : 'primary'}
              icon={PackageCheck}
              disabled={props.readiness.missing.length > 0}
              onPress={() => setAsking(true)}
            >
              {t(`endorsement.readiness.${props.hasVersions ? 'again' : 'assemble'}`)}
            </Button>
          </div>
        </Show>
      </div>
      <AssembleDialog open={asking()} planId={props.readiness.plan.id} onClose={() => setAsking(false)} />
    </Panel>
  )
}

function AssembleDialog(props: {
  readonly open: boolean
  readonly planId: string
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const navigate = useNavigate()
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  const assemble = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const made = await assembleCandidate(props.planId)
    setBusy(false)
    if (!made.ok) {
      setProblem(made.problem)
      return
    }
    props.onClose()
    showToast(t('endorsement.readiness.assembled'))
    navigate(`/plan-versions/${made.value.id}`)
  }
  return (
    <ConfirmDialog
      open={props.open}
      title={t('endorsement.readiness.confirmTitle')}
      confirmLabel={t('endorsement.readiness.assemble')}
      busy={busy()}
      onConfirm={() => void assemble()}
      onClose={() => props.onClose()}
    >
      <p>{t('endorsement.readiness.confirm')}</p>
      <Show when={problem()}>{refused => <Notice tone="alarm">{sentenceFor(t, refused())}</Notice>}</Show>
    </ConfirmDialog>
  )
}
