import { createEffect, createSignal } from 'solid-js'
import { useT } from '#client/i18n'
import { losesWords, type DocumentConnection, type KeptWords } from '#client/sync'
import { showToast } from '#client/ui'
import { seedNarrative } from '#shared/narrative'

/** Puts words that were given back at the end of the text, each block a paragraph, and gives them up once they are safe there. */
export function createPutBack(
  live: () => DocumentConnection,
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
    if (put().length > 0) return
    seedNarrative(
      live().doc.getXmlFragment('narrative'),
      paragraphs.map(text => ({ type: 'paragraph', text })),
    )
    setPut(words)
  }
}
