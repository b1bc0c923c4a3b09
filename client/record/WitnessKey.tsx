import { createResource, createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import KeyRound from 'lucide-solid/icons/key-round'
import { useT } from '#client/i18n'
import { Button, Notice, TextInput } from '#client/ui'
import type { ApiProblem } from '../api/call.ts'
import { setWitnessKey, type WitnessesAnswer } from '../api/record.ts'
import { sentenceFor } from '../api/sentence.ts'
import { canSign, makeKey } from './browser-keys.ts'
import type { WitnessDevice } from './witness-device.ts'

/** A witness's key: made in this browser, which keeps it, or by another tool, of which only the public part is given. */
export function WitnessKey(props: {
  readonly witness: WitnessesAnswer['witnesses'][number]
  readonly device: WitnessDevice
  readonly onMade: () => void
}): JSX.Element {
  const t = useT()
  const [able] = createResource(canSign)
  const [pasting, setPasting] = createSignal(false)
  const [pasted, setPasted] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  const handIn = async (key: string, madeIn: 'browser' | 'tool'): Promise<void> => {
    const set = await setWitnessKey(props.witness.id, { key, madeIn })
    setBusy(false)
    if (!set.ok) return void setProblem(set.problem)
    setPasting(false)
    props.onMade()
  }
  const make = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      const key = await makeKey()
      // Kept before it is handed in: a key that the record names and nobody has would be lost.
      await props.device.keepKey(props.witness.id, key)
      await handIn(key.publicKey, 'browser')
    } catch {
      setBusy(false)
      setProblem({ type: 'unreachable' })
    }
  }
  return (
    <div class="ui-stack">
      <p>{t(props.witness.key ? 'record.witness.keyElsewhere' : 'record.witness.keyNeeded')}</p>
      <Show when={problem()}>{why => <Notice tone="alarm" when={sentenceFor(t, why())} />}</Show>
      <Show when={able() === false}>
        <Notice tone="notice" standing>
          {t('record.witness.cannot')}
        </Notice>
      </Show>
      <Switch>
        <Match when={pasting()}>
          <form
            class="ui-stack"
            onSubmit={event => {
              event.preventDefault()
              setBusy(true)
              setProblem(null)
              void handIn(pasted(), 'tool')
            }}
          >
            <TextInput
              label={t('record.witness.paste')}
              hint={t('record.witness.pasteHint')}
              value={pasted()}
              onInput={setPasted}
              maxLength={400}
              autocomplete="off"
              spellcheck={false}
              required
            />
            <div class="ui-row">
              <Button type="submit" variant="primary" busy={busy()}>
                {t('record.witness.handIn')}
              </Button>
              <Button onPress={() => setPasting(false)}>{t('ui.cancel')}</Button>
            </div>
          </form>
        </Match>
        <Match when={!pasting()}>
          <div class="ui-row">
            <Show when={able()}>
              <Button icon={KeyRound} variant="primary" busy={busy()} onPress={() => void make()}>
                {t('record.witness.make')}
              </Button>
            </Show>
            <Button onPress={() => setPasting(true)}>{t('record.witness.usePasted')}</Button>
          </div>
        </Match>
      </Switch>
    </div>
  )
}
