import { createMemo, For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { planTitle } from '#client/titles'
import { StateTag, toneClass, type StateTone } from '#client/ui'
import { isSettled, type HomePlan, type HomeSection } from '#shared/home'
import { standingStates, type StandingState } from '#shared/plan'
import { Steps } from './Steps.tsx'

const stateTone = {
  working: 'working',
  submitted: 'submitted',
  underVote: 'voting',
  adopted: 'adopted',
  returned: 'returned',
  rejected: 'rejected',
  waived: 'waived',
} as const satisfies Record<StandingState, StateTone>

const components = [
  { number: null, name: 'opening' },
  { number: 1, name: 'supporting' },
  { number: 2, name: 'prevention' },
  { number: 3, name: 'protection' },
  { number: 4, name: 'prosecution' },
] as const

/** One plan at a glance: every section by its state, and how far the whole has come. */
export function PlanStanding(props: { readonly plan: HomePlan }): JSX.Element {
  const t = useT()
  const href = (): string => (props.plan.kind === 'children' ? '/plan/children' : '/plan')
  const settled = (): number => props.plan.sections.filter(isSettled).length
  const groups = createMemo(() =>
    components
      .map(({ number, name }) => ({
        name,
        sections: props.plan.sections.filter(section => section.component === number),
      }))
      .filter(({ sections }) => sections.length > 0),
  )
  const counts = createMemo(() =>
    standingStates
      .map(state => ({ state, count: props.plan.sections.filter(section => section.state === state).length }))
      .filter(({ count }) => count > 0),
  )
  return (
    <section class="ui-stack">
      <header class="ui-row ui-row--between">
        <h3>
          <a class="home-plan__title" href={href()}>
            {planTitle(t, props.plan.kind)}
          </a>
        </h3>
        <Show when={props.plan.sections.length > 0}>
          <span class="ui-small ui-muted">{t('home.plans.settled', settled(), props.plan.sections.length)}</span>
        </Show>
      </header>
      <Show when={props.plan.sections.length > 0}>
        <div class="home-strip">
          <For each={groups()}>
            {({ name, sections }) => (
              <div class="home-strip__group" style={{ 'flex-grow': sections.length }}>
                <ul role="list" class="home-strip__cells">
                  <For each={sections}>{section => <Cell section={section} />}</For>
                </ul>
                <span class="home-strip__name">{t(`home.plans.component.${name}`)}</span>
              </div>
            )}
          </For>
        </div>
        <ul role="list" class="home-legend">
          <For each={counts()}>
            {({ state, count }) => (
              <li>
                <StateTag state={stateTone[state]} plain>
                  {count} {t(`home.plans.state.${state}`)}
                </StateTag>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.plan.hidden > 0}>
        <p class="ui-small ui-muted">{t('home.plans.hidden', props.plan.hidden)}</p>
      </Show>
      <Steps plan={props.plan} />
    </section>
  )
}

/** One section: its code, and its state by colour; the whole in words for those who point at it or cannot see it. */
function Cell(props: { readonly section: HomeSection }): JSX.Element {
  const t = useT()
  const text = (): string =>
    t('home.plans.section', props.section.code, props.section.title, t(`home.plans.state.${props.section.state}`))
  return (
    <li>
      <a
        class={`home-cell home-cell--${stateTone[props.section.state]} ${toneClass(stateTone[props.section.state])}`}
        href={`/sections/${props.section.id}`}
        title={text()}
        aria-label={text()}
      >
        {props.section.code.split('.').at(-1)}
      </a>
    </li>
  )
}
