import { createEffect, createSignal, For, on, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { MethodFields, motionProblem, Quorum, type OpenedMethod } from '#client/motion'
import { textTitle } from '#client/titles'
import { Button, Dialog, Digest, Notice, RadioGroup, showToast, Skeleton } from '#client/ui'
import type { ApiProblem } from '../../api/call.ts'
import { fetchPreflight, newActKey, type Preflight } from '../../api/motion.ts'
import { openItemVote, type FloorItem } from '../../api/room.ts'
import { useRoom } from './room.ts'
import { roomSentence } from './words.ts'

interface Props {
  readonly open: boolean
  readonly item: FloorItem
  /** The amendment to the item's text that is put to the vote, by its id; the text itself, if not given. [V4] */
  readonly amendmentId?: string
  readonly onClose: () => void
}

/** For how long ballots are taken: minutes. Ten are enough for a room in which everybody holds a telephone. */
const durations = ['2', '5', '10', '20', '45'] as const
type Duration = (typeof durations)[number]

/**
 * Puts the item's text to the vote with those who are checked in. What stands against it is said before it is tried; the
 * quorum is that of the floor, and moves while the dialog is open. [V1, V2, V6]
 */
export function OpenItemVoteDialog(props: Props): JSX.Element {
  const t = useT()
  const format = useFormat()
  const room = useRoom()
  const [preflight, setPreflight] = createSignal<Preflight>()
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  const [busy, setBusy] = createSignal(false)
  const [duration, setDuration] = createSignal<Duration>('10')
  const [method, setMethod] = createSignal<OpenedMethod>('BALLOT')
  // One key for one opening: sent again after a lost answer, it is still the same act.
  let key: string | null = null

  const load = async (): Promise<void> => {
    const { subject } = props.item
    if (!subject) return
    setPreflight(undefined)
    setProblem(null)
    key = null
    const answer = await fetchPreflight(
      props.amendmentId === undefined
        ? { subjectKind: subject.kind, subjectId: subject.id }
        : { subjectKind: 'amendment', subjectId: props.amendmentId },
    )
    if (answer.ok) setPreflight(answer.value)
    else setProblem(answer.problem)
  }
  createEffect(
    on(
      () => props.open,
      isOpen => isOpen && void load(),
    ),
  )
  const quorum = () => room.floor().quorum.find(one => one.group.id === preflight()?.group.id)
  const ready = (): boolean => preflight()?.problems.length === 0 && quorum()?.quorate === true
  const open = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    key ??= newActKey()
    const chosen = { minutes: Number(duration()), method: inRoom(method()) }
    const { amendmentId } = props
    const about = amendmentId === undefined ? chosen : { ...chosen, amendmentId }
    const opened = await openItemVote(props.item.id, about, key)
    setBusy(false)
    if (opened.ok || opened.problem.type !== 'unreachable') key = null
    if (!opened.ok) return void setProblem(opened.problem)
    props.onClose()
    showToast(t('room.vote.dialog.opened'))
  }
  return (
    <Dialog
      open={props.open}
      title={t('room.vote.dialog.title', props.item.number)}
      description={t('room.vote.dialog.text')}
      insistent={busy()}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button disabled={busy()} onPress={() => props.onClose()}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" busy={busy()} disabled={!ready()} onPress={() => void open()}>
            {t('room.vote.dialog.confirm')}
          </Button>
        </>
      }
    >
      <Show when={props.amendmentId === undefined ? props.item.subject : preflight()?.subject}>
        {subject => (
          <p class="ui-row ui-row--tight">
            <strong>{textTitle(t, subject())}</strong> <Digest value={subject().digest} />
          </p>
        )}
      </Show>
      <Show when={preflight()} fallback={problem() ? null : <Skeleton lines={4} />}>
        {ready => (
          <>
            <Show when={ready().problems.length > 0}>
              <Notice tone="alarm" title={t('room.vote.dialog.against')}>
                <ul class="room-against">
                  <For each={ready().problems}>{against => <li>{motionProblem(against, t, format())}</li>}</For>
                </ul>
              </Notice>
            </Show>
            <Show when={quorum()}>
              {now => (
                <>
                  <Quorum quorum={now()} />
                  <Show when={!now().quorate}>
                    <Notice tone="notice">{t('room.quorum.missed')}</Notice>
                  </Show>
                </>
              )}
            </Show>
            <MethodFields preflight={ready()} value={method()} onChange={setMethod} inMeeting />
            <RadioGroup
              legend={t('room.vote.dialog.until')}
              hint={t('room.vote.dialog.untilHint')}
              variant="row"
              options={durations.map(value => ({ value, label: t('room.vote.dialog.minutes', Number(value)) }))}
              value={duration()}
              onChange={setDuration}
            />
          </>
        )}
      </Show>
      <Show when={problem()}>{shown => <Notice tone="alarm">{roomSentence(shown(), t, format())}</Notice>}</Show>
    </Dialog>
  )
}

/** Silence is not offered in a room. */
function inRoom(method: OpenedMethod): 'BALLOT' | 'CONSENSUS' {
  return method === 'CONSENSUS' ? 'CONSENSUS' : 'BALLOT'
}
