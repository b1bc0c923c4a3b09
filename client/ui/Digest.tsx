import { createSignal, type JSX } from 'solid-js'
import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { useT } from '#client/i18n'
import { digestText } from './digest-text.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import { showToast } from './toast.ts'
import './digest.css'

export interface DigestProps {
  /** Lower-case hexadecimal. */
  readonly value: string
  /** Shows every character, in groups; otherwise the first twelve. */
  readonly whole?: boolean | undefined
}

const copiedForMs = 2_000

/** A digest short enough to compare by eye, with the whole one a press away. */
export function Digest(props: DigestProps): JSX.Element {
  const t = useT()
  const [copied, setCopied] = createSignal(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(props.value)
      setCopied(true)
      setTimeout(() => setCopied(false), copiedForMs)
    } catch {
      showToast(t('ui.digest.failed'), 'notice')
    }
  }
  return (
    <span class="ui-digest" classList={{ 'ui-digest--whole': props.whole === true }}>
      <VisuallyHidden>{t('ui.digest.label')}</VisuallyHidden>
      <code title={props.value}>{digestText(props.value, props.whole)}</code>
      <button type="button" class="ui-digest__copy" title={t('ui.digest.copy')} onClick={() => void copy()}>
        {copied() ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
        <span class="ui-visually-hidden" aria-live="polite">
          {copied() ? t('ui.digest.copied') : t('ui.digest.copy')}
        </span>
      </button>
    </span>
  )
}
