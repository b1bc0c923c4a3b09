import ArrowUp from 'lucide-solid/icons/arrow-up'
import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button } from '#client/ui'
import { returnedPanelId } from './ReturnedPanel.tsx'
import type { ReturnedWords } from './returned-words.ts'

/** At the foot, where the writer looks: words have left the text, and stand above it, perhaps out of sight. */
export function ReturnedNote(props: {
  readonly returned: ReturnedWords
  /** The panel's, where it has an id of its own. */
  readonly panelId?: string | undefined
}): JSX.Element {
  const t = useT()
  const show = (): void => {
    const panel = document.getElementById(props.panelId ?? returnedPanelId)
    panel?.scrollIntoView({ block: 'center' })
    panel?.focus({ preventScroll: true })
  }
  return (
    <div class="returned-note" role="status">
      <Show when={props.returned.words().length > 0}>
        <Button size="small" variant="quiet" icon={ArrowUp} onPress={show}>
          {t('sync.returned.note')}
        </Button>
      </Show>
    </div>
  )
}
