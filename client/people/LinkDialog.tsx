import { createSignal, Show, type JSX } from 'solid-js'
import Copy from 'lucide-solid/icons/copy'
import { useFormat, useT } from '#client/i18n'
import { Button, Dialog, Notice, TextInput } from '#client/ui'

export interface Link {
  readonly name: string
  readonly url: string
  readonly expiresAt: number
}

/** Shows an invitation link, this once, to be copied and handed over. */
export function LinkDialog(props: { readonly link: Link | null; readonly onClose: () => void }): JSX.Element {
  return <Show when={props.link}>{link => <OpenLink link={link()} onClose={props.onClose} />}</Show>
}

function OpenLink(props: { readonly link: Link; readonly onClose: () => void }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const [outcome, setOutcome] = createSignal<'copied' | 'failed' | null>(null)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(props.link.url)
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }
  return (
    <Dialog
      open
      title={t('people.link.title', props.link.name)}
      description={t('people.link.text')}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{t('people.link.done')}</Button>
          <Button variant="primary" icon={Copy} onPress={() => void copy()}>
            {outcome() === 'copied' ? t('people.link.copied') : t('people.link.copy')}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('people.link.address')}
        hint={t('people.link.until', format().date(props.link.expiresAt))}
        readOnly
        value={props.link.url}
        onInput={() => undefined}
        onFocus={event => event.currentTarget.select()}
      />
      <Notice tone="notice" when={outcome() === 'failed' ? t('people.link.failed') : undefined} />
      <span class="ui-visually-hidden" role="status">
        {outcome() === 'copied' ? t('people.link.copied') : ''}
      </span>
    </Dialog>
  )
}
