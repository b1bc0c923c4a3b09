import type { Actor } from '#shared/access'
import type { Instant } from '#shared/core'
import type { MeetingSettings, Reply } from '#shared/meeting'
import type { Queries } from '#server/db'
import { loadGroups, settingsByGroup } from '#server/group'
import { mayReadMeeting, seatsHeld, seatsInvited, type PlacedMeeting } from './access.ts'
import { countItems } from './agenda-store.ts'
import { repliesByMeeting } from './attendance-store.ts'
import { bodiesByMeeting, selectMeetings } from './store.ts'

/** A meeting that is not over, as it lies before one person. */
export interface MeetingAhead extends PlacedMeeting {
  readonly settings: MeetingSettings
  readonly items: number
  /** Seats of it that the person speaks for. */
  readonly mine: ReturnType<typeof seatsHeld>
  readonly invited: ReturnType<typeof seatsInvited>
  /** By seat. */
  readonly replies: ReadonlyMap<string, Reply>
}

/** Meetings that are not over and that this person may see, the next one first. */
export async function meetingsAhead(queries: Queries, actor: Actor, now: Instant): Promise<readonly MeetingAhead[]> {
  const states = ['draft', 'convened', 'inSession', 'suspended'] as const
  const meetings = await selectMeetings(queries, { states })
  const ids = meetings.map(meeting => meeting.id)
  const bodies = await bodiesByMeeting(queries, ids)
  const items = await countItems(queries, ids)
  const replies = await repliesByMeeting(queries, ids)
  const groups = await loadGroups(queries, now)
  const settings = await settingsByGroup(queries)
  const ahead: MeetingAhead[] = []
  for (const meeting of meetings.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const group = groups.find(one => one.id === meeting.groupId)
    const set = group && settings.get(group.id)
    if (!group || !set) continue
    const own = bodies.get(meeting.id) ?? []
    const placed = { meeting, group, bodies: groups.filter(one => own.includes(one.id)) }
    if (!mayReadMeeting(actor, placed)) continue
    ahead.push({
      ...placed,
      settings: set,
      items: items.get(meeting.id) ?? 0,
      mine: seatsHeld(actor, placed),
      invited: seatsInvited(placed),
      replies: replies.get(meeting.id) ?? new Map(),
    })
  }
  return ahead
}
