import { can, type Actor } from '#shared/access'
import { calendarLimit, type CalendarProblem } from '#shared/calendar'
import type { CalendarAnswer, NewCalendar, NewCalendarAnswer } from '#shared/calendar/schema'
import { asId, err, ok, sha256Hex, type Digest, type GroupId, type Result } from '#shared/core'
import type { CommonProblem } from '#shared/problem'
import { findGroup } from '#server/group'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { feedsOf, findFeed, insertFeed, updateFeed } from './store.ts'

type WritingDeps = Pick<Deps, 'transaction' | 'now' | 'newSecret' | 'config'>
type NotFound = Extract<CommonProblem, { type: 'not-found' }>

/** The calendars this person is subscribed to. */
export async function listCalendars({ read }: Pick<Deps, 'read'>, actor: Actor): Promise<CalendarAnswer[]> {
  return (await feedsOf(read, actor.personId)).map(({ tokenHash, groupId, groupName, createdAt, lastReadAt }) => ({
    id: tokenHash,
    group: groupId === null ? null : { id: asId<GroupId>(groupId), name: groupName ?? '' },
    createdAt,
    lastReadAt,
  }))
}

/**
 * Makes an address at which calendar programs, which do not sign in, read this person's meetings. It is told once.
 *
 * - `not-found`: no such group, or its meetings are hidden
 * - `too-many-calendars`: subscribed to as many as one may be
 */
export function subscribe(
  deps: WritingDeps,
  actor: Actor,
  { groupId }: NewCalendar,
): Promise<Result<NewCalendarAnswer, NotFound | CalendarProblem>> {
  const token = deps.newSecret()
  const tokenHash = sha256Hex(token)
  return deps.transaction(async tx => {
    if (groupId !== null && (!can(actor, 'meeting.read', { groupId }) || !(await findGroup(tx, groupId)))) {
      return err<NotFound | CalendarProblem>({ type: 'not-found' })
    }
    if ((await feedsOf(tx, actor.personId)).length >= calendarLimit) {
      return err({ type: 'too-many-calendars', limit: calendarLimit })
    }
    const at = deps.now()
    const feed = { tokenHash, personId: actor.personId, groupId, createdAt: at, lastReadAt: null, revokedAt: null }
    await insertFeed(tx, feed)
    await appendRecord(tx, deps, {
      act: 'calendar.subscribed',
      actor: actor.personId,
      subject: actor.personId,
      facts: { group: groupId },
      at,
    })
    return ok({ id: tokenHash, url: `${deps.config.origin}/calendar/${token}.ics` })
  })
}

/** Ends a subscription: its address gives nothing from now on. Fails with `not-found` for one of somebody else. */
export function revoke(
  deps: Pick<Deps, 'transaction' | 'now'>,
  actor: Actor,
  id: Digest,
): Promise<Result<null, NotFound>> {
  return deps.transaction(async tx => {
    const feed = await findFeed(tx, id)
    if (feed?.personId !== actor.personId) return err<NotFound>({ type: 'not-found' })
    if (feed.revokedAt !== null) return ok(null)
    const at = deps.now()
    await updateFeed(tx, id, { revokedAt: at })
    await appendRecord(tx, deps, {
      act: 'calendar.revoked',
      actor: actor.personId,
      subject: actor.personId,
      facts: { group: feed.groupId },
      at,
    })
    return ok(null)
  })
}
