import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js'
import type { Result } from '#shared/core'
import type { LiveTopic } from '#shared/wire'
import { onLive } from '#client/sync'
import type { ApiProblem } from '../api/call.ts'

export interface Fetched<T> {
  /** The last answer; undefined before the first. It stands while a newer one is on its way or fails. */
  readonly value: Accessor<T | undefined>
  /** Why the last attempt failed; null once one succeeds. */
  readonly problem: Accessor<ApiProblem | null>
  readonly refetch: () => Promise<void>
}

/** What else changes what is shown, and how long hints of it are gathered: a roomful of people casts within seconds. */
export interface Often {
  readonly topic: LiveTopic
  readonly gapMs: () => number
}

/** Fetches now and after every hint that the thing has changed; an answer that was overtaken is dropped. */
export function createFetched<T>(
  load: () => Promise<Result<T, ApiProblem>>,
  topic: LiveTopic,
  id: string | null,
  often?: Often,
): Fetched<T> {
  const [value, setValue] = createSignal<T>()
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  let asked = 0
  const refetch = async (): Promise<void> => {
    const turn = ++asked
    const answer = await load()
    if (turn !== asked) return
    if (answer.ok) setValue(() => answer.value)
    setProblem(answer.ok ? null : answer.problem)
  }
  onMount(() => {
    void refetch()
    onCleanup(onLive(topic, id, () => void refetch()))
    if (!often) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const gather = (): void => {
      waiting ??= setTimeout(() => {
        waiting = undefined
        void refetch()
      }, often.gapMs())
    }
    onCleanup(onLive(often.topic, id, gather))
    onCleanup(() => clearTimeout(waiting))
  })
  return { value, problem, refetch }
}

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
