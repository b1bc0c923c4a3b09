import { Show, type JSX } from 'solid-js'
import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Trash from 'lucide-solid/icons/trash'
import { useT } from '#client/i18n'
import { Menu, MenuItem, MenuSeparator } from '#client/ui'
import type { FrameworkPart } from './framework-part.ts'
import { SharedField } from './SharedField.tsx'

/** An element's sign, its words, and what can be done with it by menu or keys. */
export function ElementRow(props: {
  readonly part: FrameworkPart
  readonly element: { readonly id: string; readonly text: string }
  /** "Objective b": names the field and the menu. */
  readonly name: string
  readonly siblings: readonly { readonly id: string }[]
  readonly sign: JSX.Element
  readonly onAdd: () => void
  /** Acts of its own kind, first in the menu. */
  readonly acts?: JSX.Element
}): JSX.Element {
  const t = useT()
  const id = (): string => props.element.id
  const isFirst = (): boolean => props.siblings[0]?.id === id()
  const isLast = (): boolean => props.siblings.at(-1)?.id === id()

  const onKeyDown = (event: KeyboardEvent): void => {
    const isMove = event.altKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    const isAdd = (event.ctrlKey || event.metaKey) && event.key === 'Enter'
    if (!isMove && !isAdd) return
    event.preventDefault()
    if (isAdd) props.onAdd()
    else props.part.move(id(), event.key === 'ArrowUp' ? 'up' : 'down')
  }

  return (
    <div
      class="framework__row"
      classList={{ 'framework__row--found': props.part.found() === id() }}
      id={`element-${id()}`}
    >
      {props.sign}
      <SharedField
        model={props.part.model}
        id={id()}
        text={props.element.text}
        label={props.name}
        editable={props.part.editable()}
        focused={props.part.wanted() === id()}
        onKeyDown={onKeyDown}
      />
      <Show when={props.part.editable()}>
        <div class="framework__menu ui-no-print">
          <Menu
            label={t('plan.framework.arrange', props.name)}
            trigger={<Ellipsis size={16} aria-hidden="true" />}
            triggerClass="ui-button ui-button--quiet ui-button--small ui-button--icon-only"
          >
            <Show when={props.acts}>
              {acts => (
                <>
                  {acts()}
                  <MenuSeparator />
                </>
              )}
            </Show>
            <MenuItem icon={ArrowUp} disabled={isFirst()} onSelect={() => props.part.move(id(), 'up')}>
              {t('plan.framework.up')}
            </MenuItem>
            <MenuItem icon={ArrowDown} disabled={isLast()} onSelect={() => props.part.move(id(), 'down')}>
              {t('plan.framework.down')}
            </MenuItem>
            <MenuItem icon={Trash} danger onSelect={() => props.part.remove(id(), props.name)}>
              {t('plan.framework.remove')}
            </MenuItem>
          </Menu>
        </div>
      </Show>
    </div>
  )
}
