import { For, Show, type JSX } from 'solid-js'
import Check from 'lucide-solid/icons/check'
import X from 'lucide-solid/icons/x'
import { useFormat, useT } from '#client/i18n'
import { Panel } from '#client/ui'
import type { MotionView } from '../api/motion.ts'
import { outcomeTone } from './choices.ts'
import { outcomeNext, outcomeWord } from './outcome-words.ts'
import { traceSentence } from './words.ts'

/** The outcome, what follows from it, and why: every rule with its numbers. */
export function DecisionPanel(props: { readonly motion: MotionView }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const outcome = (): NonNullable<MotionView['outcome']> => props.motion.outcome ?? 'OPEN'
  return (
    <Panel
      title={outcomeWord(outcome(), t, props.motion.method)}
      eyebrow={t('motion.page.decision')}
      tone={outcomeTone[outcome()]}
    >
      <p class="motion-next">{outcomeNext(outcome(), t, props.motion.method)}</p>
      <Show when={props.motion.trace}>
        {trace => (
          <details class="motion-why" open>
            <summary>{t('motion.page.why')}</summary>
            <p class="ui-muted ui-small">{t('motion.page.whyLead')}</p>
            <ol role="list" class="motion-trace">
              <For each={trace()}>
                {step => (
                  <li class={`motion-trace__step ${step.ok ? 'ui-tone-success' : 'ui-tone-notice'}`}>
                    <span class="motion-trace__mark" aria-hidden="true">
                      {step.ok ? <Check size={15} strokeWidth={2.5} /> : <X size={15} strokeWidth={2.5} />}
                    </span>
                    <span class="ui-visually-hidden">
                      {step.ok ? t('motion.trace.held') : t('motion.trace.failed')}:{' '}
                    </span>
                    <span>{traceSentence(step, t, format())}</span>
                    <abbr class="motion-trace__rule" title={t('motion.trace.rule', step.rule)}>
                      {step.rule}
                    </abbr>
                  </li>
                )}
              </For>
            </ol>
          </details>
        )}
      </Show>
    </Panel>
  )
}
