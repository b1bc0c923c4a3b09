import { createSignal, Show, type JSX } from 'solid-js'
import LockKeyhole from 'lucide-solid/icons/lock-keyhole'
import { useFormat, useT } from '#client/i18n'
import { reasonLimit } from '#shared/motion'
import { Button, Digest, Notice, RadioGroup, showToast, TextArea } from '#client/ui'
import type { ApiProblem } from '../api/call.ts'
import { castBallot, castSecretBallot, newActKey, type MotionView, type MySeatView } from '../api/motion.ts'
import { BallotFor } from './BallotFor.tsx'
import { createOnline } from './online.ts'
import { RecordedBallot } from './RecordedBallot.tsx'
import { motionProblem } from './words.ts'
import './motion.css'
import './ballot.css'

interface Props {
  readonly motion: MotionView
  readonly seat: MySeatView
  readonly onCast: () => Promise<void>
}

const blank = 'blank'
const recuse = 'recuse'

/**
 * A paper for one seat: one press puts it in, and it is final. The choice lives in this component alone and is dropped with
 * the answer, so that the device does not tell it either. [V12] A seat may recuse itself instead, which everybody reads. [V3]
 */
export function SecretBallot(props: Props): JSX.Element {
  const t = useT()
  const format = useFormat()
  const online = createOnline()
  const [chosen, setChosen] = createSignal<string | null>(null)
  const [sending, setSending] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  const [reason, setReason] = createSignal('')
  const [missing, setMissing] = createSignal(false)
  let told: HTMLDivElement | undefined

  const choose = (next: string): void => {
    setChosen(next)
    setProblem(null)
  }
  const recuses = (): boolean => chosen() === recuse
  const label = (): string => {
    const wish = chosen()
    if (wish === null) return t('method.secret.sendNone')
    if (wish === recuse) return t('motion.ballot.send', t('motion.choice.RECUSED'))
    if (wish === blank) return t('method.secret.sendBlank')
    return t('method.secret.send', props.motion.candidates.find(one => one.personId === wish)?.name ?? '')
  }
  const candidateOf = (wish: string) => props.motion.candidates.find(one => one.personId === wish)?.personId ?? null
  const send = async (): Promise<void> => {
    const wish = chosen()
    if (wish === null || sending()) return
    if (recuses() && reason().trim() === '') return void setMissing(true)
    if (reason().length > reasonLimit) return
    setSending(true)
    const named = { seatId: props.seat.seatId, digest: props.motion.subject.digest }
    const cast = recuses()
      ? await castBallot(props.motion.id, { ...named, choice: 'RECUSED', reason: reason().trim() }, newActKey())
      : await castSecretBallot(props.motion.id, { ...named, candidate: candidateOf(wish) })
    if (!recuses() || cast.ok) setChosen(null)
    if (!cast.ok && (cast.problem.type === 'ballot-late' || cast.problem.type === 'motion-not-open')) {
      showToast(motionProblem(cast.problem, t, format()), 'alarm')
    }
    await props.onCast()
    setProblem(cast.ok ? null : cast.problem)
    setSending(false)
    if (cast.ok) told?.focus({ preventScroll: true })
  }

  return (
    <form
      class="motion-ballot motion-ballot--SECRET"
      novalidate
      autocomplete="off"
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <BallotFor seat={props.seat} />
      <Show when={props.seat.inBox}>
        <div
          ref={element => (told = element)}
          tabindex={-1}
          class="motion-ballot__record ui-tone-success"
          role="status"
        >
          <LockKeyhole size={22} aria-hidden="true" />
          <div>
            <strong>{t('method.secret.inBox')}</strong>
            <p>{t('method.secret.inBoxText')}</p>
          </div>
        </div>
      </Show>
      <Show when={props.seat.ballot}>{ballot => <RecordedBallot ballot={ballot()} ref={el => (told = el)} />}</Show>
      <Show
        when={props.seat.refusal === null}
        fallback={
          <Show when={!props.seat.inBox && props.seat.ballot === null && props.seat.refusal}>
            {refusal => <p class="ui-muted">{t(`motion.refusal.${refusal()}`)}</p>}
          </Show>
        }
      >
        <RadioGroup
          legend={t('method.secret.choose')}
          variant="cards"
          options={[
            ...props.motion.candidates.map(({ personId, name }) => ({ value: personId, label: name })),
            { value: blank, label: t('method.secret.blank'), hint: t('method.secret.blankHint') },
            { value: recuse, label: t('motion.choice.RECUSED'), hint: t('motion.choiceHint.RECUSED') },
          ]}
          value={chosen()}
          onChange={choose}
        />
        <Show when={recuses()}>
          <TextArea
            label={t('method.reason.RECUSED')}
            hint={t('motion.ballot.reasonHint')}
            value={reason()}
            onInput={words => {
              setReason(words)
              setMissing(false)
            }}
            rows={2}
            maxLength={reasonLimit}
            required
            error={missing() ? t('method.reason.needed.RECUSED') : undefined}
          />
        </Show>
        <div class="motion-ballot__send" classList={{ 'motion-ballot__send--ready': chosen() !== null }}>
          <Show when={!online()}>
            <Notice tone="notice">{t('motion.ballot.offline')}</Notice>
          </Show>
          <Show when={problem()}>
            {shown => (
              <Notice tone="alarm">
                {shown().type === 'unreachable' ? t('method.secret.unreachable') : motionProblem(shown(), t, format())}
              </Notice>
            )}
          </Show>
          <p class="motion-ballot__final">
            <LockKeyhole size={18} aria-hidden="true" />{' '}
            {t(recuses() ? 'method.secret.recusalFinal' : 'method.secret.final')}
          </p>
          <Button type="submit" variant="primary" size="large" wide busy={sending()} disabled={chosen() === null}>
            {label()}
          </Button>
        </div>
        <p class="ui-muted ui-small" aria-live="polite">
          {sending()
            ? t('method.secret.sending')
            : t(recuses() ? 'method.secret.recusalOpen' : 'method.secret.secrecy')}
        </p>
        <p class="ui-small motion-ballot__digest">
          <span class="ui-muted">{t('motion.ballot.on')}</span> <Digest value={props.motion.subject.digest} />
        </p>
      </Show>
    </form>
  )
}
