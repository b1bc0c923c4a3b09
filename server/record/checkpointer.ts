import type { Deps } from '../deps.ts'
import { signCheckpoint, type SigningRefusal } from './signing.ts'

/** Signs at most this often: what is recorded in between goes into the next checkpoint. */
const restMs = 1_000

export interface Checkpointer {
  /** Why the record was not signed the last time it was looked at; null where it was. */
  refusal(): SigningRefusal | null
  /** Resolves when nothing is being signed any more. */
  stop(): Promise<void>
}

/**
 * Signs checkpoints for as long as the server runs: at once when something was committed and it is idle, and once more
 * after its rest for all that was committed meanwhile. It looks at the start too, for what was committed before. [L2]
 */
export function startCheckpointer(deps: Deps): Checkpointer {
  let refusal: SigningRefusal | null = null
  let underWay: Promise<void> = Promise.resolve()
  let rest: NodeJS.Timeout | null = null
  let wanted = false
  let stopped = false

  async function sign(): Promise<void> {
    const signed = await signCheckpoint(deps)
    const found = signed.ok ? null : signed.problem
    if (found && found.reason !== refusal?.reason) {
      deps.log.error('record-not-signed', new Error(found.reason), { ...found })
    }
    refusal = found
  }

  function wake(): void {
    if (stopped) return
    if (rest !== null) {
      wanted = true
      return
    }
    wanted = false
    underWay = sign().catch((error: unknown) => deps.log.error('record-not-signed', error))
    rest = setTimeout(() => void rested(), restMs)
    rest.unref()
  }

  async function rested(): Promise<void> {
    await underWay
    rest = null
    if (wanted) wake()
  }

  const unsubscribe = deps.bus.subscribe(event => {
    if (event.type === 'committed') wake()
  })
  wake()
  return {
    refusal: () => refusal,
    async stop() {
      stopped = true
      unsubscribe()
      if (rest !== null) clearTimeout(rest)
      await underWay
    },
  }
}
