import type { JSX } from 'solid-js'
import { toneClass, type Tone } from './tone.ts'
import './avatar.css'

export interface AvatarProps {
  readonly name: string
  /** What tells this person from a namesake, said after the name: an organisation. */
  readonly detail?: string | undefined
  readonly tone?: Tone | undefined
  readonly size?: 'small' | 'medium' | undefined
  /** A colour of one's own, as live cursors have; wins over the tone. Any CSS colour that carries white text. */
  readonly color?: string | undefined
  /** The name stands beside it: the initials then say nothing to a screen reader. */
  readonly decorative?: boolean | undefined
}

/** A person's initials. No photographs: some who work here must not be recognised. */
export function Avatar(props: AvatarProps): JSX.Element {
  const label = (): string => (props.detail ? `${props.name}, ${props.detail}` : props.name)
  return (
    <span
      class={`ui-avatar ${toneClass(props.tone ?? 'neutral')}`}
      classList={{ 'ui-avatar--small': props.size === 'small', 'ui-avatar--own': props.color !== undefined }}
      style={{ '--own': props.color }}
      role={props.decorative ? undefined : 'img'}
      aria-label={props.decorative ? undefined : label()}
      aria-hidden={props.decorative ? 'true' : undefined}
      title={label()}
    >
      {initials(props.name)}
    </span>
  )
}

/** First letters of the first and the last word: `Ana-Maria Kovač` → `AK`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters
    .map(word => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
