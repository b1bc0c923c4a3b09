import { For, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { toneClass, type Tone } from './tone.ts'
import './tally.css'

export interface TallyPart {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly tone: Tone
}

export interface TallyProps {
  readonly label: string
  /** Keeps the label for screen readers, when a heading above says the same. */
  readonly hideLabel?: boolean | undefined
  readonly parts: readonly TallyPart[]
  /** The whole, when more is to come than the parts hold (seats that have not cast). Default: the sum. */
  readonly total?: number | undefined
  /** Hides the list of numbers under the bar, when a table beside it has them. */
  readonly bare?: boolean | undefined
  readonly size?: 'small' | 'medium' | undefined
}

/** Parts of a whole as one bar, with their numbers in words below. */
export function Tally(props: TallyProps): JSX.Element {
  const t = useT()
  const format = useFormat()
  const sum = (): number => props.parts.reduce((all, part) => all + part.value, 0)
  const whole = (): number => Math.max(props.total ?? 0, sum(), 1)
  const present = (): readonly TallyPart[] => props.parts.filter(part => part.value > 0)
  const spoken = (): string => {
    const counts = present().map(part => t('ui.tally.part', part.label, part.value))
    return `${props.label}: ${counts.length > 0 ? format().list(counts) : t('ui.tally.none')}`
  }
  return (
    <div class="ui-tally" classList={{ 'ui-tally--small': props.size === 'small' }}>
      {props.hideLabel ? null : (
        <span class="ui-tally__label" aria-hidden="true">
          {props.label}
        </span>
      )}
      <div class="ui-tally__bar" role="img" aria-label={spoken()}>
        <For each={present()}>
          {part => (
            <div
              class={`ui-tally__part ${toneClass(part.tone)}`}
              style={{ 'inline-size': `${(part.value / whole()) * 100}%` }}
            />
          )}
        </For>
      </div>
      {props.bare ? null : (
        // The bar has said it all; twice would be noise.
        <ul role="list" class="ui-tally__legend" aria-hidden="true">
          <For each={props.parts}>
            {part => (
              <li class={`ui-tally__item ${toneClass(part.tone)}`}>
                <span class="ui-tally__key" />
                <span>{part.label}</span>
                <strong>{format().number(part.value)}</strong>
              </li>
            )}
          </For>
        </ul>
      )}
    </div>
  )
}
