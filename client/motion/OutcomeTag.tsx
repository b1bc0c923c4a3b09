import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Badge, StateTag } from '#client/ui'
import type { MotionSummary } from '../api/motion.ts'
import { outcomeTone } from './choices.ts'
import { outcomeWord } from './outcome-words.ts'

/** Where a vote stands or how it ended, with the grade of an adopted text and what the NGO seats did. */
export function OutcomeTag(props: {
  readonly motion: Pick<MotionSummary, 'outcome' | 'grade' | 'state'> & {
    readonly method?: MotionSummary['method']
    readonly paused?: boolean
  }
}): JSX.Element {
  const t = useT()
  const outcome = (): NonNullable<MotionSummary['outcome']> => props.motion.outcome ?? 'OPEN'
  return (
    <span class="ui-row ui-row--tight">
      <Show when={!props.motion.paused} fallback={<StateTag state="returned">{t('afterVote.pausedTag')}</StateTag>}>
        <StateTag state={outcomeTone[outcome()]}>{outcomeWord(outcome(), t, props.motion.method)}</StateTag>
      </Show>
      <Show when={props.motion.method !== 'SECRET' && props.motion.grade}>
        {grade => (
          <>
            <Badge tone="neutral">{t(`motion.grade.${grade().level}`)}</Badge>
            <Show when={grade().suffix}>{suffix => <Badge tone="ngo">{t(`motion.grade.${suffix()}`)}</Badge>}</Show>
          </>
        )}
      </Show>
    </span>
  )
}
