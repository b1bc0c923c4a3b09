import { createSignal, Show, type JSX } from 'solid-js'
import TextCursorInput from 'lucide-solid/icons/text-cursor-input'
import { useMe } from '#client/app'
import { useT } from '#client/i18n'
import { leftBehind, ReturnedPanel } from '#client/sync'
import { SelectionAct } from '#client/ui'
import type { MinutesPart } from '../api/minutes.ts'
import { CommittedText } from './CommittedText.tsx'

/** A part that nobody writes: its words as circulated, and the way from words that are wrong to a correction. */
export function FixedPart(props: {
  readonly part: MinutesPart
  /** Absent for whoever proposes none now. */
  readonly onPropose?: ((quote: string) => void) | undefined
}): JSX.Element {
  const t = useT()
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
        {element => (
          <SelectionAct
            text={element}
            label={t('minutes.correction.these')}
            icon={TextCursorInput}
            find={words => words.text}
            onPress={quote => props.onPropose?.(quote)}
          />
        )}
      </Show>
    </div>
  )
}
