import { For, type JSX } from 'solid-js'
import Check from 'lucide-solid/icons/check'
import X from 'lucide-solid/icons/x'
import { useFormat, useT } from '#client/i18n'
import { Panel } from '#client/ui'
import type { MotionView } from '../api/motion.ts'
import { traceSentence } from './words.ts'

/** Why it came out so: every rule with its numbers. */
export function WhyPanel(props: { readonly trace: NonNullable<MotionView['trace']> }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <Panel title={t('motion.page.why')}>
      <p class="ui-muted ui-small">{t('motion.page.whyLead')}</p>
      <ol role="list" class="motion-trace">
        <For each={props.trace}>
          {step => (
            <li class={`motion-trace__step ${step.ok ? 'ui-tone-success' : 'ui-tone-notice'}`}>
              <span class="motion-trace__mark" aria-hidden="true">
                {step.ok ? <Check size={15} strokeWidth={2.5} /> : <X size={15} strokeWidth={2.5} />}
              </span>
              <span class="ui-visually-hidden">{step.ok ? t('motion.trace.held') : t('motion.trace.failed')}: </span>
              <span>{traceSentence(step, t, format())}</span>
              <abbr class="motion-trace__rule" title={t('motion.trace.rule', step.rule)}>
                {step.rule}
              </abbr>
            </li>
          )}
        </For>
      </ol>
    </Panel>
  )
}
