import { createNow } from '#client/ui'
import { yearOf } from '#shared/participation'

/** The running year, as figures tell it: in UTC. */
export function thisYear(): number {
  return yearOf(createNow()())
}
