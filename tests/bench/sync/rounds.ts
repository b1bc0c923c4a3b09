import type { ServerKind } from './server-process.ts'

/** Results by server, in the order of the rounds. */
export type Rounds<T> = ReadonlyMap<ServerKind, readonly T[]>

/** Servers take turns in every round, so that what the machine does meanwhile falls on all of them. */
export async function takeTurns<T>(
  kinds: readonly ServerKind[],
  rounds: number,
  measure: (kind: ServerKind, round: number) => Promise<T>,
): Promise<Rounds<T>> {
  const results = new Map<ServerKind, T[]>(kinds.map(kind => [kind, []]))
  for (let round = 0; round < rounds; round++) {
    for (const kind of kinds) results.get(kind)?.push(await measure(kind, round))
  }
  return results
}

/** One number of each round. */
export function each<T>(results: Rounds<T>, kind: ServerKind, number: (result: T) => number): readonly number[] {
  return (results.get(kind) ?? []).map(number)
}
