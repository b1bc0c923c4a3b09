import type { Deps } from '../deps.ts'
import type { LiveTopic } from '#shared/wire'
import type { Motion } from './motion.ts'
import type { MotionSubjectKind } from './subject.ts'

/** What a vote's text and its lineage are called on the pages that show them. */
const topics = {
  sectionVersion: ['sectionVersion', 'section'],
  planVersion: ['planVersion', 'plan'],
  minutesVersion: ['minutes', 'minutes'],
  termsVersion: ['terms', 'terms'],
  // An election is shown with its group, which is its lineage.
  election: ['group', 'group'],
  amendment: ['amendment', 'amendment'],
} as const satisfies Record<MotionSubjectKind, readonly [LiveTopic, LiveTopic]>

/**
 * Tells pages that a vote has changed, after the commit.
 *
 * @param what `moved`: the text under vote has changed its state too; `ballots`: only the vote has
 */
export function announce(
  { bus }: Pick<Deps, 'bus'>,
  motion: Pick<Motion, 'id' | 'subjectKind' | 'subjectId' | 'baseId' | 'meeting'>,
  what: 'moved' | 'ballots',
): void {
  bus.publish({ type: 'changed', topic: 'motion', id: motion.id })
  if (motion.meeting) bus.publish({ type: 'changed', topic: 'meeting', id: motion.meeting.meetingId })
  if (what === 'ballots') return
  const [version, base] = topics[motion.subjectKind]
  bus.publish({ type: 'changed', topic: version, id: motion.subjectId })
  bus.publish({ type: 'changed', topic: base, id: motion.baseId })
}
