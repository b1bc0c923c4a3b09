import { For, type JSX } from 'solid-js'
import Check from 'lucide-solid/icons/check'
import { useT } from '#client/i18n'
import { stepperOf, type HomePlan } from '#shared/home'

/** The way of a plan from first words to the public, and where it stands. [E1–E3, E7] */
export function Steps(props: { readonly plan: HomePlan }): JSX.Element {
  const t = useT()
  return (
    <ol role="list" class="home-steps" aria-label={t('home.steps.title')}>
      <For each={stepperOf(props.plan)}>
        {({ step, standing }, index) => (
          <li class={`home-step home-step--${standing}`} aria-current={standing === 'now' ? 'step' : undefined}>
            <span class="home-step__mark" aria-hidden="true">
              {standing === 'done' ? <Check size={14} strokeWidth={2.5} /> : index() + 1}
            </span>
            <span>
              {t(`home.steps.${step}`)}
              <span class="ui-visually-hidden">: {t(`home.standing.${standing}`)}</span>
            </span>
          </li>
        )}
      </For>
    </ol>
  )
}
