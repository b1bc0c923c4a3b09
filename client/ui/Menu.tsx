import { createContext, createSignal, createUniqueId, Show, useContext, type JSX } from 'solid-js'
import Check from 'lucide-solid/icons/check'
import type { LucideIcon } from 'lucide-solid'
import { placeBeside } from './place.ts'
import './menu.css'

interface MenuProps {
  /** Names the button for those who cannot see it; also the tooltip when the trigger is only an icon. */
  readonly label: string
  /** What the button shows. */
  readonly trigger: JSX.Element
  readonly triggerClass?: string | undefined
  readonly children: JSX.Element
}

const MenuContext = createContext<{ readonly close: () => void }>({ close: () => undefined })

/**
 * A button that opens a list of acts, on the native popover: it closes with Escape or a press elsewhere, and the browser
 * returns the focus. Arrow keys, Home and End move among the items, as does typing a first letter.
 */
export function Menu(props: MenuProps): JSX.Element {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  // A list of rows has a menu on each: what is in it is made when it is first asked for.
  const [wanted, setWanted] = createSignal(false)
  let button: HTMLButtonElement | undefined
  let list: HTMLDivElement | undefined

  const items = (): HTMLElement[] => [
    ...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])') ?? []),
  ]

  const onToggle = (event: ToggleEvent): void => {
    const opened = event.newState === 'open'
    setOpen(opened)
    if (!opened || !button || !list) return
    placeBeside(list, button)
    items()[0]?.focus()
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = items()
    const at = all.findIndex(item => item === document.activeElement)
    const target = keyTarget(event.key, at, all)
    if (event.key === 'Tab') list?.hidePopover()
    if (!target) return
    event.preventDefault()
    target.focus()
  }

  return (
    <MenuContext.Provider value={{ close: () => list?.hidePopover() }}>
      <button
        ref={element => (button = element)}
        type="button"
        class={props.triggerClass ?? 'ui-button ui-button--quiet ui-button--medium'}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={open()}
        aria-label={props.label}
        title={props.label}
      >
        {props.trigger}
      </button>
      <div
        ref={element => (list = element)}
        id={id}
        popover="auto"
        role="menu"
        class="ui-menu"
        aria-label={props.label}
        onBeforeToggle={() => setWanted(true)}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
      >
        <Show when={wanted()}>{props.children}</Show>
      </div>
    </MenuContext.Provider>
  )
}

function keyTarget(key: string, at: number, all: readonly HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return all[(at + 1) % all.length]
    case 'ArrowUp':
      return all[(at - 1 + all.length) % all.length]
    case 'Home':
      return all[0]
    case 'End':
      return all.at(-1)
    default: {
      if (key.length !== 1 || key === ' ') return undefined
      const after = [...all.slice(at + 1), ...all.slice(0, at + 1)]
      return after.find(item => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()))
    }
  }
}

interface ItemProps {
  readonly icon?: LucideIcon | undefined
  readonly children: JSX.Element
}

interface MenuItemProps extends ItemProps {
  readonly onSelect: () => void
  readonly danger?: boolean | undefined
  readonly disabled?: boolean | undefined
}

/** An act. */
export function MenuItem(props: MenuItemProps): JSX.Element {
  const menu = useContext(MenuContext)
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      class="ui-menu__item"
      classList={{ 'ui-menu__item--danger': props.danger === true }}
      aria-disabled={props.disabled ? 'true' : undefined}
      onClick={() => {
        if (props.disabled) return
        menu.close()
        props.onSelect()
      }}
    >
      <ItemText icon={props.icon}>{props.children}</ItemText>
    </button>
  )
}

/** A place to go to. */
export function MenuLink(
  props: ItemProps & { readonly href: string; readonly external?: boolean | undefined },
): JSX.Element {
  const menu = useContext(MenuContext)
  return (
    <a
      href={props.href}
      rel={props.external ? 'external' : undefined}
      role="menuitem"
      tabIndex={-1}
      class="ui-menu__item"
      onClick={() => menu.close()}
    >
      <ItemText icon={props.icon}>{props.children}</ItemText>
    </a>
  )
}

/** One of several settings of which one holds; the menu stays open, so that the effect is seen. */
export function MenuRadio(
  props: ItemProps & { readonly checked: boolean; readonly onSelect: () => void },
): JSX.Element {
  return (
    <button
      type="button"
      role="menuitemradio"
      tabIndex={-1}
      class="ui-menu__item"
      aria-checked={props.checked}
      onClick={() => props.onSelect()}
    >
      <ItemText icon={props.icon}>{props.children}</ItemText>
      <span class="ui-menu__check">{props.checked ? <Check size={16} aria-hidden="true" /> : null}</span>
    </button>
  )
}

/** Items that belong together, under a small title. */
export function MenuGroup(props: { readonly label: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <div role="group" class="ui-menu__group" aria-label={props.label}>
      <div class="ui-menu__heading" aria-hidden="true">
        {props.label}
      </div>
      {props.children}
    </div>
  )
}

export function MenuSeparator(): JSX.Element {
  return <div role="separator" class="ui-menu__separator" />
}

function ItemText(props: ItemProps): JSX.Element {
  return (
    <>
      <Show when={props.icon}>
        {icon => <span class="ui-menu__icon">{icon()({ size: 18, strokeWidth: 1.75, 'aria-hidden': 'true' })}</span>}
      </Show>
      <span>{props.children}</span>
    </>
  )
}
