import { type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Panel } from '#client/ui'
import type { MotionView } from '../api/motion.ts'
import { outcomeTone } from './choices.ts'
import { outcomeNext, outcomeWord } from './outcome-words.ts'

/** The outcome, and what follows from it. */
export function DecisionPanel(props: { readonly motion: MotionView }): JSX.Element {
  const t = useT()
  const outcome = (): NonNullable<MotionView['outcome']> => props.motion.outcome ?? 'OPEN'
  return (
    <Panel
      title={outcomeWord(outcome(), t, props.motion.method)}
      eyebrow={t('motion.page.decision')}
      tone={outcomeTone[outcome()]}
    >
      <p class="motion-next">{outcomeNext(props.motion, t)}</p>
    </Panel>
  )
}
