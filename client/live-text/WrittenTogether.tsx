import { createEffect, createMemo, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js'
import { useMe } from '#client/app'
import type { EditorHandle } from '#client/editor'
import { isUnsaved, ReturnedNote, ReturnedPanel, StatusLine } from '#client/sync'
import { closeCodes } from '#shared/wire'
import { createCaretInSight } from './caret-in-sight.ts'
import { createLiveText } from './live-text.ts'
import { LiveNarrative } from './LiveNarrative.tsx'
import { PeopleHere } from './PeopleHere.tsx'
import { createPutBack } from './put-back.ts'
import './written-together.css'

/** A text as it is being written: its tools, whether it is stored, and who else is here. */
export function WrittenTogether(props: {
  readonly documentId: string
  /** Names the text for those who cannot see what stands around it. */
  readonly name: string
  readonly mayWrite: boolean
  /** Told to whoever only reads along. */
  readonly reading: string
  /** Of the placeholder. */
  readonly lines: number
  /** The reader asked to write just now: the text takes the focus once it has come. */
  readonly takesFocus?: boolean | undefined
  /** The server does not take words here any more: whoever knows what the text belongs to looks again at how it stands. */
  readonly onTurnedAway?: (() => void) | undefined
  /** Whether words of this page are not stored yet. */
  readonly onUnsaved?: ((unsaved: boolean) => void) | undefined
}): JSX.Element {
  const me = useMe()
  const name = createUniqueId()
  const panel = createUniqueId()
  const live = createLiveText(
    () => props.documentId,
    () => me().person.id,
    () => props.mayWrite,
  )
  const refusal = createMemo(() => {
    const status = live().status()
    return status.kind === 'refused' ? status.code : null
  })
  const isWritable = (): boolean => props.mayWrite && refusal() === null
  const [editor, setEditor] = createSignal<EditorHandle>()
  const putBack = createPutBack(live, editor)
  createEffect(
    on(refusal, code => {
      if (code !== null && code !== closeCodes.signInAgain) props.onTurnedAway?.()
    }),
  )
  createEffect(() => props.onUnsaved?.(isUnsaved(live().status())))
  return (
    <div class="written-together">
      <span id={name} hidden>
        {props.name}
      </span>
      <ReturnedPanel
        id={panel}
        returned={live().returned}
        doc={live().ready() ? live().doc : null}
        onPutBack={isWritable() && live().ready() ? putBack : undefined}
        onAllGone={() => editor()?.focus()}
      />
      <Show when={!props.mayWrite}>
        <p class="ui-small ui-muted">{props.reading}</p>
      </Show>
      <LiveNarrative
        live={live()}
        editable={isWritable()}
        labelledBy={name}
        lines={props.lines}
        onReady={handle => {
          setEditor(handle)
          if (props.takesFocus) handle.focus()
        }}
      />
      <footer class="written-together__status" ref={foot => createCaretInSight(foot)}>
        <StatusLine status={live().status()} />
        <ReturnedNote panelId={panel} returned={live().returned} />
        <PeopleHere awareness={live().awareness} />
      </footer>
    </div>
  )
}
