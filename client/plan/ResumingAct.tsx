import { createSignal, Show, type JSX } from 'solid-js'
import LockOpen from 'lucide-solid/icons/lock-open'
import { useT } from '#client/i18n'
import { Button, ConfirmDialog, showToast } from '#client/ui'
import type { ApiProblem } from '../api/call.ts'
import { resumeText, type SectionDetail } from '../api/plan.ts'
import { sentenceFor } from '../api/sentence.ts'

/** Opens a text of which a part could not be read for writing as it stands, once the reader has been told what that means. */
export function ResumingAct(props: { readonly section: SectionDetail; readonly onChange: () => void }): JSX.Element {
  const t = useT()
  const [asking, setAsking] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem>()
  const error = (): string | undefined => {
    const refusal = problem()
    return refusal && sentenceFor(t, refusal)
  }
  const resume = async (): Promise<void> => {
    setBusy(true)
    const resumed = await resumeText(props.section.id)
    setBusy(false)
    if (resumed.ok) {
      showToast(t('plan.damaged.resumed'))
      setAsking(false)
      // The button goes with what it was for.
      document.querySelector('h1')?.focus()
    } else setProblem(resumed.problem)
    props.onChange()
  }
  return (
    <>
      <Button icon={LockOpen} onPress={() => setAsking(true)}>
        {t('plan.damaged.resume')}
      </Button>
      <ConfirmDialog
        open={asking()}
        title={t('plan.damaged.resumeTitle', props.section.code)}
        confirmLabel={t('plan.damaged.resume')}
        size="medium"
        busy={busy()}
        error={error()}
        onConfirm={() => void resume()}
        onClose={() => setAsking(false)}
      >
        <p>{t('plan.damaged.resumeText', props.section.group.name)}</p>
        <Show when={props.section.setAside}>
          <p>{t('plan.damaged.resumeKept')}</p>
        </Show>
        <p>{t('plan.damaged.resumeScreens')}</p>
        <Show when={props.section.frozen}>
          <p>{t('plan.damaged.resumeClosed')}</p>
        </Show>
      </ConfirmDialog>
    </>
  )
}
