import { For, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Button, createNow, LinkButton, Notice, Panel } from '#client/ui'
import { dayMs } from '#shared/core'
import type { PlanVersionAnswer } from '../api/endorsement.ts'
import type { Step } from './step.ts'

/** Who acts next and what they can do; the acts that are this reader's are buttons. */
export function NextStep(props: {
  readonly version: PlanVersionAnswer
  readonly onStep: (step: Step) => void
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const now = createNow()
  const sentence = (): string => {
    const { state, plan, noteDueAt } = props.version
    if (state === 'candidate' || state === 'underVote') return t(`endorsement.next.${state}`, plan.group.name)
    if (state === 'adopted') {
      return plan.kind === 'nap'
        ? t('endorsement.next.adoptedNap')
        : t('endorsement.next.adoptedChildren', format().date(noteDueAt ?? now()))
    }
    return t(`endorsement.next.${state}`)
  }
  const nameOf = ({ code, title }: { readonly code: string; readonly title: string }): string =>
    code === 'plan' ? t('endorsement.next.whole') : `${code} ${title}`
  const overdueDays = (): number => {
    const { reminderAt, notedAt, adoptedAt } = props.version
    const since = notedAt ?? adoptedAt
    return reminderAt === null || since === null || reminderAt > now() ? 0 : Math.floor((now() - since) / dayMs)
  }
  const vote = () => props.version.votes.find(candidate => candidate.outcome === null)
  const steps = (): readonly { readonly step: Step; readonly primary: boolean }[] => {
    const { may } = props.version
    return [
      ...(may.open ? [{ step: 'open', primary: true } as const] : []),
      ...(may.note ? [{ step: 'note', primary: true } as const] : []),
      ...(may.endorse ? [{ step: 'endorse', primary: true } as const] : []),
      ...(may.sendBack ? [{ step: 'sendBack', primary: false } as const] : []),
      ...(may.publish ? [{ step: 'publish', primary: true } as const] : []),
    ]
  }
  return (
    <Panel title={t('endorsement.next.title')} tone="accent">
      <p>{sentence()}</p>
      <Show when={props.version.uncertified.length > 0}>
        <Notice
          tone="notice"
          standing
          title={t('endorsement.next.uncertifiedTitle')}
          actions={
            <For each={props.version.uncertified}>
              {text => (
                <LinkButton href={`/motions/${text.motionId}`}>
                  {text.code === 'plan'
                    ? t('endorsement.next.toVote')
                    : t('endorsement.next.certifyVote', nameOf(text))}
                </LinkButton>
              )}
            </For>
          }
        >
          {t('endorsement.next.uncertified', format().list(props.version.uncertified.map(nameOf)))}
        </Notice>
      </Show>
      <Show when={overdueDays() > 0}>
        <Notice tone="notice" standing>
          {t('endorsement.next.reminder', overdueDays())}
        </Notice>
      </Show>
      <div class="ui-row">
        <For each={steps()}>
          {({ step, primary }) => (
            <Button variant={primary ? 'primary' : 'secondary'} onPress={() => props.onStep(step)}>
              {t(`endorsement.next.${step}`)}
            </Button>
          )}
        </For>
        <Show when={vote()}>
          {open => <LinkButton href={`/motions/${open().motionId}`}>{t('endorsement.next.toVote')}</LinkButton>}
        </Show>
        <Show when={props.version.publishedAt !== null}>
          <LinkButton href={`/published/${props.version.plan.kind}/${props.version.number}`} external>
            {t('endorsement.next.publicPage')}
          </LinkButton>
        </Show>
      </div>
    </Panel>
  )
}
