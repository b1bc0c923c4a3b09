import { createSignal, onCleanup } from 'solid-js'

/** Below this the parts of the room stand behind tabs; the same width as in room.css. */
const narrowQuery = '(max-width: 59.99rem)'

/** Whether the window is too narrow to show the parts of the room side by side. */
export function createNarrow(): () => boolean {
  const query = matchMedia(narrowQuery)
  const [isNarrow, setNarrow] = createSignal(query.matches)
  const look = (): void => void setNarrow(query.matches)
  query.addEventListener('change', look)
  onCleanup(() => query.removeEventListener('change', look))
  return isNarrow
}
