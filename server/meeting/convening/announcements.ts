/** What a meeting is told of without anybody having proposed it. [V11] */
import type { Actor } from '#shared/access'
import type { MotionId } from '#shared/core'
import { decisionLabel } from '#shared/decision'
import { meetingLimits, type MeetingKind } from '#shared/meeting'
import type { Queries } from '#server/db'
import { decisionsBySilence } from '#server/motion'
import { findPerson } from '#server/people'
import type { PlacedMeeting } from '../access.ts'
import { announcedMotions } from '../agenda-store.ts'

export interface Announcement {
  readonly motionId: MotionId
  /** What the item is called. */
  readonly title: string
}

/** Meetings to which a group comes as a whole. */
const wholeKinds: readonly MeetingKind[] = ['nwg', 'twg', 'joint']

/** In the language of whoever convenes, which is that of the rest of the agenda. */
const words = {
  en: (label: string, title: string) => `Adopted by silence: ${label}, ${title}`,
  fr: (label: string, title: string) => `Adopté par silence\u202f: ${label}, ${title}`,
} as const

/**
 * Decisions that silence has adopted and no meeting of the group was told of yet, the first one first. One whose item was
 * struck, or whose meeting was cancelled, is told of at the next.
 */
export async function silentDecisions(
  queries: Queries,
  { meeting, bodies }: PlacedMeeting,
  actor: Actor,
): Promise<readonly Announcement[]> {
  if (!wholeKinds.includes(meeting.kind)) return []
  const locale = (await findPerson(queries, actor.personId))?.locale === 'fr' ? 'fr' : 'en'
  const told: Announcement[] = []
  for (const { id, code } of bodies) {
    const decisions = await decisionsBySilence(queries, id)
    const known = await announcedMotions(
      queries,
      decisions.map(one => one.motionId),
    )
    for (const { motionId, title, ...numbered } of decisions) {
      if (known.has(motionId)) continue
      told.push({ motionId, title: shortened(words[locale](decisionLabel(code, numbered), title)) })
    }
  }
  return told
}

/** The text's own title may be as long as an item's may be. */
function shortened(title: string): string {
  return title.length <= meetingLimits.title ? title : `${title.slice(0, meetingLimits.title - 1)}…`
}
