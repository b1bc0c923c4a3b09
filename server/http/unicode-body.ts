import type { MiddlewareHandler } from 'hono'
import { refuse } from './problems.ts'
import type { AppEnv } from './router.ts'

/** Only an escape can bring them into JSON: a body's bytes are read as UTF-8, which has neither. */
const suspicious = /\\u(?:d[89a-f]|0000)/i
const unfit = /\p{Surrogate}|\0/u

/**
 * Refuses JSON with half a surrogate pair, which is no Unicode text and has no canonical form, or with a NUL, which
 * ends a text for many a program that reads it later.
 */
export const unicodeBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const text = await c.req.text()
  if (suspicious.test(text) && holdsUnfitText(text)) {
    return refuse(c, { type: 'invalid-input', errors: [{ path: '/', message: 'A text is not Unicode.' }] })
  }
  return next()
}

function holdsUnfitText(json: string): boolean {
  let found = false
  try {
    JSON.parse(json, (key, value: unknown) => {
      found ||= unfit.test(key) || (typeof value === 'string' && unfit.test(value))
      return value
    })
  } catch {
    // No JSON at all: the route refuses it.
  }
  return found
}
