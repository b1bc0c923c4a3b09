import { createSignal, Match, onCleanup, Show, Switch, type JSX } from 'solid-js'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import { useT } from '#client/i18n'
import { Button, DescriptionList, Digest, Notice, Progress } from '#client/ui'
import type { ApiProblem } from '../api/call.ts'
import { checkRecord, fetchCheckProgress, type RecordCheckAnswer } from '../api/record.ts'
import { sentenceFor } from '../api/sentence.ts'
import { actText } from './acts.ts'

type Whole = Extract<RecordCheckAnswer, { ok: true }>
type Broken = Extract<RecordCheckAnswer, { ok: false }>

/** A short check is over before its first answer. */
const progressEveryMs = 700

/** Runs the check of the whole record and says what it found. [L1] */
export function CheckPanel(props: { readonly onShow: (entry: number) => void }): JSX.Element {
  const t = useT()
  const [running, setRunning] = createSignal(false)
  const [answer, setAnswer] = createSignal<RecordCheckAnswer | null>(null)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  const [progress, setProgress] = createSignal<{ readonly entries: number; readonly of: number } | null>(null)
  let asking: ReturnType<typeof setInterval> | undefined
  const stopAsking = (): void => {
    clearInterval(asking)
    setProgress(null)
  }
  onCleanup(stopAsking)
  const check = async (): Promise<void> => {
    setRunning(true)
    setAnswer(null)
    asking = setInterval(() => void tellProgress(), progressEveryMs)
    const found = await checkRecord()
    stopAsking()
    setRunning(false)
    setAnswer(found.ok ? found.value : null)
    setProblem(found.ok ? null : found.problem)
  }
  const tellProgress = async (): Promise<void> => {
    const told = await fetchCheckProgress()
    if (running() && told.ok) setProgress(told.value.progress)
  }
  const whole = (): Whole | false => {
    const found = answer()
    return found?.ok === true && found
  }
  const broken = (): Broken | false => {
    const found = answer()
    return found?.ok === false && found
  }
  return (
    <div class="ui-stack ui-no-print">
      <div class="ui-row">
        <Button icon={ShieldCheck} busy={running()} onPress={() => void check()}>
          {t('record.check.act')}
        </Button>
        <span class="ui-small ui-muted" role="status">
          {running() ? t('record.check.running') : ''}
        </span>
      </div>
      <Show when={progress()}>
        {told => (
          <Progress
            label={t('record.check.progress', told().entries, told().of)}
            value={told().entries}
            max={Math.max(told().of, 1)}
          />
        )}
      </Show>
      <Switch>
        <Match when={problem()}>{found => <Notice tone="alarm" when={sentenceFor(t, found())} />}</Match>
        <Match when={whole()}>
          {found => (
            <Notice tone="success" title={t('record.check.ok')}>
              <p>{t('record.check.okText', found().entries, found().texts, found().checkpoints)}</p>
              <p class="ui-small">
                {t('record.check.head')} <Digest value={found().head} />
              </p>
            </Notice>
          )}
        </Match>
        <Match when={broken()}>{found => <BrokenNotice found={found()} onShow={props.onShow} />}</Match>
      </Switch>
    </div>
  )
}

function BrokenNotice(props: { readonly found: Broken; readonly onShow: (entry: number) => void }): JSX.Element {
  const t = useT()
  const digests = () => [
    ...(props.found.expected === null
      ? []
      : [{ term: t('record.check.expected'), value: <Digest value={props.found.expected} /> }]),
    ...(props.found.found === null
      ? []
      : [{ term: t('record.check.found'), value: <Digest value={props.found.found} /> }]),
  ]
  return (
    <Notice
      tone="alarm"
      title={t('record.check.broken', props.found.number)}
      actions={
        <Button size="small" onPress={() => props.onShow(props.found.number)}>
          {t('record.check.goTo')}
        </Button>
      }
    >
      <p>{t(`record.check.fault.${props.found.fault}`)}</p>
      <Show when={props.found.act}>
        {act => <p>{t('record.check.about', actText(t, act()), props.found.name ?? '')}</p>}
      </Show>
      <Show when={digests().length > 0}>
        <DescriptionList items={digests()} />
      </Show>
    </Notice>
  )
}
