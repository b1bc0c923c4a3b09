import { createEffect, createSignal, on, Show, type JSX } from 'solid-js'
import { SubjectText } from '#client/frozen-text'
import { useFormat, useT } from '#client/i18n'
import { choicesBy, reasonLimit, type Choice } from '#shared/motion'
import { Button, ConfirmDialog, Digest, Notice, RadioGroup, showToast, TextArea } from '#client/ui'
import type { ApiProblem } from '../api/call.ts'
import { castBallot, newActKey, noteTextOpened, type MotionView, type MySeatView } from '../api/motion.ts'
import { breaksSilence, questionOf, wordsNeeded } from './ballot-reason.ts'
import { BallotFor } from './BallotFor.tsx'
import { choiceLook } from './choices.ts'
import { createOnline } from './online.ts'
import { RecordedBallot } from './RecordedBallot.tsx'
import { SilenceNote } from './SilenceNote.tsx'
import { motionProblem } from './words.ts'
import './motion.css'
import './ballot.css'

interface Props {
  readonly motion: MotionView
  readonly seat: MySeatView
  readonly onCast: () => Promise<void>
}

const isOver = ({ type }: ApiProblem): boolean => type === 'ballot-late' || type === 'motion-not-open'

/** An open ballot for one seat: chosen, sent, and counted only once the server has confirmed it. [V3, V10, V11] */
export function SeatBallot(props: Props): JSX.Element {
  const t = useT()
  const format = useFormat()
  const online = createOnline()
  const [choice, setChoice] = createSignal<Choice | null>(props.seat.ballot?.choice ?? null)
  const [reason, setReason] = createSignal(props.seat.ballot?.reason ?? '')
  const [withReason, setWithReason] = createSignal(reason() !== '')
  const [sending, setSending] = createSignal(false)
  const [confirming, setConfirming] = createSignal(false)
  const [missing, setMissing] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  let record: HTMLDivElement | undefined
  // One key for one ballot: sent again after a lost answer, it is still the same act.
  let key: string | null = null

  createEffect(
    on(
      [choice, reason],
      () => {
        key = null
        setMissing(false)
        setProblem(null)
      },
      { defer: true },
    ),
  )
  const needed = () => wordsNeeded(choice())
  const showsReason = (): boolean => needed() !== null || withReason() || questionOf(choice()) !== null
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
  const reasonLabel = (): string => {
    const question = questionOf(choice())
    return question === null ? t('motion.ballot.reason') : t(`method.reason.${question}`)
  }
  const missingText = (): string | undefined => {
    const what = needed()
    return missing() && what !== null ? t(`method.reason.needed.${what}`) : undefined
  }

  const press = (): void => {
    if (choice() === null || unchanged()) return
    if (needed() !== null && reason().trim() === '') return void setMissing(true)
    if (reason().length > reasonLimit) return
    if (props.motion.method === 'SILENCE' && breaksSilence(choice())) return void setConfirming(true)
    void send()
  }
  const send = async (): Promise<void> => {
    const chosen = choice()
    if (chosen === null) return
    setSending(true)
    key ??= newActKey()
    const { seatId } = props.seat
    const given = showsReason() ? reason().trim() : ''
    const body = { seatId, choice: chosen, digest: props.motion.subject.digest, reason: given === '' ? null : given }
    const cast = await castBallot(props.motion.id, body, key)
    // After an answer it is a new act; after none, the same one is sent again.
    if (cast.ok || cast.problem.type !== 'unreachable') key = null
    setConfirming(false)
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
      class={`motion-ballot motion-ballot--${props.motion.method}`}
      novalidate
      onSubmit={event => {
        event.preventDefault()
        press()
      }}
    >
      <BallotFor seat={props.seat} />
      <div class="ui-row ui-row--tight">
        <SubjectText
          small
          subject={props.motion.subject}
          comparedWith={props.motion.comparedWith}
          onOpen={() => void noteTextOpened(props.motion.id)}
        />
      </div>
      <Show when={props.motion.method === 'SILENCE' && props.motion.state === 'open'}>
        <SilenceNote motion={props.motion} seat={props.seat} />
      </Show>
      <Show when={props.seat.ballot}>{ballot => <RecordedBallot ballot={ballot()} ref={el => (record = el)} />}</Show>

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
          legend={props.motion.method === 'SILENCE' ? t('method.silence.speak') : t('motion.ballot.choice')}
          hideLegend={props.motion.method !== 'SILENCE'}
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
          when={showsReason()}
          fallback={
            <Button variant="quiet" size="small" onPress={() => setWithReason(true)}>
              {t('motion.ballot.reasonAdd')}
            </Button>
          }
        >
          <TextArea
            label={reasonLabel()}
            hint={t('motion.ballot.reasonHint')}
            value={reason()}
            onInput={setReason}
            rows={choice() === 'AMEND' ? 4 : 2}
            maxLength={reasonLimit}
            required={needed() !== null}
            optional={needed() === null}
            error={missingText()}
          />
        </Show>
        <Show when={!unchanged()}>
          <div class="motion-ballot__send" classList={{ 'motion-ballot__send--ready': choice() !== null }}>
            <Show when={!online()}>
              <Notice tone="notice">{t('motion.ballot.offline')}</Notice>
            </Show>
            <Show when={problem()}>
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
          {sending() || props.motion.method === 'SILENCE' ? '' : t('motion.ballot.mayChange')}
        </p>
        <p class="ui-small motion-ballot__digest">
          <span class="ui-muted">{t('motion.ballot.on')}</span> <Digest value={props.motion.subject.digest} />
        </p>
      </Show>
      <ConfirmDialog
        open={confirming()}
        title={t('method.silence.confirmTitle')}
        confirmLabel={t(choice() === 'AMEND' ? 'method.silence.confirmAmend' : 'method.silence.confirmObject')}
        danger
        busy={sending()}
        onConfirm={() => void send()}
        onClose={() => setConfirming(false)}
      >
        <p>{t('method.silence.confirmText')}</p>
      </ConfirmDialog>
    </form>
  )
}
