import { createSignal, For, Show, type JSX } from 'solid-js'
import type { LucideIcon } from 'lucide-solid'
import Asterisk from 'lucide-solid/icons/asterisk'
import BetweenHorizontalEnd from 'lucide-solid/icons/between-horizontal-end'
import BetweenHorizontalStart from 'lucide-solid/icons/between-horizontal-start'
import BetweenVerticalEnd from 'lucide-solid/icons/between-vertical-end'
import BetweenVerticalStart from 'lucide-solid/icons/between-vertical-start'
import Bold from 'lucide-solid/icons/bold'
import Columns3 from 'lucide-solid/icons/columns-3'
import Heading2 from 'lucide-solid/icons/heading-2'
import Heading3 from 'lucide-solid/icons/heading-3'
import Heading4 from 'lucide-solid/icons/heading-4'
import Italic from 'lucide-solid/icons/italic'
import Keyboard from 'lucide-solid/icons/keyboard'
import Link from 'lucide-solid/icons/link'
import List from 'lucide-solid/icons/list'
import ListOrdered from 'lucide-solid/icons/list-ordered'
import PanelLeft from 'lucide-solid/icons/panel-left'
import PanelTop from 'lucide-solid/icons/panel-top'
import Pilcrow from 'lucide-solid/icons/pilcrow'
import Redo2 from 'lucide-solid/icons/redo-2'
import Rows3 from 'lucide-solid/icons/rows-3'
import Subscript from 'lucide-solid/icons/subscript'
import Superscript from 'lucide-solid/icons/superscript'
import Table from 'lucide-solid/icons/table'
import TextQuote from 'lucide-solid/icons/text-quote'
import Trash from 'lucide-solid/icons/trash'
import Undo2 from 'lucide-solid/icons/undo-2'
import type { EditorState } from 'prosemirror-state'
import { useT } from '#client/i18n'
import { actions, isInsideTable, type ActionId, type TableActionId } from './commands.ts'
import { isMacKeyboard, keyAria, keyLabel } from './keys.ts'

const groups: readonly (readonly ActionId[])[] = [
  ['undo', 'redo'],
  ['paragraph', 'heading2', 'heading3', 'heading4'],
  ['strong', 'em', 'superscript', 'subscript'],
  ['bulletList', 'orderedList', 'quote'],
  ['link', 'footnote', 'table'],
  ['help'],
]

const tableGroups: readonly (readonly TableActionId[])[] = [
  ['rowBefore', 'rowAfter', 'rowRemove'],
  ['columnBefore', 'columnAfter', 'columnRemove'],
  ['headerRow', 'headerColumn', 'tableRemove'],
]

const icons: Readonly<Record<ActionId, LucideIcon>> = {
  undo: Undo2,
  redo: Redo2,
  paragraph: Pilcrow,
  heading2: Heading2,
  heading3: Heading3,
  heading4: Heading4,
  strong: Bold,
  em: Italic,
  superscript: Superscript,
  subscript: Subscript,
  link: Link,
  bulletList: List,
  orderedList: ListOrdered,
  quote: TextQuote,
  footnote: Asterisk,
  table: Table,
  help: Keyboard,
  rowBefore: BetweenHorizontalStart,
  rowAfter: BetweenHorizontalEnd,
  rowRemove: Rows3,
  columnBefore: BetweenVerticalStart,
  columnAfter: BetweenVerticalEnd,
  columnRemove: Columns3,
  headerRow: PanelTop,
  headerColumn: PanelLeft,
  tableRemove: Trash,
}

interface ToolbarProps {
  readonly state: EditorState
  readonly onAction: (id: ActionId) => void
  readonly ref: (element: HTMLDivElement) => void
}

/** The bar above the text; within a table a second one joins it. */
export function Toolbar(props: ToolbarProps): JSX.Element {
  const t = useT()
  return (
    <div class="narrative-tools" ref={element => props.ref(element)}>
      <Bar label={t('editor.toolbar')} groups={groups} state={props.state} onAction={props.onAction} />
      <Show when={isInsideTable(props.state)}>
        <Bar label={t('editor.tableToolbar')} groups={tableGroups} state={props.state} onAction={props.onAction} />
      </Show>
    </div>
  )
}

interface BarProps {
  readonly label: string
  readonly groups: readonly (readonly ActionId[])[]
  readonly state: EditorState
  readonly onAction: (id: ActionId) => void
}

/** One stop for Tab; the arrow keys, Home and End go along it (WAI-ARIA toolbar pattern). */
function Bar(props: BarProps): JSX.Element {
  const [current, setCurrent] = createSignal<ActionId>(props.groups[0]?.[0] ?? 'help')
  let bar: HTMLDivElement | undefined
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(bar?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex(button => button === document.activeElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    buttons.at(to % buttons.length)?.focus()
  }
  return (
    <div
      class="narrative-bar"
      role="toolbar"
      aria-label={props.label}
      ref={element => (bar = element)}
      onKeyDown={onKeyDown}
    >
      <For each={props.groups}>
        {group => (
          <div class="narrative-bar-group">
            <For each={group}>
              {id => (
                <ToolButton
                  id={id}
                  state={props.state}
                  isStop={current() === id}
                  onFocus={() => setCurrent(id)}
                  onAction={props.onAction}
                />
              )}
            </For>
          </div>
        )}
      </For>
    </div>
  )
}

interface ToolButtonProps {
  readonly id: ActionId
  readonly state: EditorState
  readonly isStop: boolean
  readonly onFocus: () => void
  readonly onAction: (id: ActionId) => void
}

function ToolButton(props: ToolButtonProps): JSX.Element {
  const t = useT()
  const action = (): (typeof actions)[ActionId] => actions[props.id]
  const name = (): string => t(`editor.action.${props.id}`)
  const shortcut = (): string | undefined => action().keys?.[0]
  const isOn = (): boolean | undefined => action().isOn?.(props.state)
  // commands asked without a dispatch only say whether they could; those of the component always can
  const isPossible = (): boolean =>
    props.id === 'link' || props.id === 'help' || isOn() === true || action().command(props.state)
  const title = (): string => {
    const keys = shortcut()
    return keys === undefined ? name() : `${name()} (${keyLabel(keys, isMacKeyboard())})`
  }
  const Icon = icons[props.id]
  return (
    <button
      type="button"
      class="narrative-tool"
      aria-label={name()}
      title={title()}
      aria-pressed={isOn()}
      aria-disabled={isPossible() ? undefined : 'true'}
      aria-keyshortcuts={shortcut() === undefined ? undefined : keyAria(shortcut() ?? '', isMacKeyboard())}
      tabIndex={props.isStop ? 0 : -1}
      onFocus={() => props.onFocus()}
      // a press must not take the selection from the text
      onMouseDown={event => event.preventDefault()}
      onClick={() => {
        if (isPossible()) props.onAction(props.id)
      }}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
    </button>
  )
}
