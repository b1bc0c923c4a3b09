import { createEffect, createMemo, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js'
import { useMe } from '#client/app'
import type { EditorHandle } from '#client/editor'
import { useT } from '#client/i18n'
import { createCaretInSight, createLiveText, createPutBack, LiveNarrative, PeopleHere } from '#client/live-text'
import { ReturnedNote, ReturnedPanel, StatusLine } from '#client/sync'
import { closeCodes } from '#shared/wire'
import { partName, type PartItem } from './part-name.ts'
import './live-item-text.css'

/** The text of one item's minutes as it is being written: its tools, whether it is stored, and who else is here. */
export function LiveItemText(props: {
  /** The item's id; the meeting's for the general remarks. */
  readonly documentId: string
  readonly item: PartItem | null
  readonly mayWrite: boolean
  /** The reader asked to write just now: the text takes the focus once it has come. */
  readonly takesFocus?: boolean | undefined
  /** The server does not take words here any more: whoever knows the minutes looks again at how they stand. */
  readonly onTurnedAway?: (() => void) | undefined
}): JSX.Element {
  const t = useT()
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
  return (
    <div class="live-item-text">
      <span id={name} hidden>
        {t('minutes.text.name', partName(t, props.item))}
      </span>
      <ReturnedPanel
        id={panel}
        returned={live().returned}
        doc={live().ready() ? live().doc : null}
        onPutBack={isWritable() && live().ready() ? putBack : undefined}
        onAllGone={() => editor()?.focus()}
      />
      <Show when={!props.mayWrite}>
        <p class="ui-small ui-muted">{t('minutes.text.reading')}</p>
      </Show>
      <LiveNarrative
        live={live()}
        editable={isWritable()}
        labelledBy={name}
        lines={3}
        onReady={handle => {
          setEditor(handle)
          if (props.takesFocus) handle.focus()
        }}
      />
      <footer class="live-item-text__status" ref={foot => createCaretInSight(foot)}>
        <StatusLine status={live().status()} />
        <ReturnedNote panelId={panel} returned={live().returned} />
        <PeopleHere awareness={live().awareness} />
      </footer>
    </div>
  )
}
