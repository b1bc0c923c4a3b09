import { createSignal, onCleanup, type Accessor } from 'solid-js'

/** Whether the browser believes it has a network. False is certain, true is not. */
export function createOnline(): Accessor<boolean> {
  const [online, setOnline] = createSignal(navigator.onLine)
  const update = (): void => {
    setOnline(navigator.onLine)
  }
  window.addEventListener('online', update)
  window.addEventListener('offline', update)
  onCleanup(() => {
    window.removeEventListener('online', update)
    window.removeEventListener('offline', update)
  })
  return online
}
