import type { Queries } from '#server/db'
import type { MotionWithLog } from './motion.ts'
import { candidatesOf, type Names } from './present.ts'
import { personNames } from './store.ts'

/** Names of all who stand in these votes. [V12] */
export function candidateNames(queries: Queries, motions: readonly MotionWithLog[]): Promise<Names> {
  return personNames(queries, [...new Set(motions.flatMap(candidatesOf))])
}
