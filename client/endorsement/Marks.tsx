import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Badge, StateTag } from '#client/ui'
import type { PlanVersionState } from '#shared/endorsement'
import type { Grade } from '#shared/motion'
import type { TallyAnswer } from '../api/endorsement.ts'
import { stateTone } from './state-tone.ts'

export function VersionState(props: { readonly state: PlanVersionState }): JSX.Element {
  const t = useT()
  return <StateTag state={stateTone[props.state]}>{t(`endorsement.state.${props.state}`)}</StateTag>
}

/** How broad the agreement was; what the NGO seats did stands out when it was not to concur. [V9] */
export function GradeMark(props: { readonly grade: Grade }): JSX.Element {
  const t = useT()
  return (
    <span class="ui-row ui-row--tight">
      <span>{t(`endorsement.grade.${props.grade.level}`)}</span>
      <Show when={props.grade.suffix}>{suffix => <Badge tone="ngo">{t(`endorsement.grade.${suffix()}`)}</Badge>}</Show>
    </span>
  )
}

/** Yes, no, abstained: figures for the eye, words for the ear. */
export function TallyMark(props: {
  readonly tally: TallyAnswer | null | undefined
  readonly ngo?: boolean
}): JSX.Element {
  const t = useT()
  return (
    <Show when={props.tally} fallback="–">
      {tally => (
        <span class="endorsement-tally" classList={{ 'endorsement-tally--ngo': props.ngo === true }}>
          <span aria-hidden="true">{t('endorsement.page.tally', tally().yes, tally().no, tally().abstain)}</span>
          <span class="ui-visually-hidden">
            {t('endorsement.page.tallySpoken', tally().yes, tally().no, tally().abstain)}
          </span>
        </span>
      )}
    </Show>
  )
}
