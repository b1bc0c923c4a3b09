import type { JSX } from 'solid-js'
import { useT } from '#client/i18n'
import type { MySeatView } from '../api/motion.ts'
import './motion.css'
import './ballot.css'

/** Whose seat a ballot is for, and as what the reader speaks for it. [V3] */
export function BallotFor(props: { readonly seat: MySeatView }): JSX.Element {
  const t = useT()
  return (
    <div class="motion-ballot__seat">
      <strong>{t('motion.ballot.for', props.seat.organisationName)}</strong>
      <span class="ui-muted ui-small">
        {props.seat.label === props.seat.organisationName
          ? t('motion.ballot.rank', t(`motion.rank.${props.seat.rank}`))
          : t('motion.ballot.seat', props.seat.label, t(`motion.rank.${props.seat.rank}`))}
      </span>
    </div>
  )
}
