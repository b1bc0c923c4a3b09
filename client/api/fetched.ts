import { createEffect, createSignal, onCleanup, untrack } from 'solid-js'
import { onLive } from '#client/sync'
import type { Result } from '#shared/core'
import type { LiveTopic } from '#shared/wire'
import type { ApiProblem } from './call.ts'

export interface Fetched<T> {
  /** The last answer; undefined before the first. It stands while a newer one is on its way. */
  readonly value: () => T | undefined
  /** Why the last request failed; null when it did not. */
  readonly problem: () => ApiProblem | null
  readonly loading: () => boolean
  /** Asks again; done when an answer asked for now or later stands. */
  readonly refetch: () => Promise<void>
}

/** Something that changes what is shown. */
export interface Hint {
  readonly topic: LiveTopic
  /** Of this thing alone. */
  readonly id?: string
  /** How long hints of it are gathered before they are one fetch: one act changes several things. 150 unless told. */
  readonly gapMs?: () => number
}

const usualGapMs = 150

/**
 * Fetches what a page shows: at once, again whenever a signal that `load` reads changes, and again when the server says
 * that something of these topics changed. Of overlapping answers the one asked for last stands.
 */
export function createFetched<T>(
  load: () => Promise<Result<T, ApiProblem>>,
  hints: readonly (LiveTopic | Hint)[] = [],
): Fetched<T> {
  const [value, setValue] = createSignal<T>()
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  const [loading, setLoading] = createSignal(true)
  let asked = 0
  let newest = Promise.resolve()

  const take = (answer: Promise<Result<T, ApiProblem>>): Promise<void> => (newest = settle(answer, ++asked))
  const settle = async (answer: Promise<Result<T, ApiProblem>>, mine: number): Promise<void> => {
    setLoading(true)
    const result = await answer
    // Whoever waits for an overtaken answer acts on what stands then, so waits for the newer one.
    if (mine !== asked) return newest
    if (result.ok) setValue(() => result.value)
    setProblem(result.ok ? null : result.problem)
    setLoading(false)
  }
  const refetch = (): Promise<void> => untrack(() => take(load()))
  createEffect(() => {
    const answer = load()
    untrack(() => void take(answer))
  })

  let gathering: { readonly gapMs: number; readonly timer: ReturnType<typeof setTimeout> } | null = null
  const stop = (): void => {
    if (gathering) clearTimeout(gathering.timer)
    gathering = null
  }
  const gather = (gapMs: number): void => {
    if (gathering && gathering.gapMs <= gapMs) return
    stop()
    const fetchGathered = (): void => {
      gathering = null
      void refetch()
    }
    gathering = { gapMs, timer: setTimeout(fetchGathered, gapMs) }
  }
  for (const hint of hints) {
    const { topic, id = null, gapMs } = typeof hint === 'string' ? { topic: hint } : hint
    onCleanup(onLive(topic, id, () => gather(gapMs?.() ?? usualGapMs)))
  }
  onCleanup(() => {
    stop()
    asked++
    newest = Promise.resolve()
  })
  return { value, problem, loading, refetch }
}
