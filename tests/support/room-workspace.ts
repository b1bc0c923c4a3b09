/** A meeting under way, of the group of a vote workspace: what tests of the room need when its preparation is not the point. */
import { expect } from 'vitest'
import { asId, type MeetingId, type Result, type SeatId } from '#shared/core'
import type { FloorAnswer } from '#shared/meeting/schema'
import { recordTable } from '#server/db'
import { placeMeeting, readFloor } from '#server/meeting'
import { checkIn } from '../../server/meeting/room/attendance.ts'
import { startMeeting } from '../../server/meeting/room/session.ts'
import { findMeeting } from '../../server/meeting/store.ts'
import { convened, parts } from './meeting-workspace.ts'
import { workspace } from './vote-workspace.ts'

export const actor = (id: string) => workspace.actor(id)
export const seat = (name: string): SeatId => workspace.seats[name] ?? asId<SeatId>(name)

/** `ok`, or what refused it. */
export const typeOf = (result: Result<unknown, { readonly type: string }>): string =>
  result.ok ? 'ok' : result.problem.type

/** A convened meeting, ten minutes before it begins. */
export async function aboutToBegin(): Promise<MeetingId> {
  const id = await convened()
  const { startsAt } = await meetingNow(id)
  workspace.advance(startsAt - workspace.deps.now() - 10 * 60_000)
  return id
}

/** @param who `s1.head` for s1; an office by its name */
export async function arrive(id: MeetingId, ...who: readonly string[]): Promise<void> {
  for (const name of who) {
    const own = workspace.seats[name.split('.')[0] ?? '']
    expect(typeOf(await checkIn(workspace.deps, await actor(name), id, { seatId: own ?? null }))).toBe('ok')
  }
}

/** In session, with the chair and these. */
export async function underWay(...who: readonly string[]): Promise<MeetingId> {
  const id = await aboutToBegin()
  await arrive(id, 'nationalCoordinator', ...who)
  expect(typeOf(await startMeeting(workspace.deps, parts(), await actor('nationalCoordinator'), id))).toBe('ok')
  return id
}

export async function meetingNow(id: MeetingId) {
  return (await findMeeting(workspace.deps.read, id)) ?? expect.fail('no such meeting')
}

export async function floorNow(id: MeetingId): Promise<FloorAnswer> {
  const { read, now } = workspace.deps
  const placed = (await placeMeeting(read, id, now())) ?? expect.fail('no such meeting')
  return readFloor(read, workspace.subjects, placed, now())
}

/** The last acts in the record, the last one last. */
export async function lastActs(count: number): Promise<readonly string[]> {
  const rows = await workspace.deps.read.select().from(recordTable).orderBy(recordTable.number)
  return rows.slice(-count).map(row => row.act)
}

/** What was announced since `from`. */
export const announced = (from: number) => workspace.events.slice(from)
