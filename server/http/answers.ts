/** Small pieces of OpenAPI definitions that every slice repeats. */
import { z } from '@hono/zod-openapi'
import { problemResponses } from './problems.ts'

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

// A spread would turn the numbers that name the statuses into text, and the routes would lose their types.
function withProblems<R>(responses: R): typeof problemResponses & R {
  return { ...problemResponses, ...responses }
}

function keyed<K extends number, V>(key: K, value: V): { readonly [P in K]: V } {
  return { [key]: value }
}
