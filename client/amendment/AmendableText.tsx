import { createMemo, createSignal, Show, type JSX } from 'solid-js'
import PencilLine from 'lucide-solid/icons/pencil-line'
import { useT } from '#client/i18n'
import { SelectionAct } from '#client/ui'
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
  const t = useT()
  const [text, setText] = createSignal<HTMLElement>()
  const passages = createMemo(() => passagesOf(props.narrative))
  return (
    <div class="amendable" ref={setText}>
      {props.children}
      <Show when={props.onSelect && text()} keyed>
        {element => (
          <SelectionAct
            text={element}
            label={t('amendment.these')}
            icon={PencilLine}
            find={() => selectedPassage(element, document.getSelection(), passages())}
            onPress={selected => props.onSelect?.(selected)}
          />
        )}
      </Show>
    </div>
  )
}
