import { Match, Show, Switch, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import type { MotionSummary } from '../api/motion.ts'
import { timeLeft } from './words.ts'
import './motion.css'

/** What is left until the vote moves on by time, by the server's clock. [V5] */
export function Countdown(props: {
  readonly motion: Pick<MotionSummary, 'state' | 'dueAt'>
  readonly now: number
}): JSX.Element {
  const t = useT()
  const left = (dueAt: number): number => dueAt - props.now
  return (
    <Show when={props.motion.dueAt}>
      {dueAt => (
        <span
          class="motion-countdown"
          classList={{ 'motion-countdown--soon': left(dueAt()) < 60_000 }}
          role="timer"
          aria-live="off"
        >
          <Switch>
            <Match when={left(dueAt()) <= 0}>{t('motion.closing')}</Match>
            <Match when={props.motion.state === 'held'}>{t('motion.heldFor', timeLeft(left(dueAt()), t))}</Match>
            <Match when={true}>{t('motion.closesIn', timeLeft(left(dueAt()), t))}</Match>
          </Switch>
        </span>
      )}
    </Show>
  )
}
