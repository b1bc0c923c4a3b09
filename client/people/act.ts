import { createSignal } from 'solid-js'
import type { Result } from '#shared/core'
import type { ApiProblem } from '../api/call.ts'

export interface Act<A extends readonly unknown[]> {
  /** @returns whether it was done */
  readonly run: (...args: A) => Promise<boolean>
  readonly busy: () => boolean
  /** Why the last attempt was refused; null while another is under way. */
  readonly problem: () => ApiProblem | null
  readonly forget: () => void
}

/** An act of the reader: one at a time, with its refusal kept for the form to show. */
export function createAct<A extends readonly unknown[]>(
  work: (...args: A) => Promise<Result<unknown, ApiProblem>>,
): Act<A> {
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  return {
    busy,
    problem,
    forget: () => setProblem(null),
    async run(...args) {
      setBusy(true)
      setProblem(null)
      const result = await work(...args)
      setBusy(false)
      setProblem(result.ok ? null : result.problem)
      return result.ok
    },
  }
}
