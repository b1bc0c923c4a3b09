import { createComputed, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { SyncStatus } from './status.ts'

/** How long words must have been on the device before the line says so. */
const calmMs = 800

/**
 * The state without its flicker: while somebody types without a connection, each letter is for a moment on this page only.
 * That it is kept on the device is said once the typing has paused; whatever is worse is said at once, so the line never
 * promises more than is true.
 */
export function createCalm(status: Accessor<SyncStatus>): Accessor<SyncStatus> {
  const [shown, show] = createSignal(status())
  let timer: ReturnType<typeof setTimeout> | undefined
  createComputed(() => {
    const next = status()
    clearTimeout(timer)
    if (isOnlyBetterKept(shown(), next)) timer = setTimeout(() => show(next), calmMs)
    else show(next)
  })
  onCleanup(() => clearTimeout(timer))
  return shown
}

function isOnlyBetterKept(before: SyncStatus, after: SyncStatus): boolean {
  if (before.kind !== after.kind || !('words' in before) || !('words' in after)) return false
  return before.words === 'page' && after.words === 'device'
}
