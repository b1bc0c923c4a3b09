/**
 * Where the others are. Each editor tells its selection through awareness in the form y-prosemirror uses
 * (`cursor: {anchor, head}`, `user: {name, color}`), so that other clients show it too.
 *
 * What arrives was written by any client: names are shown as text, cut to length; colours are checked.
 */
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { readPendingSelection } from './binding/pending-selection.ts'
import { anchorAt, relativePosition } from './binding/positions.ts'
import type { NarrativeBinding } from './binding/binding.ts'
import { isFromShared } from './binding/sync-plugin.ts'
import { cursorColour, readableOn } from './cursor-colours.ts'

const cursorPluginKey = new PluginKey<DecorationSet>('narrative-cursors')

const nameLimit = 80

export function cursorPlugin(binding: NarrativeBinding, awareness: Awareness): Plugin<DecorationSet> {
  const draw = (state: EditorState): DecorationSet => decorations(state, binding, awareness)
  return new Plugin<DecorationSet>({
    key: cursorPluginKey,
    state: {
      init: (_, state) => draw(state),
      apply: (tr, shown, _, state) =>
        isFromShared(tr) || tr.getMeta(cursorPluginKey) === true ? draw(state) : shown.map(tr.mapping, tr.doc),
    },
    props: { decorations: state => cursorPluginKey.getState(state) },
    view: view => announce(view, binding, awareness),
  })
}

function announce(
  view: EditorView,
  binding: NarrativeBinding,
  awareness: Awareness,
): { update: () => void; destroy: () => void } {
  let redraw: ReturnType<typeof setTimeout> | undefined
  // awareness may change while the editor is applying a transaction, and several people move at once
  const onChange = (): void => {
    redraw ??= setTimeout(() => {
      redraw = undefined
      readPendingSelection(view)
      view.dispatch(view.state.tr.setMeta(cursorPluginKey, true))
    }, 0)
  }
  let told = 'null'
  const tell = (): void => {
    const cursor = view.editable && view.hasFocus() ? ownCursor(view.state, binding) : null
    const text = JSON.stringify(cursor)
    if (text === told) return
    told = text
    awareness.setLocalStateField('cursor', cursor)
  }
  awareness.on('change', onChange)
  view.dom.addEventListener('focusin', tell)
  view.dom.addEventListener('focusout', tell)
  return {
    update: tell,
    destroy: () => {
      clearTimeout(redraw)
      awareness.off('change', onChange)
      view.dom.removeEventListener('focusin', tell)
      view.dom.removeEventListener('focusout', tell)
      if (told !== 'null') awareness.setLocalStateField('cursor', null)
    },
  }
}

function ownCursor(state: EditorState, binding: NarrativeBinding): { anchor: unknown; head: unknown } {
  const at = (position: number): unknown =>
    Y.relativePositionToJSON(anchorAt(binding.fragment, position, binding.nodes).left)
  return { anchor: at(state.selection.anchor), head: at(state.selection.head) }
}

function decorations(state: EditorState, binding: NarrativeBinding, awareness: Awareness): DecorationSet {
  const found: Decoration[] = []
  for (const [client, told] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const head = positionIn(told['cursor'], 'head', state, binding)
    const anchor = positionIn(told['cursor'], 'anchor', state, binding)
    if (head === null || anchor === null) continue
    const who = personOf(told['user'], client)
    found.push(
      Decoration.widget(head, () => cursorElement(who), {
        // a new element for each place: its name shows again whenever it moves
        key: `${client}:${head}:${who.name}`,
        side: 10,
        ignoreSelection: true,
      }),
    )
    if (anchor !== head)
      found.push(
        Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
          class: 'narrative-selection',
          style: `--who: ${who.colour}`,
        }),
      )
  }
  return DecorationSet.create(state.doc, found)
}

function positionIn(
  cursor: unknown,
  end: 'anchor' | 'head',
  state: EditorState,
  binding: NarrativeBinding,
): number | null {
  if (typeof cursor !== 'object' || cursor === null) return null
  const json: unknown = Reflect.get(cursor, end)
  if (typeof json !== 'object' || json === null) return null
  try {
    const position = Y.createRelativePositionFromJSON(json)
    return relativePosition(binding.fragment, position, binding.nodes, state.doc)
  } catch {
    // not a position: another client's mistake costs only its own cursor
    return null
  }
}

interface Person {
  readonly name: string
  readonly organisation: string
  readonly colour: string
}

function personOf(user: unknown, client: number): Person {
  const text = (field: string): string => {
    const value: unknown = typeof user === 'object' && user !== null ? Reflect.get(user, field) : undefined
    return typeof value === 'string' ? value.slice(0, nameLimit) : ''
  }
  const colour = text('color')
  return {
    name: text('name') || '?',
    organisation: text('organisation'),
    colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour : cursorColour(String(client)),
  }
}

function cursorElement(who: Person): HTMLElement {
  const cursor = document.createElement('span')
  cursor.className = 'narrative-cursor'
  cursor.style.setProperty('--who', who.colour)
  cursor.style.setProperty('--on-who', readableOn(who.colour))
  // not part of the text: a screen reader reads the sentence, not who stands in it
  cursor.setAttribute('aria-hidden', 'true')
  // Drawn by the style sheet: where a mark holds letters of its own, a click on it puts the reader's caret among them,
  // outside the text, and what is typed there is lost.
  cursor.dataset['name'] = who.name
  cursor.dataset['organisation'] = who.organisation
  return cursor
}
