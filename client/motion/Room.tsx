import { For, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { votingConstituencies } from '#shared/motion'
import { Panel } from '#client/ui'
import type { MotionView, RosterSeatView } from '../api/motion.ts'
import { choiceLook, constituencyTone } from './choices.ts'

/** The seats by constituency, each with its ballot as it comes in. */
export function Room(props: { readonly motion: MotionView }): JSX.Element {
  const t = useT()
  const mine = (): ReadonlySet<string> => new Set(props.motion.mySeats.map(seat => seat.seatId))
  return (
    <Panel title={t('motion.page.room')}>
      <p class="ui-muted" aria-live="polite">
        {props.motion.method === 'SILENCE'
          ? t('method.seat.silenceLead', props.motion.cast, props.motion.seats)
          : t('motion.page.roomLead', props.motion.cast, props.motion.seats)}
      </p>
      <For each={votingConstituencies}>
        {constituency => {
          const seats = (): readonly RosterSeatView[] =>
            props.motion.roster.filter(seat => seat.constituency === constituency)
          return (
            <Show when={seats().length > 0}>
              <section class={`motion-benches ui-tone-${constituencyTone[constituency]}`}>
                <h3 class="motion-benches__title">
                  {t(`motion.constituency.${constituency}`)} <span class="ui-muted ui-numeric">{seats().length}</span>
                </h3>
                <ul role="list" class="motion-benches__seats">
                  <For each={seats().map(seat => seat.seatId)}>
                    {seatId => (
                      <Show when={seats().find(seat => seat.seatId === seatId)}>
                        {seat => <SeatTile motion={props.motion} seat={seat()} mine={mine().has(seatId)} />}
                      </Show>
                    )}
                  </For>
                </ul>
              </section>
            </Show>
          )
        }}
      </For>
      <Show when={props.motion.refusedBallots > 0}>
        <p class="ui-muted ui-small">{t('motion.page.refused', props.motion.refusedBallots)}</p>
      </Show>
    </Panel>
  )
}

function SeatTile(props: {
  readonly motion: Pick<MotionView, 'method' | 'dueAt'>
  readonly seat: RosterSeatView
  readonly mine: boolean
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const ballot = () => props.seat.ballot
  const standing = (): string => {
    if (props.seat.cast) return t(props.motion.method === 'SECRET' ? 'method.seat.inBox' : 'motion.seat.cast')
    if (props.seat.heldNow) return t('motion.seat.waiting')
    if (props.motion.method === 'SILENCE') return t('method.seat.silent')
    return t(props.seat.present === false ? 'motion.seat.absent' : 'motion.seat.notCast')
  }
  const tone = (): string => {
    const shown = ballot()
    return shown ? `ui-tone-${choiceLook[shown.choice].tone}` : ''
  }
  return (
    <li
      class="motion-seat"
      classList={{
        'motion-seat--mine': props.mine,
        'motion-seat--cast': props.seat.cast,
        'motion-seat--absent': props.seat.present === false && !props.seat.cast,
      }}
    >
      <span class="motion-seat__name">{props.seat.organisationName}</span>
      <span class={`motion-seat__ballot ${tone()}`} classList={{ 'motion-seat__ballot--shown': ballot() !== null }}>
        <Show when={ballot()} fallback={<span class="motion-seat__word">{standing()}</span>}>
          {shown => (
            <>
              {choiceLook[shown().choice].icon({ size: 15, strokeWidth: 2.5, 'aria-hidden': 'true' })}
              <span class="motion-seat__word">{t(`motion.choice.${shown().choice}`)}</span>
            </>
          )}
        </Show>
      </span>
      <Show when={ballot()}>
        {shown => (
          <span class="motion-seat__by">
            {t('motion.seat.by', shown().personName, t(`motion.rank.${shown().rank}`))}
            {' · '}
            <time dateTime={new Date(shown().receivedAt).toISOString()}>{format().time(shown().receivedAt)}</time>
            <Show when={(props.seat.ballots ?? 1) > 1}>
              {' · '}
              {t('motion.seat.changed', (props.seat.ballots ?? 1) - 1)}
            </Show>
          </span>
        )}
      </Show>
      <Show when={!ballot()}>
        <span class="motion-seat__by motion-seat__by--waiting">
          {props.seat.accredited
            .map(person => t('motion.seat.by', person.name, t(`motion.rank.${person.rank}`)))
            .join(', ')}
        </span>
      </Show>
      <Show when={ballot()?.reason}>{reason => <q class="motion-seat__reason">{reason()}</q>}</Show>
    </li>
  )
}
