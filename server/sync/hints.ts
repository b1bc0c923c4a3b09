import type { LiveMessage } from '#shared/wire'

export interface Hints {
  /** Something has changed: it is told at once, or with what else happens to the same thing within its rest. */
  give(hint: LiveMessage): void
  close(): void
}

/**
 * Paces what is told to every open page, so that two hundred ballots in a second are not two hundred fetches of the vote.
 *
 *     quiet ── told ─→ resting ── again ─→ resting, with more to tell
 *       ↑                 │                    │
 *       └── rest over ────┘   rest over: told ─┘
 *
 * @param tell to all
 * @param restMs between two hints on the same thing
 */
export function createHints(tell: (hint: LiveMessage) => void, restMs: number): Hints {
  const resting = new Map<string, { readonly timer: NodeJS.Timeout; again: boolean }>()

  function tellAndRest(key: string, hint: LiveMessage): void {
    tell(hint)
    const timer = setTimeout(() => {
      const again = resting.get(key)?.again
      resting.delete(key)
      if (again) tellAndRest(key, hint)
    }, restMs)
    resting.set(key, { timer: timer.unref(), again: false })
  }

  return {
    give(hint) {
      const key = `${hint.topic} ${hint.id}`
      const rest = resting.get(key)
      if (rest) rest.again = true
      else tellAndRest(key, hint)
    },
    close() {
      for (const { timer } of resting.values()) clearTimeout(timer)
      resting.clear()
    },
  }
}
