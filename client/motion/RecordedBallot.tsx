import type { JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import type { MySeatView } from '../api/motion.ts'
import { choiceLook } from './choices.ts'
import './motion.css'
import './ballot.css'

/** The ballot that counts for the seat, as the server confirmed it. [V3, V5] */
export function RecordedBallot(props: {
  readonly ballot: NonNullable<MySeatView['ballot']>
  readonly ref: (element: HTMLDivElement) => void
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <div
      ref={element => props.ref(element)}
      tabindex={-1}
      class={`motion-ballot__record ui-tone-${choiceLook[props.ballot.choice].tone}`}
      role="status"
    >
      {choiceLook[props.ballot.choice].icon({ size: 22, strokeWidth: 2.5, 'aria-hidden': 'true' })}
      <div>
        <strong>{t('motion.ballot.recorded')}</strong>
        <p>
          {t(
            'motion.ballot.recordedAt',
            t(`motion.choice.${props.ballot.choice}`),
            format().time(props.ballot.receivedAt),
          )}{' '}
          {t('motion.ballot.byOther', props.ballot.personName, t(`motion.rank.${props.ballot.rank}`))}
        </p>
      </div>
    </div>
  )
}
