import { createSignal, onCleanup } from 'solid-js'

/** Below this the parts of a section stand behind tabs; the same width as in section.css. */
const narrowQuery = '(max-width: 63.99rem)'

/** Whether the window is too narrow to show the parts of a section side by side. */
export function createNarrow(): () => boolean {
  const query = matchMedia(narrowQuery)
  const [isNarrow, setNarrow] = createSignal(query.matches)
  const follow = (): void => void setNarrow(query.matches)
  query.addEventListener('change', follow)
  onCleanup(() => query.removeEventListener('change', follow))
  return isNarrow
}
