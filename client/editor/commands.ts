/** What the editor can do to the text: one table for the toolbar, the keyboard and the help. */
import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import type { Attrs, MarkType, Node, NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import { NodeSelection, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  toggleHeaderColumn,
  toggleHeaderRow,
} from 'prosemirror-tables'
import { isLinkTarget, narrativeSchema } from '#shared/narrative'
import { redo, undo } from './binding/undo-plugin.ts'

const { nodes, marks } = narrativeSchema

export type ActionId =
  | 'undo'
  | 'redo'
  | 'paragraph'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'strong'
  | 'em'
  | 'superscript'
  | 'subscript'
  | 'link'
  | 'bulletList'
  | 'orderedList'
  | 'quote'
  | 'footnote'
  | 'table'
  | 'help'
  | TableActionId

export type TableActionId =
  | 'rowBefore'
  | 'rowAfter'
  | 'rowRemove'
  | 'columnBefore'
  | 'columnAfter'
  | 'columnRemove'
  | 'headerRow'
  | 'headerColumn'
  | 'tableRemove'

export interface Action {
  /** In prosemirror-keymap's notation; `Mod` is Ctrl, or Cmd on a Mac. */
  readonly keys?: readonly [string, ...string[]]
  readonly command: Command
  /** Whether it holds at the selection; for those that are switched on and off. */
  readonly isOn?: (state: EditorState) => boolean
}

// `link` and `help` open dialogs: the component supplies what they do
const byComponent: Command = () => false

export const actions: Readonly<Record<ActionId, Action>> = {
  undo: { keys: ['Mod-z'], command: undo },
  redo: { keys: ['Mod-y', 'Mod-Shift-z'], command: redo },
  paragraph: {
    keys: ['Mod-Alt-0'],
    command: setBlockType(nodes.paragraph),
    isOn: state => isBlock(state, nodes.paragraph),
  },
  heading2: heading(2),
  heading3: heading(3),
  heading4: heading(4),
  strong: markAction(marks.strong, 'Mod-b'),
  em: markAction(marks.em, 'Mod-i'),
  superscript: markAction(marks.superscript, 'Mod-.'),
  subscript: markAction(marks.subscript, 'Mod-,'),
  link: { keys: ['Mod-k'], command: byComponent, isOn: state => hasMark(state, marks.link) },
  bulletList: listAction(nodes.bullet_list, 'Mod-Shift-8'),
  orderedList: listAction(nodes.ordered_list, 'Mod-Shift-7'),
  quote: {
    keys: ['Mod-Shift-9'],
    command: (state, dispatch, view) =>
      isWithin(state, nodes.blockquote) ? lift(state, dispatch, view) : wrapIn(nodes.blockquote)(state, dispatch, view),
    isOn: state => isWithin(state, nodes.blockquote),
  },
  footnote: { keys: ['Mod-Alt-f'], command: insertFootnote },
  table: { keys: ['Mod-Alt-t'], command: insertTable(3, 3) },
  help: { keys: ['Mod-/'], command: byComponent },
  rowBefore: { command: addRowBefore },
  rowAfter: { keys: ['Mod-Enter'], command: addRowAfter },
  rowRemove: { command: deleteRow },
  columnBefore: { command: addColumnBefore },
  columnAfter: { command: addColumnAfter },
  columnRemove: { command: deleteColumn },
  headerRow: { command: toggleHeaderRow },
  headerColumn: { command: toggleHeaderColumn },
  tableRemove: { command: deleteTable },
}

export const isInsideTable: (state: EditorState) => boolean = isInTable

function heading(level: 2 | 3 | 4): Action {
  const isOn = (state: EditorState): boolean => isBlock(state, nodes.heading, { level })
  return {
    keys: [`Mod-Alt-${level}`],
    isOn,
    command: (state, dispatch, view) =>
      setBlockType(isOn(state) ? nodes.paragraph : nodes.heading, isOn(state) ? null : { level })(
        state,
        dispatch,
        view,
      ),
  }
}

function markAction(type: MarkType, key: string): Action {
  return { keys: [key], command: toggleMark(type), isOn: state => hasMark(state, type) }
}

function listAction(type: NodeType, key: string): Action {
  const isOn = (state: EditorState): boolean => nearestList(state)?.type === type
  const command: Command = (state, dispatch, view) => {
    if (isOn(state)) return liftListItem(nodes.list_item)(state, dispatch, view)
    const list = nearestList(state)
    if (list === null) return wrapInList(type)(state, dispatch, view)
    dispatch?.(state.tr.setNodeMarkup(list.position, type))
    return true
  }
  return { keys: [key], command, isOn }
}

function nearestList(state: EditorState): { readonly type: NodeType; readonly position: number } | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type } = $from.node(depth)
    if (type === nodes.bullet_list || type === nodes.ordered_list) return { type, position: $from.before(depth) }
    if (type === nodes.table) return null
  }
  return null
}

function isBlock(state: EditorState, type: NodeType, attrs?: Attrs): boolean {
  return state.selection.$from.parent.hasMarkup(type, attrs)
}

function isWithin(state: EditorState, type: NodeType): boolean {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true
  return false
}

function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, to, $from, empty } = state.selection
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
  return state.doc.rangeHasMark(from, to, type)
}

/** Puts an empty footnote at the caret and selects it, which opens it for writing. */
function insertFootnote(state: EditorState, dispatch?: (tr: EditorState['tr']) => void): boolean {
  const { $from, $to } = state.selection
  if (!$from.parent.inlineContent || !$from.parent.canReplaceWith($from.index(), $from.index(), nodes.footnote))
    return false
  if (dispatch !== undefined) {
    const at = $to.pos
    const tr = state.tr.insert(at, nodes.footnote.create())
    dispatch(tr.setSelection(NodeSelection.create(tr.doc, at)).scrollIntoView())
  }
  return true
}

function insertTable(rowCount: number, columnCount: number): Command {
  return (state, dispatch) => {
    if (isInTable(state)) return false
    const row = (type: NodeType): Node =>
      nodes.table_row.create(
        null,
        Array.from({ length: columnCount }, () => type.create(null, nodes.paragraph.create())),
      )
    const table = nodes.table.create(null, [
      row(nodes.table_header),
      ...Array.from({ length: rowCount - 1 }, () => row(nodes.table_cell)),
    ])
    const { $from } = state.selection
    const after = $from.depth === 0 ? $from.pos : $from.after(1)
    if (!state.doc.canReplaceWith(state.doc.resolve(after).index(), state.doc.resolve(after).index(), nodes.table))
      return false
    if (dispatch !== undefined) {
      const tr = state.tr.insert(after, table)
      const end = after + table.nodeSize
      // a table at the very end would leave no line to write on
      if (end === tr.doc.content.size) tr.insert(end, nodes.paragraph.create())
      dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView())
    }
    return true
  }
}

export interface LinkAt {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly href: string
}

/** The link around the selection, whole; or the selected text, to be linked. */
export function linkAt(state: EditorState): LinkAt {
  const { $from, from, to, empty } = state.selection
  const mark = marks.link.isInSet($from.marks()) ?? ($from.nodeAfter && marks.link.isInSet($from.nodeAfter.marks))
  if (!mark) return { from, to, text: state.doc.textBetween(from, to, ' '), href: '' }
  let start = $from.pos
  let end = empty ? $from.pos : to
  $from.parent.forEach((node, offset) => {
    const left = $from.start() + offset
    const right = left + node.nodeSize
    if (!mark.isInSet(node.marks) || right < start || left > end) return
    start = Math.min(start, left)
    end = Math.max(end, right)
  })
  return { from: start, to: end, text: state.doc.textBetween(start, end, ' '), href: String(mark.attrs['href']) }
}

/** @param href a checked target, or '' to take the link away */
export function setLink({ from, to }: LinkAt, href: string, text: string): Command {
  return (state, dispatch) => {
    if (href !== '' && !isLinkTarget(href)) return false
    const tr = state.tr
    let end = to
    if (from === to || (text !== '' && text !== state.doc.textBetween(from, to, ' '))) {
      const shown = text === '' ? href : text
      tr.insertText(shown, from, to)
      end = from + shown.length
    }
    tr.removeMark(from, end, marks.link)
    if (href !== '') tr.addMark(from, end, marks.link.create({ href }))
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).removeStoredMark(marks.link).scrollIntoView())
    return true
  }
}
