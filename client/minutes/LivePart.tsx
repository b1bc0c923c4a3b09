import { createSignal, onCleanup, Show, type JSX } from 'solid-js'
import Check from 'lucide-solid/icons/check'
import PenLine from 'lucide-solid/icons/pen-line'
import { useMe } from '#client/app'
import { useT } from '#client/i18n'
import { createLiveText } from '#client/live-text'
import { isUnsaved, keepsWords, StatusLine } from '#client/sync'
import { Button } from '#client/ui'
import type { MinutesPart } from '../api/minutes.ts'
import { CommittedText } from './CommittedText.tsx'
import { createFollowedText } from './followed-text.ts'
import { LiveItemText } from './LiveItemText.tsx'
import { partName } from './part-name.ts'

export interface LivePartProps {
  readonly part: MinutesPart
  readonly mayWrite: boolean
  readonly writing: boolean
  readonly onWrite: (writing: boolean) => void
  readonly onTurnedAway: () => void
}

/**
 * A part that is being written: followed while it is in sight, and in an editor for whoever writes it here. Words of this
 * person that wait on the device go out as soon as the page is open, in sight or not.
 */
export function LivePart(props: LivePartProps): JSX.Element {
  const t = useT()
  const me = useMe()
  const [isNear, setNear] = createSignal(false)
  const [waits, setWaits] = createSignal(false)
  void keepsWords(props.part.documentId, me().person.id).then(setWaits)
  const watch = (element: HTMLElement): void => {
    const observer = new IntersectionObserver(entries => setNear(entries.some(entry => entry.isIntersecting)), {
      rootMargin: '50% 0px',
    })
    observer.observe(element)
    onCleanup(() => observer.disconnect())
  }
  return (
    <div class="minutes-part__text" ref={watch}>
      <Show
        when={isNear() || waits() || props.writing}
        fallback={<CommittedText text={props.part.text} idPrefix={props.part.documentId} />}
      >
        <Opened {...props} />
      </Show>
      <Show when={props.mayWrite}>
        <div class="ui-no-print">
          <Button
            size="small"
            icon={props.writing ? Check : PenLine}
            aria-label={t(
              props.writing ? 'minutes.text.doneWith' : 'minutes.text.writeIn',
              partName(t, props.part.item),
            )}
            onPress={() => props.onWrite(!props.writing)}
          >
            {t(props.writing ? 'minutes.text.done' : 'minutes.text.write')}
          </Button>
        </div>
      </Show>
    </div>
  )
}

/** Held while the text is in sight, so that turning from reading to writing goes on in the same copy. */
function Opened(props: LivePartProps): JSX.Element {
  const me = useMe()
  const live = createLiveText(
    () => props.part.documentId,
    () => me().person.id,
    () => props.mayWrite,
  )
  const followed = createFollowedText(live)
  return (
    <>
      <Show
        when={props.writing}
        fallback={
          <>
            <CommittedText text={followed() ?? props.part.text} idPrefix={props.part.documentId} />
            <Show when={isUnsaved(live().status())}>
              <StatusLine status={live().status()} />
            </Show>
          </>
        }
      >
        <LiveItemText
          documentId={props.part.documentId}
          item={props.part.item}
          mayWrite={props.mayWrite}
          takesFocus
          onTurnedAway={props.onTurnedAway}
        />
      </Show>
    </>
  )
}
