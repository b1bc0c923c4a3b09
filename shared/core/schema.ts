/** What the bodies and answers of all routes are made of. Server only: the browser takes their types alone. */
import { z } from 'zod'
import { digestPattern } from './digest.ts'
import { asId, idPattern, type Id } from './ids.ts'

/** An id in a path, body or answer, branded. */
export function id<I extends Id<string>>() {
  return z
    .string()
    .regex(idPattern)
    .transform(value => asId<I>(value))
}

export const count = z.number().int().min(0)

/** Milliseconds since 1970; the last one is the last that a date can have (ECMA-262, 21.4.1.1). */
export const instant = z.number().int().min(0).max(8_640_000_000_000_000)

export const digest = z.string().regex(digestPattern)
