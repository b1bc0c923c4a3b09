import { createComputed, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { SyncStatus } from './status.ts'

/** A server that is well answers within a fraction of this. */
const patienceMs = 5_000

/**
 * Whether the server has taken nothing for a while of what was written, though the connection seems to stand. Somebody who
 * types without a pause may have unsaved words all the time: as long as earlier ones are confirmed, nothing is late.
 */
export function createLate(status: Accessor<SyncStatus>): Accessor<boolean> {
  const [late, setLate] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const waitingSince = createMemo(() => {
    const now = status()
    return now.kind === 'unsaved' ? now.confirmed : null
  })
  createComputed(() => {
    clearTimeout(timer)
    setLate(false)
    if (waitingSince() !== null) timer = setTimeout(() => setLate(true), patienceMs)
  })
  onCleanup(() => clearTimeout(timer))
  return late
}
