/** Results as tests look at them. */
import type { Result } from '#shared/core'

/** The value of what must not be refused here. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

/** `ok`, or what refused it. */
export const typeOf = (result: Result<unknown, { readonly type: string }>): string =>
  result.ok ? 'ok' : result.problem.type
