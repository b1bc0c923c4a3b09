import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Meter } from '#client/ui'
import type { MotionView } from '../api/motion.ts'

/** Both parts of a quorum, each against what it needs. [V6, V7] */
export function Quorum(props: { readonly quorum: MotionView['quorum'] }): JSX.Element {
  const t = useT()
  const tone = (met: boolean) => (met ? 'success' : 'notice')
  return (
    <div class="ui-stack">
      <Meter
        label={t('motion.quorum.label')}
        value={props.quorum.present}
        max={props.quorum.seats}
        text={t('motion.quorum.text', props.quorum.present, props.quorum.seats)}
        threshold={props.quorum.needed}
        thresholdText={t('motion.quorum.needed', props.quorum.needed)}
        tone={tone(props.quorum.present >= props.quorum.needed)}
      />
      <Show when={props.quorum.ngoSeats > 0}>
        <Meter
          label={t('motion.quorum.ngoLabel')}
          value={props.quorum.ngoPresent}
          max={props.quorum.ngoSeats}
          text={t('motion.quorum.text', props.quorum.ngoPresent, props.quorum.ngoSeats)}
          threshold={props.quorum.ngoNeeded > 0 ? props.quorum.ngoNeeded : undefined}
          thresholdText={
            props.quorum.ngoNeeded > 0 ? t('motion.quorum.needed', props.quorum.ngoNeeded) : t('motion.quorum.waived')
          }
          tone={tone(props.quorum.ngoPresent >= props.quorum.ngoNeeded)}
        />
      </Show>
    </div>
  )
}
