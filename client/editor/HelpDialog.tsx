import { For, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Dialog } from '#client/ui'
import { actions, type ActionId } from './commands.ts'
import { isMacKeyboard, keyLabel } from './keys.ts'

interface HelpDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

const typed = [
  ['## ', 'editor.help.rules.heading'],
  ['### ', 'editor.help.rules.smallerHeading'],
  ['- ', 'editor.help.rules.list'],
  ['1. ', 'editor.help.rules.numbered'],
  ['> ', 'editor.help.rules.quote'],
] as const

/** Every action with its keys. Made from the table of actions, so it cannot forget one. */
export function HelpDialog(props: HelpDialogProps): JSX.Element {
  const t = useT()
  const withKeys = (Object.keys(actions) as ActionId[]).filter(id => actions[id].keys !== undefined)
  const label = (keys: string): string => keyLabel(keys, isMacKeyboard())
  const moves = (): readonly (readonly [string, string])[] => [
    [t('editor.help.toToolbar'), label('Alt-F10')],
    [t('editor.help.leave'), t('editor.help.leaveKeys')],
    [t('editor.help.lineBreak'), label('Shift-Enter')],
    [t('editor.help.deeper'), 'Tab'],
    [t('editor.help.outward'), label('Shift-Tab')],
    [t('editor.help.intoFootnote'), 'Enter'],
  ]
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('editor.help.title')}
      description={t('editor.help.intro')}
      size="large"
    >
      <div class="narrative-help">
        <Keys
          caption={t('editor.help.keys')}
          rows={withKeys.map(id => [t(`editor.action.${id}`), (actions[id].keys ?? []).map(label).join(', ')])}
        />
        <div>
          <Keys caption={t('editor.help.moves')} rows={moves()} />
          <Keys caption={t('editor.help.typed')} rows={typed.map(([keys, key]) => [t(key), keys])} />
        </div>
      </div>
    </Dialog>
  )
}

function Keys(props: { readonly caption: string; readonly rows: readonly (readonly [string, string])[] }): JSX.Element {
  return (
    <table>
      <caption>{props.caption}</caption>
      <tbody>
        <For each={props.rows}>
          {([action, keys]) => (
            <tr>
              <th scope="row">{action}</th>
              <td>
                <kbd>{keys}</kbd>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
