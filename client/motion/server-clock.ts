import { createSignal, onCleanup, type Accessor } from 'solid-js'

/**
 * The server's time, to the second.
 *
 * @param serverNow as the server gave it with its last answer; what the device's clock says counts for nothing [V5]
 */
export function createServerClock(serverNow: Accessor<number | undefined>): Accessor<number> {
  const [tick, setTick] = createSignal(performance.now())
  const timer = setInterval(() => setTick(performance.now()), 1_000)
  onCleanup(() => clearInterval(timer))
  let given: { readonly server: number; readonly at: number } | null = null
  return () => {
    const server = serverNow()
    if (server !== undefined && given?.server !== server) given = { server, at: performance.now() }
    return given === null ? Date.now() : given.server + Math.max(0, tick() - given.at)
  }
}
