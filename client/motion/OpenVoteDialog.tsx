import { useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { MemorandumWarning } from '#client/memorandum'
import { textTitle } from '#client/titles'
import { Button, Dialog, LinkButton, Notice, RadioGroup, showToast, Skeleton, TextInput } from '#client/ui'
import type { ApiProblem } from '../api/call.ts'
import { fetchPreflight, newActKey, openMotion, type OpeningInput, type Preflight } from '../api/motion.ts'
import { Deadline } from './Deadline.tsx'
import { instantOf, localMinute } from './local-minute.ts'
import { MethodFields, type OpenedMethod } from './MethodFields.tsx'
import { RollFields } from './RollFields.tsx'
import { motionProblem } from './words.ts'
import './motion.css'

export interface OpenVoteDialogProps {
  readonly open: boolean
  readonly subjectKind: Preflight['subject']['kind']
  readonly subjectId: string
  readonly onClose: () => void
}

type Mode = 'meeting' | 'correspondence'

/**
 * Puts a text to the vote: how, with whom present, until when. What stands against it is said before it is tried, and
 * the quorum moves with each seat that is ticked. Goes to the vote once it is open. [V1, V2, V6]
 */
export function OpenVoteDialog(props: OpenVoteDialogProps): JSX.Element {
  const t = useT()
  const [preflight, setPreflight] = createSignal<Preflight>()
  const [failed, setFailed] = createSignal<ApiProblem | null>(null)
  const load = async (): Promise<void> => {
    setPreflight(undefined)
    setFailed(null)
    const answer = await fetchPreflight({ subjectKind: props.subjectKind, subjectId: props.subjectId })
    if (answer.ok) setPreflight(answer.value)
    else setFailed(answer.problem)
  }
  createEffect(
    on(
      () => props.open && props.subjectId,
      wanted => wanted && void load(),
    ),
  )
  const format = useFormat()
  return (
    <Show
      when={props.open && preflight()}
      keyed
      fallback={
        <Dialog open={props.open} title={t('motion.open.title')} size="large" onClose={() => props.onClose()}>
          <Show when={failed()} fallback={<Skeleton lines={6} />}>
            {problem => (
              <Notice tone="alarm" actions={<Button onPress={() => void load()}>{t('app.unreachable.retry')}</Button>}>
                {motionProblem(problem(), t, format())}
              </Notice>
            )}
          </Show>
        </Dialog>
      }
    >
      {ready => <Opening {...props} preflight={ready} />}
    </Show>
  )
}

function Opening(props: OpenVoteDialogProps & { readonly preflight: Preflight }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  // A new preflight makes a new form.
  const { preflight } = props
  const [mode, setMode] = createSignal<Mode>(preflight.mayOpen.meeting ? 'meeting' : 'correspondence')
  const [method, setMethod] = createSignal<OpenedMethod>('BALLOT')
  const [roll, setRoll] = createSignal<ReadonlySet<string>>(new Set())
  const [deadline, setDeadline] = createSignal(localMinute(preflight.closesAt[mode()]))
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)

  const choose = (next: Mode): void => {
    setMode(next)
    setDeadline(localMinute(preflight.closesAt[next]))
  }
  const decideBy = (next: OpenedMethod): void => {
    setMethod(next)
    if (next === 'SILENCE') choose('correspondence')
  }
  const present = createMemo(() => preflight.seats.filter(seat => roll().has(seat.seatId)))
  const ngoPresent = (): number => present().filter(seat => seat.constituency === 'NGO').length
  const quorate = (): boolean =>
    mode() === 'correspondence' ||
    (present().length >= preflight.needed.seats && ngoPresent() >= preflight.needed.ngoSeats)
  const closesAt = (): number | null => instantOf(deadline())
  const deadlineError = (): string | undefined => {
    const at = closesAt()
    if (at === null || at <= preflight.serverNow) return t('motion.open.closesPast')
    if (method() === 'SILENCE' && at < preflight.silence.earliest) {
      return t('method.open.earliest', format().dateTime(preflight.silence.earliest))
    }
    const latest = preflight.latest[mode()]
    return at > latest ? t('motion.open.closesLate', format().dateTime(latest)) : undefined
  }
  const ngoSeats = preflight.seats.filter(seat => seat.constituency === 'NGO').length
  const ready = (): boolean => preflight.problems.length === 0 && quorate() && deadlineError() === undefined

  const open = async (): Promise<void> => {
    const at = closesAt()
    if (at === null || !ready()) return
    const about = { subjectKind: props.subjectKind, subjectId: props.subjectId, closesAt: at, method: method() }
    const input: OpeningInput =
      mode() === 'meeting'
        ? { ...about, mode: 'meeting', roll: present().map(seat => seat.seatId) }
        : { ...about, mode: 'correspondence' }
    setBusy(true)
    setProblem(null)
    const opened = await openMotion(input, newActKey())
    setBusy(false)
    if (!opened.ok) {
      setProblem(opened.problem)
      return
    }
    props.onClose()
    showToast(t('motion.open.opened'))
    navigate(`/motions/${opened.value.id}`)
  }

  return (
    <Dialog
      open={props.open}
      title={t('motion.open.title')}
      size="large"
      insistent={busy()}
      description={t('motion.open.text')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button disabled={busy()} onPress={() => props.onClose()}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" busy={busy()} disabled={!ready()} onPress={() => void open()}>
            {t('motion.open.confirm')}
          </Button>
        </>
      }
    >
      <div class="motion-opening__text">
        <strong>{textTitle(t, preflight.subject)}</strong>
        <span class="ui-muted ui-small">
          {preflight.group.name} · {t('motion.open.electorate', preflight.seats.length, ngoSeats)} ·{' '}
          {t(`motion.majority.${preflight.majority}`)}
          {preflight.round === 2 ? ` · ${t('motion.round')}` : ''}
        </span>
        <span class="ui-muted ui-small">{t(`motion.ngoPolicy.${preflight.ngoPolicy}`)}</span>
      </div>

      <Show when={preflight.problems.length > 0}>
        <Notice tone="alarm" title={t('motion.open.against')}>
          <ul class="motion-opening__problems">
            <For each={preflight.problems}>
              {against => (
                <li>
                  {motionProblem(against, t, format())}
                  <Show when={against.type === 'subject-already-under-vote' && against}>
                    {underVote => (
                      <div>
                        <LinkButton size="small" href={`/motions/${underVote().motionId}`}>
                          {t('motion.open.toVote')}
                        </LinkButton>
                      </div>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Notice>
      </Show>

      <MemorandumWarning organisations={preflight.seats.map(seat => seat.organisationName)} />
      <MethodFields preflight={preflight} value={method()} onChange={decideBy} />

      <RadioGroup
        legend={t('motion.open.mode')}
        variant="cards"
        hint={preflight.mayOpen.meeting ? undefined : t('motion.open.modeSecretariat')}
        value={mode()}
        onChange={choose}
        options={[
          {
            value: 'meeting',
            label: t('motion.open.modeMeeting'),
            hint: method() === 'SILENCE' ? t('method.open.meetingRefused') : t('motion.open.modeMeetingHint'),
            disabled: !preflight.mayOpen.meeting || method() === 'SILENCE',
          },
          {
            value: 'correspondence',
            label: t('motion.open.modeCorrespondence'),
            hint: t('motion.open.modeCorrespondenceHint'),
            disabled: !preflight.mayOpen.correspondence,
          },
        ]}
      />

      <Show when={mode() === 'meeting'}>
        <RollFields preflight={preflight} roll={roll()} onRoll={setRoll} />
      </Show>

      <TextInput
        label={t('motion.open.closesAt')}
        hint={t('motion.open.closesAtHint')}
        type="datetime-local"
        value={deadline()}
        onInput={setDeadline}
        error={deadlineError()}
        required
      />
      <Show when={closesAt()}>
        {at => (
          <p class="ui-small ui-muted">
            <Deadline at={at()} />
          </p>
        )}
      </Show>
      <Show when={problem()}>{shown => <Notice tone="alarm">{motionProblem(shown(), t, format())}</Notice>}</Show>
    </Dialog>
  )
}
