import { createComputed, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { SyncStatus } from './status.ts'

/** How long something must have been so before the line says that it is better than it was. */
const calmMs = 800

/**
 * The state without its flicker: while somebody types, each letter is for a moment on its way, or without a connection on
 * this page only. That all is saved, or kept on the device, is said once the typing has paused; whatever is worse is said
 * at once, so the line never promises more than is true.
 */
export function createCalm(status: Accessor<SyncStatus>): Accessor<SyncStatus> {
  const [shown, show] = createSignal(status())
  let timer: ReturnType<typeof setTimeout> | undefined
  createComputed(() => {
    const next = status()
    clearTimeout(timer)
    if (isOnlyBetter(shown(), next)) timer = setTimeout(() => show(next), calmMs)
    else show(next)
  })
  onCleanup(() => clearTimeout(timer))
  return shown
}

function isOnlyBetter(before: SyncStatus, after: SyncStatus): boolean {
  if (before.kind === 'unsaved' && after.kind === 'saved') return after.afresh === null
  if (before.kind !== after.kind || !('words' in before) || !('words' in after)) return false
  return before.words === 'page' && after.words === 'device'
}
