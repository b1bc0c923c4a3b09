import { createEffect, createSignal, on, Show, type JSX } from 'solid-js'
import { SubjectText } from '#client/frozen-text'
import { useFormat, useT } from '#client/i18n'
import { choicesBy, reasonLimit, type Choice } from '#shared/motion'
import { Button, Digest, Notice, Panel, RadioGroup, showToast, TextArea } from '#client/ui'
import type { ApiProblem } from '../api/call.ts'
import { castBallot, newActKey, type MotionView, type MySeatView } from '../api/motion.ts'
import { choiceLook } from './choices.ts'
import { createOnline } from './live.ts'
import { motionProblem } from './words.ts'
import './motion.css'

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
  return (
    <Panel title={t('motion.ballot.title')} tone="voting">
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
            {mine => <SeatBallot motion={props.motion} seat={mine()} onCast={props.onCast} />}
          </Show>
        )}
      </Show>
    </Panel>
  )
}

const isOver = ({ type }: ApiProblem): boolean => type === 'ballot-late' || type === 'motion-not-open'

function SeatBallot(props: Props & { readonly seat: MySeatView }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const online = createOnline()
  const [choice, setChoice] = createSignal<Choice | null>(props.seat.ballot?.choice ?? null)
  const [reason, setReason] = createSignal(props.seat.ballot?.reason ?? '')
  const [withReason, setWithReason] = createSignal(reason() !== '')
  const [sending, setSending] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  let record: HTMLDivElement | undefined
  // One key for one ballot: sent again after a lost answer, it is still the same act.
  let key: string | null = null

  const touched = () => setProblem(null)
  createEffect(
    on(
      [choice, reason],
      () => {
        key = null
        touched()
      },
      { defer: true },
    ),
  )
  const needsReason = (): boolean => choice() === 'RECUSED' || choice() === 'BLOCK'
  const unchanged = (): boolean =>
    props.seat.ballot !== null &&
    props.seat.ballot.choice === choice() &&
    (props.seat.ballot.reason ?? '') === reason().trim()
  const headPrevails = (): boolean => props.seat.rank === 'alternate' && props.seat.ballot?.rank === 'head'
  const label = (): string => {
    const chosen = choice()
    if (chosen === null) return t('motion.ballot.sendNone')
    const word = t(`motion.choice.${chosen}`)
    return props.seat.ballot === null ? t('motion.ballot.send', word) : t('motion.ballot.change', word)
  }

  const send = async (): Promise<void> => {
    const chosen = choice()
    if (chosen === null || unchanged()) return
    if (needsReason() && reason().trim() === '') {
      setProblem({ type: 'recusal-without-reason' })
      return
    }
    if (reason().length > reasonLimit) return
    setSending(true)
    key ??= newActKey()
    const { seatId } = props.seat
    const given = withReason() || needsReason() ? reason().trim() : ''
    const body = { seatId, choice: chosen, digest: props.motion.subject.digest, reason: given === '' ? null : given }
    const cast = await castBallot(props.motion.id, body, key)
    // After an answer it is a new act; after none, the same one is sent again.
    if (cast.ok || cast.problem.type !== 'unreachable') key = null
    // A vote that has closed takes this form from the page: what became of the ballot is told all the same.
    if (!cast.ok && isOver(cast.problem)) showToast(motionProblem(cast.problem, t, format()), 'alarm')
    if (key === null) await props.onCast()
    setProblem(cast.ok ? null : cast.problem)
    setSending(false)
    // The button has done its work and is gone: the focus goes to what it brought about.
    if (cast.ok) record?.focus({ preventScroll: true })
  }

  return (
    <form
      class="motion-ballot"
      novalidate
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <div class="motion-ballot__seat">
        <strong>{t('motion.ballot.for', props.seat.organisationName)}</strong>
        <span class="ui-muted ui-small">
          {props.seat.label === props.seat.organisationName
            ? t('motion.ballot.rank', t(`motion.rank.${props.seat.rank}`))
            : t('motion.ballot.seat', props.seat.label, t(`motion.rank.${props.seat.rank}`))}
        </span>
      </div>

      <Show when={props.seat.ballot}>
        {ballot => (
          <div
            ref={record}
            tabindex={-1}
            class={`motion-ballot__record ui-tone-${choiceLook[ballot().choice].tone}`}
            role="status"
          >
            {choiceLook[ballot().choice].icon({ size: 22, strokeWidth: 2.5, 'aria-hidden': 'true' })}
            <div>
              <strong>{t('motion.ballot.recorded')}</strong>
              <p>
                {t(
                  'motion.ballot.recordedAt',
                  t(`motion.choice.${ballot().choice}`),
                  format().time(ballot().receivedAt),
                )}{' '}
                {t('motion.ballot.byOther', ballot().personName, t(`motion.rank.${ballot().rank}`))}
              </p>
            </div>
          </div>
        )}
      </Show>

      <Show
        when={props.seat.refusal === null}
        fallback={
          <Show when={props.seat.refusal}>{refusal => <p class="ui-muted">{t(`motion.refusal.${refusal()}`)}</p>}</Show>
        }
      >
        <Show when={headPrevails()}>
          <Notice tone="info" standing>
            {t('motion.ballot.headPrevails')}
          </Notice>
        </Show>
        <RadioGroup
          legend={t('motion.ballot.choice')}
          hideLegend
          variant="cards"
          options={choicesBy[props.motion.method].map(value => ({
            value,
            label: t(`motion.choice.${value}`),
            ...(value === 'YES' || value === 'NO' ? {} : { hint: t(`motion.choiceHint.${value}`) }),
            ...choiceLook[value],
          }))}
          value={choice()}
          onChange={setChoice}
        />
        <Show
          when={needsReason() || withReason()}
          fallback={
            <Button variant="quiet" size="small" onPress={() => setWithReason(true)}>
              {t('motion.ballot.reasonAdd')}
            </Button>
          }
        >
          <TextArea
            label={t('motion.ballot.reason')}
            hint={t('motion.ballot.reasonHint')}
            value={reason()}
            onInput={setReason}
            rows={2}
            maxLength={reasonLimit}
            required={needsReason()}
            optional={!needsReason()}
            error={problem()?.type === 'recusal-without-reason' ? t('motion.ballot.reasonNeeded') : undefined}
          />
        </Show>
        <Show when={!unchanged()}>
          <div class="motion-ballot__send" classList={{ 'motion-ballot__send--ready': choice() !== null }}>
            <Show when={!online()}>
              <Notice tone="notice">{t('motion.ballot.offline')}</Notice>
            </Show>
            <Show when={problem()?.type === 'recusal-without-reason' ? null : problem()}>
              {shown => (
                <Notice tone="alarm">
                  {shown().type === 'unreachable'
                    ? t('motion.ballot.unreachable')
                    : motionProblem(shown(), t, format())}
                </Notice>
              )}
            </Show>
            <Button type="submit" variant="primary" size="large" wide busy={sending()} disabled={choice() === null}>
              {label()}
            </Button>
          </div>
        </Show>
        <p class="ui-muted ui-small" aria-live="polite">
          {sending()
            ? t('motion.ballot.sending')
            : props.motion.hold !== null
              ? t('motion.ballot.only.hold')
              : props.motion.mode === 'meeting'
                ? t('motion.ballot.open')
                : t('motion.ballot.hidden')}{' '}
          {sending() ? '' : t('motion.ballot.mayChange')}
        </p>
        <p class="ui-small motion-ballot__digest">
          <span class="ui-muted">{t('motion.ballot.on')}</span> <Digest value={props.motion.subject.digest} />
        </p>
        <div class="ui-row ui-row--tight">
          <SubjectText subject={props.motion.subject} small />
        </div>
      </Show>
    </form>
  )
}
