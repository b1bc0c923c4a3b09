import type { Actor } from '#shared/access'
import { err, ok, type MeetingId, type Result } from '#shared/core'
import { meetingStates } from '#shared/meeting'
import type { MeetingAnswer, MeetingListQuery, MeetingSummary } from '#shared/meeting/schema'
import type { CommonProblem } from '#shared/problem'
import { loadGroups } from '#server/group'
import type { Deps } from '../deps.ts'
import { mayReadMeeting, seatsHeld, type PlacedMeeting } from './access.ts'
import { countItems } from './agenda-store.ts'
import { repliesByMeeting } from './attendance-store.ts'
import { presentMeeting } from './floor.ts'
import type { FloorCache } from './floor-cache.ts'
import type { MeetingParts } from './ports.ts'
import { bodiesByMeeting, selectMeetings } from './store.ts'

/** The meetings this person may see, the latest first. */
export async function listMeetings(
  deps: Pick<Deps, 'read' | 'now'>,
  parts: MeetingParts,
  actor: Actor,
  query: MeetingListQuery,
): Promise<MeetingSummary[]> {
  const states = query.when === undefined ? undefined : meetingStates.filter(state => whenOf[state] === query.when)
  const meetings = await selectMeetings(deps.read, { group: query.group, states })
  const groups = await loadGroups(deps.read, deps.now())
  const ids = meetings.map(meeting => meeting.id)
  const bodies = await bodiesByMeeting(deps.read, ids)
  const items = await countItems(deps.read, ids)
  const replies = await repliesByMeeting(deps.read, ids)
  const minutes = await parts.minutes.standings(deps.read, ids)
  return meetings.flatMap(meeting => {
    const group = groups.find(one => one.id === meeting.groupId)
    if (!group) return []
    const placed: PlacedMeeting = {
      meeting,
      group,
      bodies: groups.filter(one => bodies.get(meeting.id)?.includes(one.id)),
    }
    if (!mayReadMeeting(actor, placed)) return []
    const { id, title, kind, state, startsAt, endsAt, timeZone, place, seriesId } = meeting
    return [
      {
        id,
        title,
        kind,
        group: { id: group.id, code: group.code, name: group.name, kind: group.kind },
        state,
        startsAt,
        endsAt,
        timeZone,
        place,
        seriesId,
        items: items.get(id) ?? 0,
        myReplies: seatsHeld(actor, placed).map(seat => ({
          seatId: seat.id,
          label: seat.organisationName ?? seat.label,
          reply: replies.get(id)?.get(seat.id) ?? null,
        })),
        minutes: minutes.get(id) ?? null,
      },
    ]
  })
}

const whenOf = {
  draft: 'ahead',
  convened: 'ahead',
  inSession: 'ahead',
  suspended: 'ahead',
  adjourned: 'past',
  recorded: 'past',
  cancelled: 'past',
} as const

/** One meeting. Fails with `not-found` alike for one that is missing and one that is hidden. */
export async function readMeeting(
  deps: Pick<Deps, 'read' | 'now'>,
  parts: MeetingParts,
  floors: Pick<FloorCache, 'read'>,
  actor: Actor,
  id: MeetingId,
): Promise<Result<MeetingAnswer, CommonProblem>> {
  const known = await floors.read(id)
  if (!known || !mayReadMeeting(actor, known.placed)) return err({ type: 'not-found' })
  const floor = { ...known.floor, serverNow: deps.now() }
  return ok(presentMeeting(actor, known.placed, floor, await parts.minutes.takers(deps.read, id)))
}
