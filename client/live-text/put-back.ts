import { createEffect, createSignal } from 'solid-js'
import type { EditorHandle } from '#client/editor'
import { useT } from '#client/i18n'
import { losesWords, type DocumentConnection, type KeptWords } from '#client/sync'
import { showToast } from '#client/ui'

/**
 * Puts words that were given back at the end of the text, each block a paragraph, where the caret then stands; and gives
 * them up once they are safe there.
 */
export function createPutBack(
  live: () => DocumentConnection,
  editor: () => EditorHandle | undefined,
): (words: readonly KeptWords[], paragraphs: readonly string[]) => void {
  const t = useT()
  const [put, setPut] = createSignal<readonly KeptWords[]>([])
  createEffect(() => {
    const { status, returned } = live()
    if (put().length === 0 || losesWords(status())) return
    returned.discard(put())
    setPut([])
    showToast(t('sync.returned.putDone'))
  })
  return (words, paragraphs) => {
    const handle = editor()
    if (put().length > 0 || !handle) return
    handle.appendParagraphs(paragraphs)
    setPut(words)
  }
}
