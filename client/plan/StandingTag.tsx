import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Badge, StateTag, type StateTone } from '#client/ui'
import type { Standing, StandingState, VersionState } from '#shared/plan'

const tones = {
  working: 'working',
  submitted: 'submitted',
  underVote: 'voting',
  adopted: 'adopted',
  returned: 'returned',
  rejected: 'rejected',
  waived: 'waived',
} as const satisfies Record<StandingState, StateTone>

export const toneOf = (state: StandingState): StateTone => tones[state]

/** Where a section stands, and whether its working text has gone on since. */
export function StandingTag(props: { readonly standing: Standing }): JSX.Element {
  const t = useT()
  return (
    <span class="plan-standing">
      <StateTag state={tones[props.standing.state]}>{t(`plan.state.${props.standing.state}`)}</StateTag>
      <Show when={props.standing.newerText}>
        <span class="plan-standing__newer">{t('plan.newerText')}</span>
      </Show>
    </span>
  )
}

export function VersionTag(props: { readonly state: VersionState }): JSX.Element {
  const t = useT()
  return (
    <Show
      when={props.state !== 'withdrawn' && props.state !== 'superseded' && props.state}
      fallback={<Badge>{t(`plan.state.${props.state}`)}</Badge>}
    >
      {state => <StateTag state={tones[state()]}>{t(`plan.state.${state()}`)}</StateTag>}
    </Show>
  )
}
