import { onCleanup, onMount } from 'solid-js'

/**
 * Keeps the device's screen on for as long as the page is shown, where the browser can: it gives the lock back whenever
 * the page goes out of sight, and it is asked for again when it returns.
 */
export function createWakeLock(): void {
  onMount(() => {
    let lock: WakeLockSentinel | null = null
    let isOver = false
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        const given = await navigator.wakeLock.request('screen')
        if (isOver) await given.release()
        else lock = given
      } catch {
        // refused, by low battery or by the browser: the screen goes dark when the device says so
      }
    }
    const onVisible = (): void => void ask()
    document.addEventListener('visibilitychange', onVisible)
    void ask()
    onCleanup(() => {
      isOver = true
      document.removeEventListener('visibilitychange', onVisible)
      void lock?.release()
    })
  })
}
