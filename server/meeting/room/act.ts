/** What every act in a meeting has in common: one transaction, the person's right, and the announcement after it. */
import type { Action, Actor } from '#shared/access'
import {
  err,
  ok,
  type AgendaItemId,
  type FloorRequestId,
  type Instant,
  type MeetingId,
  type Result,
} from '#shared/core'
import { isUnderWay, type MeetingProblem } from '#shared/meeting'
import type { CommonProblem } from '#shared/problem'
import type { Tx } from '#server/db'
import type { Deps } from '../../deps.ts'
import { placeForAct, type PlacedMeeting } from '../access.ts'
import { findItem } from '../agenda-store.ts'
import { findFloorRequest, type FloorRequest } from '../floor-store.ts'
import type { AgendaItem } from '../meeting.ts'

export type RoomProblem = MeetingProblem | CommonProblem

/** What an act gives back, and whether anything is other than before: who presses twice changes nothing. */
export interface Done<T> {
  readonly value: T
  readonly changed: boolean
}

export const did = <T>(value: T): Result<Done<T>, never> => ok({ value, changed: true })
export const nothingNew = <T>(value: T): Result<Done<T>, never> => ok({ value, changed: false })

/** The meeting as it is inside the transaction, and the moment of the act. */
export interface Scene extends PlacedMeeting {
  readonly tx: Tx
  readonly now: Instant
}

/**
 * - `not-found`: missing or hidden. `not-permitted`: not for this person to do.
 * - whatever `work` refuses.
 */
export async function actInMeeting<T>(
  deps: Deps,
  actor: Actor,
  action: Action,
  id: MeetingId,
  work: (scene: Scene) => Promise<Result<Done<T>, RoomProblem>>,
): Promise<Result<T, RoomProblem>> {
  const done = await deps.transaction(tx => within(tx, deps, actor, action, id, work))
  return told(deps, id, done)
}

/** The same for what is known by an item of the meeting; one that was struck is `item-removed`. */
export async function actOnItem<T>(
  deps: Deps,
  actor: Actor,
  action: Action,
  itemId: AgendaItemId,
  work: (scene: Scene, item: AgendaItem) => Promise<Result<Done<T>, RoomProblem>>,
): Promise<Result<T, RoomProblem>> {
  let meetingId: MeetingId | null = null
  const done = await deps.transaction(async (tx): Promise<Result<Done<T>, RoomProblem>> => {
    const item = await findItem(tx, itemId)
    meetingId = item?.meetingId ?? null
    if (!item || meetingId === null) return err({ type: 'not-found' })
    return within(tx, deps, actor, action, meetingId, async scene => {
      const standing = notStruck(item)
      return standing.ok ? work(scene, standing.value) : standing
    })
  })
  return meetingId === null ? err({ type: 'not-found' }) : told(deps, meetingId, done)
}

/** The same for what is known by a wish to speak. */
export async function actOnRequest<T>(
  deps: Deps,
  actor: Actor,
  requestId: FloorRequestId,
  work: (scene: Scene, request: FloorRequest) => Promise<Result<Done<T>, RoomProblem>>,
): Promise<Result<T, RoomProblem>> {
  let meetingId: MeetingId | null = null
  const done = await deps.transaction(async (tx): Promise<Result<Done<T>, RoomProblem>> => {
    const request = await findFloorRequest(tx, requestId)
    if (!request) return err({ type: 'not-found' })
    meetingId = request.meetingId
    return within(tx, deps, actor, 'meeting.read', meetingId, scene => work(scene, request))
  })
  return meetingId === null ? err({ type: 'not-found' }) : told(deps, meetingId, done)
}

async function within<T>(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  action: Action,
  id: MeetingId,
  work: (scene: Scene) => Promise<Result<Done<T>, RoomProblem>>,
): Promise<Result<Done<T>, RoomProblem>> {
  const now = deps.now()
  const placed = await placeForAct(tx, actor, action, id, now)
  return placed.ok ? work({ ...placed.value, tx, now }) : placed
}

function told<T>(deps: Deps, id: MeetingId, done: Result<Done<T>, RoomProblem>): Result<T, RoomProblem> {
  if (!done.ok) return done
  if (done.value.changed) deps.bus.publish({ type: 'changed', topic: 'meeting', id })
  return ok(done.value.value)
}

/** Fails with `item-removed`, saying by whom. */
export function notStruck(item: AgendaItem): Result<AgendaItem, RoomProblem> {
  return item.removed === null ? ok(item) : err({ type: 'item-removed', ...item.removed })
}

/** Fails with `meeting-not-under-way`. */
export function underWay({ meeting }: Pick<Scene, 'meeting'>): Result<void, RoomProblem> {
  return isUnderWay(meeting.state) ? ok() : err({ type: 'meeting-not-under-way', state: meeting.state })
}

/** In session and not suspended. Fails with `meeting-not-under-way`. */
export function inSession({ meeting }: Pick<Scene, 'meeting'>): Result<void, RoomProblem> {
  return meeting.state === 'inSession' ? ok() : err({ type: 'meeting-not-under-way', state: meeting.state })
}
