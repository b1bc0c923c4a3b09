/** The one place where answers of the API become values: a Result of what was asked for, or the problem. */
import { err, ok, type Result } from '#shared/core'
import type { Problem } from '#shared/problem'
import type { ClientResponse } from 'hono/client'

/** A refusal by the server, or no answer from it. */
export type ApiProblem = Problem | { readonly type: 'unreachable' }

/** What an endpoint gives when it does what it was asked. */
type Success<R> =
  R extends ClientResponse<infer T, infer Status, infer Format>
    ? Status extends 200 | 201
      ? Format extends 'json'
        ? T
        : never
      : Status extends 204
        ? void
        : never
    : never

/**
 * Awaits an answer.
 *
 * - `unreachable`: the request did not arrive, or the answer is not one of this API's
 * - every problem of the server
 */
export async function call<R extends ClientResponse<unknown>>(
  request: Promise<R>,
): Promise<Result<Success<R>, ApiProblem>> {
  try {
    const response = await request
    if (response.ok) return ok(parseSuccess<Success<R>>(response.status === 204 ? undefined : await response.json()))
    return err(parseProblem(await response.json()))
  } catch {
    return err({ type: 'unreachable' })
  }
}

/** The server answered by its own schema: its types are trusted here, and only here. */
export function parseSuccess<T>(body: unknown): T {
  return body as T
}

/** @returns `unreachable` for what is no problem of this API */
export function parseProblem(body: unknown): ApiProblem {
  if (typeof body !== 'object' || body === null || !('type' in body) || typeof body.type !== 'string') {
    return { type: 'unreachable' }
  }
  return { ...body, type: body.type.replace('/problems/', '') } as ApiProblem
}
