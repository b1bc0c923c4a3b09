import { createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Panel, RadioGroup } from '#client/ui'
import type { MotionView, MySeatView } from '../api/motion.ts'
import { SeatBallot } from './SeatBallot.tsx'
import { SecretBallot } from './SecretBallot.tsx'
import './motion.css'
import './ballot.css'

interface Props {
  readonly motion: MotionView
  /** The server has confirmed a ballot: the vote is to be fetched again. */
  readonly onCast: () => Promise<void>
}

/** The reader's own ballot: for whose seat, on which text, and whether the server has it. [V3, V4] */
export function BallotForm(props: Props): JSX.Element {
  const t = useT()
  const [chosenSeat, setChosenSeat] = createSignal<string | null>(null)
  const seat = (): MySeatView | undefined =>
    props.motion.mySeats.find(candidate => candidate.seatId === chosenSeat()) ??
    props.motion.mySeats.find(candidate => candidate.refusal === null) ??
    props.motion.mySeats[0]
  const isSecret = (): boolean => props.motion.method === 'SECRET'
  return (
    <Panel title={isSecret() ? t('method.secret.title') : t('motion.ballot.title')} tone="voting">
      <Show when={props.motion.mySeats.length > 1}>
        <RadioGroup
          legend={t('motion.ballot.which')}
          options={props.motion.mySeats.map(mine => ({ value: mine.seatId, label: mine.organisationName }))}
          value={seat()?.seatId ?? null}
          onChange={setChosenSeat}
        />
      </Show>
      <Show when={seat()?.seatId} keyed>
        {seatId => (
          <Show when={props.motion.mySeats.find(mine => mine.seatId === seatId)}>
            {mine => (
              <Switch fallback={<SeatBallot motion={props.motion} seat={mine()} onCast={props.onCast} />}>
                <Match when={isSecret()}>
                  <SecretBallot motion={props.motion} seat={mine()} onCast={props.onCast} />
                </Match>
              </Switch>
            )}
          </Show>
        )}
      </Show>
    </Panel>
  )
}
