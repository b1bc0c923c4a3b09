import { createSignal, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Button, ConfirmDialog, Panel, showToast, TextInput } from '#client/ui'
import { closeMotion, extendMotion, type MotionView } from '../api/motion.ts'
import { instantOf, localMinute } from './local-minute.ts'
import { motionProblem } from './words.ts'

/** What the chair may do with a running vote: close it when all have cast, put its deadline later once. [V5] */
export function ChairPanel(props: {
  readonly motion: MotionView
  readonly onChange: () => Promise<void>
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const [asking, setAsking] = createSignal<'close' | 'extend' | null>(null)
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<string>()
  const [deadline, setDeadline] = createSignal('')
  const later = (): number | null => instantOf(deadline())

  const ask = (what: 'close' | 'extend'): void => {
    setError(undefined)
    const step = props.motion.mode === 'meeting' ? 15 * 60_000 : 3 * 86_400_000
    setDeadline(localMinute(props.motion.closesAt + step))
    setAsking(what)
  }
  const act = async (): Promise<void> => {
    const what = asking()
    const to = later()
    if (what === null || (what === 'extend' && to === null)) return
    setBusy(true)
    const done = what === 'close' ? await closeMotion(props.motion.id) : await extendMotion(props.motion.id, to ?? 0)
    setBusy(false)
    if (done.ok) setAsking(null)
    else setError(motionProblem(done.problem, t, format()))
    await props.onChange()
    if (!done.ok) return
    showToast(what === 'close' ? t('motion.chair.closed') : t('motion.chair.extended'))
    // This panel leaves the page with the vote's closing; whoever works by keyboard goes on at the title.
    if (what === 'close') document.querySelector('h1')?.focus()
  }

  return (
    <Panel title={t('motion.chair.title')}>
      <Show when={props.motion.may.close}>
        <div class="ui-stack ui-stack--tight">
          <Button
            variant={props.motion.may.closeNow ? 'primary' : 'secondary'}
            wide
            disabled={!props.motion.may.closeNow}
            onPress={() => ask('close')}
          >
            {t('motion.chair.close')}
          </Button>
          <Show when={!props.motion.may.closeNow}>
            <p class="ui-muted ui-small">{t('motion.chair.closeWaiting', props.motion.seats - props.motion.cast)}</p>
          </Show>
        </div>
      </Show>
      <Show when={props.motion.may.extend} fallback={<p class="ui-muted ui-small">{t('motion.chair.noExtension')}</p>}>
        <Button wide onPress={() => ask('extend')}>
          {t('motion.chair.extend')}
        </Button>
      </Show>

      <ConfirmDialog
        open={asking() === 'close'}
        title={t('motion.chair.close')}
        confirmLabel={t('motion.chair.close')}
        busy={busy()}
        error={error()}
        onConfirm={() => void act()}
        onClose={() => setAsking(null)}
      >
        <p>{t('motion.chair.closeText')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking() === 'extend'}
        title={t('motion.chair.extend')}
        confirmLabel={t('motion.chair.extend')}
        busy={busy()}
        disabled={later() === null}
        error={error()}
        onConfirm={() => void act()}
        onClose={() => setAsking(null)}
      >
        <p>{t('motion.chair.extendText')}</p>
        <TextInput
          label={t('motion.chair.extendTo')}
          type="datetime-local"
          value={deadline()}
          onInput={setDeadline}
          min={localMinute(props.motion.closesAt + 60_000)}
          required
        />
      </ConfirmDialog>
    </Panel>
  )
}
