import { can, type Actor } from '#shared/access'
import { calendarFile } from '#shared/calendar'
import { err, hourMs, ok, sha256Hex, type Digest, type GroupId, type MeetingId, type Result } from '#shared/core'
import type { CommonProblem } from '#shared/problem'
import { findGroup, loadActor, loadGroups } from '#server/group'
import {
  bodiesByMeeting,
  itemsByMeeting,
  mayReadMeeting,
  placeMeeting,
  seatsHeld,
  selectMeetings,
  subjectOf,
  type PlacedMeeting,
} from '#server/meeting'
import { findPerson } from '#server/people'
import { findWorkspace } from '#server/session'
import type { Deps } from '../deps.ts'
import { entryOf } from './entries.ts'
import { wordsFor } from './messages.ts'
import { findFeed, updateFeed, type Feed } from './store.ts'

type ReadingDeps = Pick<Deps, 'read' | 'now' | 'config'>

/** One meeting as a calendar file. Fails with `not-found` alike for one that is missing and one that is hidden. */
export async function meetingCalendar(
  deps: ReadingDeps,
  actor: Actor,
  id: MeetingId,
): Promise<Result<string, Extract<CommonProblem, { type: 'not-found' }>>> {
  const placed = await placeMeeting(deps.read, id, deps.now())
  if (!placed || !mayReadMeeting(actor, placed)) return err({ type: 'not-found' })
  const person = await findPerson(deps.read, actor.personId)
  return ok(await fileOf(deps, null, [placed], person?.locale ?? 'en'))
}

/** Only so often is it written down that a calendar was read. */
const noteEveryMs = hourMs

/**
 * The calendar at this address, as its person may see it now.
 *
 * @returns null alike for an address that never was, one that was revoked and one whose person may see nothing any more
 */
export async function feedCalendar(
  deps: ReadingDeps & Pick<Deps, 'transaction'>,
  token: string,
): Promise<string | null> {
  const feed = await findFeed(deps.read, sha256Hex(token))
  if (!feed || feed.revokedAt !== null) return null
  const now = deps.now()
  const actor = await loadActor(deps.read, feed.personId, now)
  const person = await findPerson(deps.read, feed.personId)
  if (!person || !actor.confidential) return null
  const words = wordsFor(person.locale)
  const group = feed.groupId === null ? null : await findGroup(deps.read, feed.groupId)
  const name = words.calendar(group?.name ?? (await findWorkspace(deps.read))?.name ?? '')
  const file = await fileOf(deps, name, await meetingsFor(deps, actor, feed.groupId), person.locale)
  await noteReading(deps, feed.tokenHash, feed, now)
  return file
}

async function noteReading({ transaction }: Pick<Deps, 'transaction'>, id: Digest, feed: Feed, now: number) {
  if (feed.lastReadAt !== null && now - feed.lastReadAt < noteEveryMs) return
  await transaction(tx => updateFeed(tx, id, { lastReadAt: now }))
}

/** Those that were convened once: of one group, or of all those the ones that this person is to attend. */
async function meetingsFor(
  { read, now }: ReadingDeps,
  actor: Actor,
  groupId: GroupId | null,
): Promise<readonly PlacedMeeting[]> {
  const meetings = await selectMeetings(read, groupId === null ? {} : { group: groupId })
  const groups = await loadGroups(read, now())
  const bodies = await bodiesByMeeting(
    read,
    meetings.map(meeting => meeting.id),
  )
  return meetings.flatMap(meeting => {
    const group = groups.find(one => one.id === meeting.groupId)
    if (!group || meeting.convenedAt === null) return []
    const placed = { meeting, group, bodies: groups.filter(one => bodies.get(meeting.id)?.includes(one.id)) }
    const shown = mayReadMeeting(actor, placed) && (groupId !== null || isExpected(actor, placed))
    return shown ? [placed] : []
  })
}

/** Invited for a seat, or there by office. */
function isExpected(actor: Actor, placed: PlacedMeeting): boolean {
  const subject = subjectOf(placed)
  return (
    seatsHeld(actor, placed).length > 0 ||
    can(actor, 'meeting.preside', subject) ||
    can(actor, 'meeting.conduct', subject)
  )
}

async function fileOf(
  { read, config }: ReadingDeps,
  name: string | null,
  meetings: readonly PlacedMeeting[],
  locale: string,
): Promise<string> {
  const words = wordsFor(locale)
  const items = await itemsByMeeting(
    read,
    meetings.map(({ meeting }) => meeting.id),
  )
  return calendarFile({
    name,
    entries: meetings.map(placed => entryOf(placed, items.get(placed.meeting.id) ?? [], words, config.origin)),
  })
}
