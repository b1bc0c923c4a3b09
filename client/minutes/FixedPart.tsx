import { createSignal, onCleanup, Show, type JSX } from 'solid-js'
import TextCursorInput from 'lucide-solid/icons/text-cursor-input'
import { useMe } from '#client/app'
import { useT } from '#client/i18n'
import { leftBehind, ReturnedPanel } from '#client/sync'
import { Button, wordsSelectedIn } from '#client/ui'
import type { MinutesPart } from '../api/minutes.ts'
import { CommittedText } from './CommittedText.tsx'

/** A part that nobody writes: its words as circulated, and the way from words that are wrong to a correction. */
export function FixedPart(props: {
  readonly part: MinutesPart
  /** Absent for whoever proposes none now. */
  readonly onPropose?: ((quote: string) => void) | undefined
}): JSX.Element {
  const me = useMe()
  const [text, setText] = createSignal<HTMLElement>()
  return (
    <div class="minutes-part__text">
      <ReturnedPanel
        id={`returned-${props.part.documentId}`}
        returned={leftBehind(props.part.documentId, me().person.id, 'frozen')}
        doc={null}
      />
      <CommittedText text={props.part.text} idPrefix={props.part.documentId} onElement={setText} />
      <Show when={props.onPropose && text()} keyed>
        {element => <SelectionAct text={element} onPropose={quote => props.onPropose?.(quote)} />}
      </Show>
    </div>
  )
}

/** Stands below the words that are selected, and takes them to a correction. */
function SelectionAct(props: { readonly text: HTMLElement; readonly onPropose: (quote: string) => void }): JSX.Element {
  const t = useT()
  const [found, setFound] = createSignal<{ readonly words: string; readonly top: number; readonly left: number }>()
  const look = (): void => {
    const words = wordsSelectedIn(props.text, document.getSelection())
    if (words === null) {
      setFound(undefined)
      return
    }
    const frame = props.text.getBoundingClientRect()
    const room = frame.width - buttonWidthPx
    setFound({
      words: words.text,
      top: words.box.bottom - frame.top + gapPx,
      left: Math.max(0, Math.min(words.box.left - frame.left, room)),
    })
  }
  document.addEventListener('selectionchange', look)
  onCleanup(() => document.removeEventListener('selectionchange', look))
  return (
    <Show when={found()}>
      {place => (
        <div
          class="selection-act"
          style={{ 'inset-block-start': `${place().top}px`, 'inset-inline-start': `${place().left}px` }}
          // A press must not take the selection from the words.
          onMouseDown={event => event.preventDefault()}
        >
          <Button
            size="small"
            variant="primary"
            icon={TextCursorInput}
            tabIndex={-1}
            onPress={() => props.onPropose(place().words)}
          >
            {t('minutes.correction.these')}
          </Button>
        </div>
      )}
    </Show>
  )
}

const gapPx = 6
/** Kept free to the end of the line, so that the button does not widen the page. */
const buttonWidthPx = 200
