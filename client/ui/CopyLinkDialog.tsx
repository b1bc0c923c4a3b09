import { createSignal, type JSX } from 'solid-js'
import Copy from 'lucide-solid/icons/copy'
import { useT } from '#client/i18n'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Notice } from './Notice.tsx'
import { TextInput } from './TextInput.tsx'

export interface CopyLinkDialogProps {
  readonly title: string
  readonly description: string
  /** What the address is. */
  readonly label: string
  readonly hint: string
  readonly url: string
  readonly onClose: () => void
  /** Other ways to take it. */
  readonly children?: JSX.Element
}

/** Shows an address, this once, to be copied and handed over. */
export function CopyLinkDialog(props: CopyLinkDialogProps): JSX.Element {
  const t = useT()
  const [outcome, setOutcome] = createSignal<'copied' | 'failed' | null>(null)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(props.url)
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }
  return (
    <Dialog
      open
      title={props.title}
      description={props.description}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{t('ui.copyLink.done')}</Button>
          <Button variant="primary" icon={Copy} onPress={() => void copy()}>
            {outcome() === 'copied' ? t('ui.copyLink.copied') : t('ui.copyLink.copy')}
          </Button>
        </>
      }
    >
      <TextInput
        label={props.label}
        hint={props.hint}
        readOnly
        value={props.url}
        onInput={() => undefined}
        onFocus={event => event.currentTarget.select()}
      />
      {props.children}
      <Notice tone="notice" when={outcome() === 'failed' ? t('ui.copyLink.failed') : undefined} />
      <span class="ui-visually-hidden" role="status">
        {outcome() === 'copied' ? t('ui.copyLink.copied') : ''}
      </span>
    </Dialog>
  )
}
