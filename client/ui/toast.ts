import { createSignal } from 'solid-js'
import type { NoticeTone } from './Notice.tsx'

export interface Toast {
  readonly key: number
  readonly tone: NoticeTone
  readonly text: string
}

/** Long enough to read twice; alarms stay until dismissed. */
const shownForMs = 7_000

const [toasts, setToasts] = createSignal<readonly Toast[]>([])
let lastKey = 0

export { toasts }

/** Tells the outcome of an act whose place on the page has gone; anything lasting belongs in a Notice. */
export function showToast(text: string, tone: NoticeTone = 'success'): void {
  const key = ++lastKey
  setToasts(shown => [...shown, { key, tone, text }].slice(-3))
  if (tone !== 'alarm') setTimeout(() => dismissToast(key), shownForMs)
}

export function dismissToast(key: number): void {
  setToasts(shown => shown.filter(toast => toast.key !== key))
}
