import type { LucideIcon } from 'lucide-solid'
import { createSignal, onCleanup, Show, type JSX } from 'solid-js'
import { Button } from './Button.tsx'
import { wordsSelectedIn, type SelectedWords } from './selected-words.ts'
import './selection-act.css'

interface Place<T> {
  readonly found: T
  readonly top: number
  readonly left: number
}

/** A button below the words that are selected in a text; the text's own box is positioned. */
export function SelectionAct<T>(props: {
  readonly text: HTMLElement
  readonly label: string
  readonly icon: LucideIcon
  /** What the selected words are to the act; null where it can do nothing with them. */
  readonly find: (words: SelectedWords) => T | null
  readonly onPress: (found: T) => void
}): JSX.Element {
  const [place, setPlace] = createSignal<Place<T>>()
  const look = (): void => {
    const words = wordsSelectedIn(props.text, document.getSelection())
    const found = words && props.find(words)
    if (!words || found === null) {
      setPlace(undefined)
      return
    }
    const frame = props.text.getBoundingClientRect()
    const left = Math.min(words.box.left - frame.left, frame.width - buttonWidthPx)
    setPlace({ found, top: words.box.bottom - frame.top + gapPx, left: Math.max(0, left) })
  }
  document.addEventListener('selectionchange', look)
  onCleanup(() => document.removeEventListener('selectionchange', look))
  return (
    <Show when={place()}>
      {shown => (
        <div
          class="ui-selection-act"
          style={{ 'inset-block-start': `${shown().top}px`, 'inset-inline-start': `${shown().left}px` }}
          // A press must not take the selection from the words.
          onMouseDown={event => event.preventDefault()}
        >
          <Button
            size="small"
            variant="primary"
            icon={props.icon}
            tabIndex={-1}
            onPress={() => props.onPress(shown().found)}
          >
            {props.label}
          </Button>
        </div>
      )}
    </Show>
  )
}

const gapPx = 6
/** Kept free to the end of the line, so that the button does not widen the page. */
const buttonWidthPx = 200
