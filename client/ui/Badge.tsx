import { Show, type JSX } from 'solid-js'
import Ban from 'lucide-solid/icons/ban'
import Check from 'lucide-solid/icons/check'
import Pencil from 'lucide-solid/icons/pencil-line'
import Send from 'lucide-solid/icons/send'
import Undo from 'lucide-solid/icons/undo-2'
import Vote from 'lucide-solid/icons/vote'
import X from 'lucide-solid/icons/x'
import type { LucideIcon } from 'lucide-solid'
import { toneClass, type Tone } from './tone.ts'
import './badge.css'

export interface BadgeProps {
  readonly tone?: Tone | undefined
  readonly icon?: LucideIcon | undefined
  /** Text on the page's ground instead of a filled pill: for long lists. */
  readonly plain?: boolean | undefined
  readonly children: JSX.Element
}

/** A short label with a tone: a constituency, an office, a kind. */
export function Badge(props: BadgeProps): JSX.Element {
  return (
    <span
      class={`ui-badge ${toneClass(props.tone ?? 'neutral')}`}
      classList={{ 'ui-badge--plain': props.plain === true }}
    >
      <Show when={props.icon}>
        {icon => <span class="ui-badge__icon">{icon()({ size: 14, strokeWidth: 2, 'aria-hidden': 'true' })}</span>}
      </Show>
      {props.children}
    </span>
  )
}

const stateIcon = {
  working: Pencil,
  submitted: Send,
  voting: Vote,
  adopted: Check,
  returned: Undo,
  rejected: X,
  waived: Ban,
} as const satisfies Partial<Record<Tone, LucideIcon>>

export type StateTone = keyof typeof stateIcon

/** A step in a course of things, told by word, sign and colour alike. */
export function StateTag(props: {
  readonly state: StateTone
  readonly plain?: boolean | undefined
  readonly children: JSX.Element
}): JSX.Element {
  return (
    <Badge tone={props.state} icon={stateIcon[props.state]} plain={props.plain}>
      {props.children}
    </Badge>
  )
}
