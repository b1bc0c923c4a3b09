/** Ends a switch over a union: a new variant no longer compiles until it is handled here. */
export function assertNever(value: never): never {
  throw new Error(`unhandled variant: ${JSON.stringify(value)}`)
}

/** For what cannot be unless the program is wrong. Never for input. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`)
}
