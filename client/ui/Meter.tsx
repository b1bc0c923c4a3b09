import { createUniqueId, Show, type JSX } from 'solid-js'
import { toneClass, type Tone } from './tone.ts'
import './meter.css'

export interface MeterProps {
  readonly label: string
  readonly value: number
  readonly max: number
  /** The measure in words: "5 of 9 seats". Shown, and read out in place of the bare number. */
  readonly text: string
  /** A mark to be reached, in the unit of `value`. */
  readonly threshold?: number | undefined
  readonly thresholdText?: string | undefined
  readonly tone?: Tone | undefined
}

/** How much of a whole: an NGO share, a quorum. Always with its text; the bar only helps the eye. */
export function Meter(props: MeterProps): JSX.Element {
  const id = createUniqueId()
  const share = (value: number): string => `${props.max > 0 ? Math.min(100, (value / props.max) * 100) : 0}%`
  const spoken = (): string => [props.text, props.thresholdText].filter(Boolean).join('; ')
  return (
    <div class={`ui-meter ${toneClass(props.tone ?? 'accent')}`}>
      <div class="ui-meter__head">
        <span id={id} class="ui-meter__label">
          {props.label}
        </span>
        <span class="ui-meter__text">{props.text}</span>
      </div>
      <div
        role="meter"
        class="ui-meter__bar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={props.max}
        aria-valuenow={props.value}
        aria-valuetext={spoken()}
      >
        <div class="ui-meter__fill" style={{ 'inline-size': share(props.value) }} />
        <Show when={props.threshold !== undefined}>
          <div class="ui-meter__mark" style={{ 'inset-inline-start': share(props.threshold ?? 0) }} />
        </Show>
      </div>
      <Show when={props.thresholdText}>
        <div class="ui-meter__note" aria-hidden="true">
          {props.thresholdText}
        </div>
      </Show>
    </div>
  )
}
