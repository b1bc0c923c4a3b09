import { createSignal } from 'solid-js'

export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

// public/theme.js reads it before the first paint.
const storageKey = 'plenary.theme'

const [theme, setSignal] = createSignal<Theme>(applied())

/** The theme chosen in this browser; `system` follows the device. */
export { theme }

export function setTheme(next: Theme): void {
  setSignal(next)
  if (next === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = next
  try {
    if (next === 'system') localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, next)
  } catch {
    // storage refused: the choice lasts as long as the page
  }
}

function applied(): Theme {
  const set = document.documentElement.dataset['theme']
  return set === 'light' || set === 'dark' ? set : 'system'
}
