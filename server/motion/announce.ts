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

type Announced = Pick<Motion, 'id' | 'subjectKind' | 'subjectId' | 'baseId' | 'meeting'>

/**
 * Tells pages after the commit that somebody has cast. The vote's own page and the room's floor follow that; other pages,
 * which hundreds may have open in the room, do not fetch for each ballot what no ballot changes.
 */
export function announceBallots({ bus }: Pick<Deps, 'bus'>, { id, meeting }: Announced): void {
  bus.publish({ type: 'changed', topic: 'ballot', id })
  if (meeting) bus.publish({ type: 'floorChanged', meetingId: meeting.meetingId })
}

/**
 * Tells pages that a vote has changed, after the commit.
 *
 * @param what `moved`: the text under vote has changed its state too; `vote`: only the vote has
 */
export function announce({ bus }: Pick<Deps, 'bus'>, motion: Announced, what: 'moved' | 'vote'): void {
  bus.publish({ type: 'changed', topic: 'motion', id: motion.id })
  if (motion.meeting) bus.publish({ type: 'changed', topic: 'meeting', id: motion.meeting.meetingId })
  if (what === 'vote') return
  const [version, base] = topics[motion.subjectKind]
  bus.publish({ type: 'changed', topic: version, id: motion.subjectId })
  bus.publish({ type: 'changed', topic: base, id: motion.baseId })
}
