import { asId, type MotionId } from '#shared/core'
import { findGroup } from '#server/group'
import type { RecordVotes } from '#server/record'
import { mayRead } from './standing.ts'
import { findMotion, findStoredMotion, storedEvents } from './store.ts'

/** Decided votes for the file of the whole record, byte for byte as they are stored, to whoever may read them. */
export const motionVotes: RecordVotes = {
  async mayRead(queries, actor, id) {
    const motion = await findMotion(queries, asId<MotionId>(id))
    const group = motion && (await findGroup(queries, motion.groupId))
    return !!group && mayRead(actor, group, motion)
  },
  async load(queries, id) {
    const motion = await findStoredMotion(queries, asId<MotionId>(id))
    const log = (await storedEvents(queries, asId<MotionId>(id))).map(({ event }) => event)
    return { frozen: motion?.snapshot ?? '', log, decision: motion?.decision ?? '' }
  },
}
