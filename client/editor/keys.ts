import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands'
import { inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keydownHandler } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import { Plugin, type Command } from 'prosemirror-state'
import { goToNextCell } from 'prosemirror-tables'
import { narrativeSchema } from '#shared/narrative'
import { actions, type ActionId } from './commands.ts'
import { enterFootnote } from './footnote-view.ts'

const { nodes } = narrativeSchema

/** What is typed at the start of a line becomes its form: `## ` a heading, `- ` a list, `1. ` numbers, `> ` a quotation. */
export function formRules(): Plugin {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,4})\s$/, nodes.heading, match => ({ level: Math.max(2, match[1]?.length ?? 2) })),
      wrappingInputRule(/^\s*[-*•]\s$/, nodes.bullet_list),
      wrappingInputRule(
        /^(\d{1,6})\.\s$/,
        nodes.ordered_list,
        match => ({ order: Math.max(1, Number(match[1])) }),
        (match, node) => node.childCount + Number(node.attrs['order']) === Number(match[1]),
      ),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    ],
  })
}

const lineBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView())
  return true
}

/**
 * The keyboard. Tab indents only in lists and tables; after Escape the next Tab leaves the text, so that nobody is
 * caught in it.
 *
 * @param open what the two actions that open dialogs do
 */
export function keys(open: Readonly<Record<'link' | 'help' | 'toolbar', Command>>): Plugin {
  const commands: Record<string, Command> = {
    Enter: chainCommands(enterFootnote, splitListItem(nodes.list_item)),
    'Shift-Enter': chainCommands(exitCode, lineBreak),
    Tab: chainCommands(sinkListItem(nodes.list_item), goToNextCell(1)),
    'Shift-Tab': chainCommands(liftListItem(nodes.list_item), goToNextCell(-1)),
    Backspace: undoInputRule,
    'Alt-F10': open.toolbar,
  }
  for (const [id, action] of Object.entries(actions) as [ActionId, (typeof actions)[ActionId]][]) {
    const command = id === 'link' || id === 'help' ? open[id] : action.command
    for (const key of action.keys ?? []) commands[key] = command
  }
  const own = keydownHandler(commands)
  const base = keydownHandler(baseKeymap)
  let leaving = false
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        // AltGr types letters on many keyboards of the region; it is not Ctrl and Alt
        if (event.getModifierState('AltGraph')) return false
        const leave = leaving && event.key === 'Tab'
        leaving = event.key === 'Escape' || (leaving && event.key === 'Shift')
        return !leave && (own(view, event) || base(view, event))
      },
    },
  })
}

const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃' }
const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl' }

/** A shortcut as the keyboard in front of the reader names it: `Ctrl+Alt+2`, `⌘⌥2`. */
export function keyLabel(shortcut: string, isMac: boolean): string {
  const parts = shortcut.split('-').map(part => (isMac ? macNames : otherNames)[part] ?? part)
  return parts.map(part => (part.length === 1 ? part.toUpperCase() : part)).join(isMac ? '' : '+')
}

/** For `aria-keyshortcuts`. */
export function keyAria(shortcut: string, isMac: boolean): string {
  return shortcut.replaceAll('-', '+').replace('Mod', isMac ? 'Meta' : 'Control')
}

export function isMacKeyboard(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}
