import { createMemo, createSignal, onCleanup, Show, type JSX } from 'solid-js'
import PencilLine from 'lucide-solid/icons/pencil-line'
import { useT } from '#client/i18n'
import { Button, wordsSelectedIn } from '#client/ui'
import { passagesOf } from '#shared/amendment'
import type { NarrativeJson } from '#shared/narrative'
import { selectedPassage, type Selected } from './selected.ts'
import './amendment.css'

/** A frozen text in which words are selected to be amended. */
export function AmendableText(props: {
  readonly narrative: NarrativeJson
  /** Absent for whoever proposes none now. */
  readonly onSelect: ((selected: Selected) => void) | undefined
  readonly children: JSX.Element
}): JSX.Element {
  const [text, setText] = createSignal<HTMLElement>()
  return (
    <div class="amendable" ref={setText}>
      {props.children}
      <Show when={props.onSelect && text()} keyed>
        {element => (
          <SelectionAct text={element} narrative={props.narrative} onSelect={found => props.onSelect?.(found)} />
        )}
      </Show>
    </div>
  )
}

/** Stands below the words that are selected. */
function SelectionAct(props: {
  readonly text: HTMLElement
  readonly narrative: NarrativeJson
  readonly onSelect: (selected: Selected) => void
}): JSX.Element {
  const t = useT()
  const passages = createMemo(() => passagesOf(props.narrative))
  const [found, setFound] = createSignal<{ readonly selected: Selected; readonly top: number; readonly left: number }>()
  const look = (): void => {
    const selection = document.getSelection()
    const words = wordsSelectedIn(props.text, selection)
    const selected = words && selectedPassage(props.text, selection, passages())
    if (!words || !selected) {
      setFound(undefined)
      return
    }
    const frame = props.text.getBoundingClientRect()
    const left = Math.min(words.box.left - frame.left, frame.width - buttonWidthPx)
    setFound({ selected, top: words.box.bottom - frame.top + gapPx, left: Math.max(0, left) })
  }
  document.addEventListener('selectionchange', look)
  onCleanup(() => document.removeEventListener('selectionchange', look))
  return (
    <Show when={found()}>
      {place => (
        <div
          class="amendable__act"
          style={{ 'inset-block-start': `${place().top}px`, 'inset-inline-start': `${place().left}px` }}
          // A press must not take the selection from the words.
          onMouseDown={event => event.preventDefault()}
        >
          <Button
            size="small"
            variant="primary"
            icon={PencilLine}
            tabIndex={-1}
            onPress={() => props.onSelect(place().selected)}
          >
            {t('amendment.these')}
          </Button>
        </div>
      )}
    </Show>
  )
}

const gapPx = 6
/** Kept free to the end of the line, so that the button does not widen the page. */
const buttonWidthPx = 200
