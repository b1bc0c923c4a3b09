/** Single keys that act in the room. They can be switched off (WCAG 2.1.4), and rest while something is typed. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'

export type RoomKey = 'help' | 'follow' | 'previous' | 'next' | 'speak' | 'vote' | 'callNext' | 'current' | 'goOn'

/** Character of each; `whom` the help names. */
export const roomKeys = {
  follow: { key: 'g', whom: 'everybody' },
  previous: { key: 'k', whom: 'everybody' },
  next: { key: 'j', whom: 'everybody' },
  speak: { key: 's', whom: 'everybody' },
  vote: { key: 'v', whom: 'everybody' },
  help: { key: '?', whom: 'everybody' },
  callNext: { key: 'n', whom: 'conduct' },
  current: { key: 'c', whom: 'conduct' },
  goOn: { key: 'f', whom: 'conduct' },
} as const satisfies Record<RoomKey, { readonly key: string; readonly whom: 'everybody' | 'conduct' }>

export const roomKeyNames: readonly RoomKey[] = [
  'follow',
  'previous',
  'next',
  'speak',
  'vote',
  'help',
  'callNext',
  'current',
  'goOn',
]

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'defaultPrevented'>

/** @returns the act that this key stands for; null for none, and for a key held down or pressed with others */
export function keyOf(event: Pressed): RoomKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return null
  return roomKeyNames.find(name => roomKeys[name].key === event.key.toLowerCase()) ?? null
}

const writingPlaces = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="menu"]'

/** Whether a key pressed here writes or chooses something. */
export function isWritingPlace(element: Element | null): boolean {
  return element !== null && element.closest(writingPlaces) !== null
}

/** A choice that this browser remembers. */
function createSwitch(storageKey: string, byDefault: boolean): readonly [Accessor<boolean>, (on: boolean) => void] {
  const kept = (): boolean => {
    try {
      const choice = localStorage.getItem(storageKey)
      return choice === null ? byDefault : choice === 'on'
    } catch {
      return byDefault
    }
  }
  const [isOn, setSignal] = createSignal(kept())
  const set = (on: boolean): void => {
    setSignal(on)
    try {
      localStorage.setItem(storageKey, on ? 'on' : 'off')
    } catch {
      // storage refused: the choice lasts as long as the page
    }
  }
  return [isOn, set]
}

/** Whether single keys act, in this browser. */
export const [keysOn, setKeysOn] = createSwitch('plenary.roomKeys', true)

/** Whether those of who conducts do: they act on everybody's screen, so they are off until somebody wants them. */
export const [conductKeysOn, setConductKeysOn] = createSwitch('plenary.roomConductKeys', false)

/** Acts on keys for as long as its owner lives. A key without an act is left to the browser. */
export function createKeys(acts: Accessor<Partial<Record<RoomKey, () => void>>>): void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!keysOn() || isWritingPlace(document.activeElement) || document.querySelector('dialog[open]')) return
    const name = keyOf(event)
    const act = name && acts()[name]
    if (!act) return
    event.preventDefault()
    act()
  }
  document.addEventListener('keydown', onKeyDown)
  onCleanup(() => document.removeEventListener('keydown', onKeyDown))
}
