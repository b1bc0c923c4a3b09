/** What every slice's routes repeat: in the OpenAPI definition what a route answers, and in its handler the answer. */
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Result } from '#shared/core'
import type { Problem } from '#shared/problem'
import { problemResponses, refuse } from './problems.ts'

export function json<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } } as const
}

/** A successful JSON answer beside all problems. */
export function answers<Status extends 200 | 201, S extends z.ZodType>(status: Status, schema: S, description: string) {
  return withProblems(keyed(status, { description, content: { 'application/json': { schema } } }))
}

/** A successful answer without a body beside all problems. */
export function answersEmpty(description: string) {
  return { ...problemResponses, 204: { description } } as const
}

/** What was read or made, where the route `answers`; or its refusal. */
export function answer<T extends object, Status extends 200 | 201>(
  c: Context,
  result: Result<T, Problem>,
  status: Status,
) {
  return result.ok ? c.json(result.value, status) : refuse(c, result.problem)
}

/** Nothing but that it is done, where the route `answersEmpty`; or its refusal. */
export function answerEmpty(c: Context, result: Result<unknown, Problem>) {
  return result.ok ? c.body(null, 204) : refuse(c, result.problem)
}

// A spread would turn the numbers that name the statuses into text, and the routes would lose their types.
function withProblems<R>(responses: R): typeof problemResponses & R {
  return { ...problemResponses, ...responses }
}

function keyed<K extends number, V>(key: K, value: V): { readonly [P in K]: V } {
  return { [key]: value }
}
