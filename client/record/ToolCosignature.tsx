import { createSignal, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Notice, TextInput } from '#client/ui'
import type { ReadCheckpoint } from '#shared/record'
import type { ApiProblem } from '../api/call.ts'
import { cosign, type WitnessesAnswer } from '../api/record.ts'
import { sentenceFor } from '../api/sentence.ts'

/** Takes the line with which another tool co-signed the checkpoint that was compared here. [L2] */
export function ToolCosignature(props: {
  readonly witness: WitnessesAnswer['witnesses'][number]
  readonly checkpoint: ReadCheckpoint
  readonly onSigned: () => void
}): JSX.Element {
  const t = useT()
  const [line, setLine] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  const handIn = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const kept = await cosign(props.witness.id, { size: props.checkpoint.size, line: line() })
    setBusy(false)
    if (!kept.ok) return void setProblem(kept.problem)
    setLine('')
    props.onSigned()
  }
  return (
    <form
      class="ui-stack"
      onSubmit={event => {
        event.preventDefault()
        void handIn()
      }}
    >
      <Show when={problem()}>{why => <Notice tone="alarm" when={sentenceFor(t, why())} />}</Show>
      <TextInput
        label={t('record.witness.line')}
        hint={t('record.witness.lineHint', props.checkpoint.size)}
        value={line()}
        onInput={setLine}
        maxLength={600}
        autocomplete="off"
        spellcheck={false}
        required
      />
      <div class="ui-row">
        <Button type="submit" busy={busy()}>
          {t('record.witness.handInLine')}
        </Button>
      </div>
    </form>
  )
}
