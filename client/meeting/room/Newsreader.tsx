import { createSignal, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { useRoom } from './room.ts'
import { newsSentence } from './words.ts'

/** Says what happens in the meeting to those who cannot see it change, each time whole and once. */
export function Newsreader(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const [said, say] = createSignal('')
  room.onNews(news => say(news.map(one => newsSentence(one, t)).join(' ')))
  return (
    <p class="ui-visually-hidden" role="status" aria-live="polite" data-news>
      {said()}
    </p>
  )
}
