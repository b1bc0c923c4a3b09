import { Show, type JSX } from 'solid-js'
import Hourglass from 'lucide-solid/icons/hourglass'
import { useFormat, useT } from '#client/i18n'
import type { MotionView, MySeatView } from '../api/motion.ts'
import './motion.css'
import './ballot.css'

/** What silence means here, and until when: doing nothing is a choice too, and is told before any other. [V11] */
export function SilenceNote(props: { readonly motion: MotionView; readonly seat: MySeatView }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <div class="motion-silence ui-tone-voting">
      <Hourglass size={22} aria-hidden="true" />
      <div>
        <strong>{t('method.silence.passesOn', format().dateTime(props.motion.closesAt))}</strong>
        <p class="ui-small">{t('method.deadline.utc', format().inZone('UTC').dateTime(props.motion.closesAt))}</p>
        <Show when={!props.seat.textOpened}>
          <p class="ui-small">{t('method.silence.unread')}</p>
        </Show>
        <Show when={props.motion.silenceExtended}>
          <p class="ui-small">{t('method.silence.extended')}</p>
        </Show>
      </div>
    </div>
  )
}
