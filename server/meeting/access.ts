import { can, type Action, type Actor, type Subject } from '#shared/access'
import { err, ok, type GroupId, type Instant, type MeetingId, type Result, type SeatId } from '#shared/core'
import { isVoting, type GroupInFull, type Seat } from '#shared/group'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { loadGroups } from '#server/group'
import type { Meeting } from './meeting.ts'
import { bodiesOf, findMeeting } from './store.ts'

/** A meeting with the groups that meet in it. */
export interface PlacedMeeting {
  readonly meeting: Meeting
  /** The group that invites. */
  readonly group: GroupInFull
  readonly bodies: readonly GroupInFull[]
}

/** As much of a placed meeting as decides who may read it. */
export interface MeetingStanding {
  readonly meeting: Pick<Meeting, 'state' | 'convenedAt'>
  readonly group: Pick<GroupInFull, 'id' | 'kind'>
  readonly bodies: readonly Pick<GroupInFull, 'id'>[]
}

export type ActRefusal = Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>

export async function placeMeeting(queries: Queries, id: MeetingId, now: Instant): Promise<PlacedMeeting | null> {
  const meeting = await findMeeting(queries, id)
  if (!meeting) return null
  const ids = await bodiesOf(queries, id)
  const groups = await loadGroups(queries, now)
  const group = groups.find(one => one.id === meeting.groupId)
  return group ? { meeting, group, bodies: groups.filter(one => ids.includes(one.id)) } : null
}

/** What the permission table asks of a meeting: it is conducted by the group that invites. */
export function subjectOf({ group }: Pick<MeetingStanding, 'group'>): Subject {
  return { groupId: group.id, groupKind: group.kind }
}

/** A draft is read by those who prepare it; a convened meeting by whoever may read one of the groups' meetings. [D4] */
export function mayReadMeeting(actor: Actor, placed: MeetingStanding): boolean {
  if (isPrepared(placed)) return can(actor, 'meeting.conduct', subjectOf(placed))
  return mayReadOf(
    actor,
    placed.bodies.map(body => body.id),
  )
}

/** What of the meeting itself `mayReadMeeting` looks at, as one word to be compared. */
export function readersOf(placed: PlacedMeeting): string {
  if (isPrepared(placed)) return `prepared in ${placed.group.id}`
  return placed.bodies.map(body => body.id).join(' ')
}

/** Nobody has been told of it yet. */
function isPrepared({ meeting }: Pick<MeetingStanding, 'meeting'>): boolean {
  return meeting.state === 'draft' && meeting.convenedAt === null
}

export function mayReadOf(actor: Actor, bodies: readonly GroupId[]): boolean {
  return bodies.some(groupId => can(actor, 'meeting.read', { groupId }))
}

/**
 * The meeting that somebody means to act on.
 *
 * - `not-found`: missing or hidden. `not-permitted`: not for this person to do.
 */
export async function placeForAct(
  queries: Queries,
  actor: Actor,
  action: Action,
  id: MeetingId,
  now: Instant,
): Promise<Result<PlacedMeeting, ActRefusal>> {
  const placed = await placeMeeting(queries, id, now)
  if (!placed || !mayReadMeeting(actor, placed)) return err({ type: 'not-found' })
  return can(actor, action, subjectOf(placed)) ? ok(placed) : err({ type: 'not-permitted' })
}

/**
 * The seats that are invited: all of the groups that meet; of the chairs' meeting those that the groups' chairs speak
 * for; of the donors' meeting the observers; of the partners' meeting all but the State's. Seats that no organisation
 * holds are left out. [M7]
 */
export function seatsInvited({ meeting, bodies }: Pick<PlacedMeeting, 'meeting' | 'bodies'>): readonly Seat[] {
  return bodies.flatMap(body =>
    body.seats.filter(seat => {
      if (seat.organisationId === null) return false
      switch (meeting.kind) {
        case 'chairs':
          return seat.representatives.some(one => one.personId === body.chair?.personId)
        case 'donors':
          return !isVoting(seat.constituency)
        case 'partners':
          return seat.constituency !== 'STATE'
        default:
          return true
      }
    }),
  )
}

/** The seats of this meeting that the person speaks for now. */
export function seatsHeld(actor: Actor, placed: PlacedMeeting): readonly Seat[] {
  const held = new Set<SeatId>(actor.seats.map(seat => seat.seatId))
  return seatsInvited(placed).filter(seat => held.has(seat.id))
}
