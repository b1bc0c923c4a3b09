import { useLocation } from '@solidjs/router'
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import Plus from 'lucide-solid/icons/plus'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { planTitle } from '#client/titles'
import { Button, EmptyState, LinkButton, Page, PageHeader, Tally, type TallyPart } from '#client/ui'
import { can } from '#shared/access'
import { componentNumbers, standingStates, type ComponentNumber } from '#shared/plan'
import { createFetched } from '../api/fetched.ts'
import { fetchPlans, type PlanOutline, type SectionEntry } from '../api/plan.ts'
import { useActor } from './actor.ts'
import { AddSectionDialog } from './AddSectionDialog.tsx'
import { SectionRow } from './SectionRow.tsx'
import { toneOf } from './StandingTag.tsx'
import './outline.css'

/** A plan with the state of every section, by component. Both plans have this page. [P1, P2, P8] */
export function OutlinePage(): JSX.Element {
  const t = useT()
  const location = useLocation()
  const plans = createFetched(fetchPlans, ['plan', 'section', 'sectionVersion'])
  const kind = () => (location.pathname.endsWith('/children') ? 'children' : 'nap')
  const reload = (): void => void plans.refetch()
  return (
    <Page>
      <Fetched of={plans} lines={12}>
        {value => (
          <Show
            when={value().find(plan => plan.kind === kind())}
            fallback={
              <>
                <PageHeader title={t(`plan.${kind()}`)} />
                <EmptyState title={t('plan.outline.none.title')}>{t('plan.outline.none.text')}</EmptyState>
              </>
            }
          >
            {plan => <Outline plan={plan()} onChange={reload} />}
          </Show>
        )}
      </Fetched>
    </Page>
  )
}

function Outline(props: { readonly plan: PlanOutline; readonly onChange: () => void }): JSX.Element {
  const t = useT()
  const actor = useActor()
  const [adding, setAdding] = createSignal(false)
  const arranges = (): boolean => can(actor(), 'section.arrange')
  const parts = createMemo((): readonly TallyPart[] =>
    standingStates
      .map(state => ({
        key: state,
        label: t(`plan.state.${state}`),
        value: props.plan.sections.filter(section => section.standing.state === state).length,
        tone: toneOf(state),
      }))
      .filter(part => part.value > 0),
  )
  const blocks = createMemo(() =>
    [null, ...componentNumbers]
      .map(component => ({
        component,
        sections: props.plan.sections.filter(section => section.component === component),
      }))
      .filter(block => block.sections.length > 0 || (arranges() && block.component !== null)),
  )
  return (
    <>
      <PageHeader
        title={planTitle(t, props.plan.kind)}
        actions={
          <>
            <LinkButton href="/plan-versions">{t('plan.outline.versions')}</LinkButton>
            <Show when={arranges()}>
              <Button icon={Plus} onPress={() => setAdding(true)}>
                {t('plan.arrange.add')}
              </Button>
            </Show>
          </>
        }
      >
        {t(`plan.outline.lead.${props.plan.kind}`, props.plan.group.name)}
      </PageHeader>
      <Show
        when={props.plan.sections.length > 0}
        fallback={<EmptyState title={t('plan.outline.empty.title')}>{t('plan.outline.empty.text')}</EmptyState>}
      >
        <Tally label={t('plan.outline.progress')} parts={parts()} size="small" />
        <div class="outline">
          <For each={blocks()}>
            {block => (
              <Component
                component={block.component}
                sections={block.sections}
                arranges={arranges()}
                onChange={props.onChange}
              />
            )}
          </For>
        </div>
      </Show>
      <Show when={props.plan.sections.length > 0 && props.plan.hidden > 0}>
        <p class="ui-small ui-muted">{t('plan.outline.hidden', props.plan.hidden)}</p>
      </Show>
      <AddSectionDialog
        open={adding()}
        plan={props.plan}
        onClose={() => setAdding(false)}
        onDone={() => {
          setAdding(false)
          props.onChange()
        }}
      />
    </>
  )
}

function Component(props: {
  readonly component: ComponentNumber | null
  readonly sections: readonly SectionEntry[]
  readonly arranges: boolean
  readonly onChange: () => void
}): JSX.Element {
  const t = useT()
  const id = (): string => `component-${props.component ?? 'none'}`
  const counted = () => props.sections.filter(section => section.standing.state !== 'waived')
  const adopted = (): number => counted().filter(section => section.standing.state === 'adopted').length
  return (
    <section class="outline__component" aria-labelledby={id()}>
      <header class="outline__head">
        <h2 id={id()}>
          <Show when={props.component}>
            {number => <span class="outline__number">{t('plan.componentNumber', number())}</span>}
          </Show>
          {props.component === null ? t('plan.component.none') : t(`plan.component.c${props.component}`)}
        </h2>
        <span class="ui-small ui-muted ui-numeric">{t('plan.outline.adopted', adopted(), counted().length)}</span>
      </header>
      <ol class="outline__rows" role="list">
        <For each={props.sections}>
          {(section, index) => (
            <SectionRow
              section={section}
              index={index()}
              count={props.sections.length}
              arranges={props.arranges}
              onChange={props.onChange}
            />
          )}
        </For>
      </ol>
    </section>
  )
}
