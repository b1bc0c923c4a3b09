import { createEffect, createSignal, on, onCleanup, onMount, Show, type JSX } from 'solid-js'
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { useT } from '#client/i18n'
import { Button, Notice } from '#client/ui'
import type { NarrativeHeading } from '#shared/narrative'
import { actions, type ActionId } from './commands.ts'
import { cursorColour } from './cursor-colours.ts'
import { headingsIn, makeHandle, type EditorHandle } from './handle.ts'
import { HelpDialog } from './HelpDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { Toolbar } from './Toolbar.tsx'
import { openView } from './view.ts'
import './editor.css'

export interface NarrativeEditorProps {
  /** `doc.getXmlFragment('narrative')` of a document that has been synchronised. Another fragment needs another editor. */
  readonly fragment: Y.XmlFragment
  readonly awareness: Awareness
  /** Who writes here, as the others see it. `id` gives the colour: the same person, the same colour. */
  readonly author: { readonly id: string; readonly name: string; readonly organisation: string }
  /** Observers read, and see the cursors of those who write. May change. */
  readonly editable: boolean
  /** Id of the element that names the text: the section's heading. */
  readonly labelledBy: string
  readonly describedBy?: string
  /** BCP 47 tag of the language the text is written in. */
  readonly lang?: string
  readonly onReady?: (handle: EditorHandle) => void
  /** The outline, whenever it changes. */
  readonly onHeadings?: (headings: readonly NarrativeHeading[]) => void
}

/** The text of one section: read, or written together with others. */
export function NarrativeEditor(props: NarrativeEditorProps): JSX.Element {
  const t = useT()
  const [view, setView] = createSignal<EditorView>()
  const [state, setState] = createSignal<EditorState>()
  const [dialog, setDialog] = createSignal<'link' | 'help' | null>(null)
  const [notice, setNotice] = createSignal<string>()
  const [unreadable, setUnreadable] = createSignal(0)
  let place: HTMLDivElement | undefined
  let toolbar: HTMLDivElement | undefined

  const attributes = (): Record<string, string> => ({
    class: 'ui-prose narrative',
    'aria-labelledby': props.labelledBy,
    ...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy }),
    ...(props.lang === undefined ? {} : { lang: props.lang }),
    ...(props.editable
      ? { role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true', 'data-placeholder': t('editor.placeholder') }
      : // a text box that cannot be written in is read out as one long line; an article has headings
        { role: 'article', tabindex: '0' }),
  })
  const open = (which: 'link' | 'help') => (): boolean => {
    setDialog(which)
    return true
  }

  onMount(() => {
    if (place === undefined) return
    let outline = ''
    const opened = openView(place, {
      fragment: props.fragment,
      awareness: props.awareness,
      editable: () => props.editable,
      attributes,
      footnoteLabels: () => ({ marker: text => t('editor.footnote.marker', text), text: t('editor.footnote.text') }),
      open: {
        link: open('link'),
        help: open('help'),
        toolbar: () => {
          toolbar?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
          return true
        },
      },
      onState: (next, binding) => {
        setState(next)
        setUnreadable(binding.faults.length)
        const headings = headingsIn({ state: next }).map(({ level, text }) => ({ level, text }))
        const said = JSON.stringify(headings)
        if (said !== outline) props.onHeadings?.(headings)
        outline = said
      },
      onPicturesDropped: count => setNotice(t('editor.notice.pictures', count)),
      onFilesRefused: () => setNotice(t('editor.notice.files')),
    })
    setView(opened)
    props.onReady?.(makeHandle(opened))
    onCleanup(() => opened.destroy())
  })

  createEffect(() => {
    const { id, name, organisation } = props.author
    props.awareness.setLocalStateField('user', { name, organisation, color: cursorColour(id) })
  })
  // reads `editable`, the label and the language again
  createEffect(on(attributes, () => view()?.setProps({}), { defer: true }))

  const run = (id: ActionId): void => {
    const opened = view()
    if (opened === undefined) return
    if (id === 'link' || id === 'help') {
      setDialog(id)
      return
    }
    actions[id].command(opened.state, opened.dispatch, opened)
    opened.focus()
  }
  const closeDialog = (): void => {
    setDialog(null)
    view()?.focus()
  }

  return (
    <div class="narrative-editor">
      <Show when={props.editable && state()}>
        {current => <Toolbar state={current()} onAction={run} ref={element => (toolbar = element)} />}
      </Show>
      <Notice
        tone="info"
        when={notice()}
        actions={
          <Button variant="quiet" size="small" onPress={() => setNotice(undefined)}>
            {t('editor.notice.dismiss')}
          </Button>
        }
      />
      <Notice tone="notice" when={unreadable() > 0 ? t('editor.notice.unreadable', unreadable()) : undefined} />
      <div class="narrative-place" ref={element => (place = element)} />
      <Show when={view()}>
        {opened => (
          <>
            <LinkDialog open={dialog() === 'link'} view={opened()} onClose={closeDialog} />
            <HelpDialog open={dialog() === 'help'} onClose={closeDialog} />
          </>
        )}
      </Show>
    </div>
  )
}
