/** Meetings of the group of a vote workspace, brought by their acts from a draft to a session. */
import { expect } from 'vitest'
import { dayMs, hourMs, minuteMs, type AgendaItemId, type MeetingId } from '#shared/core'
import type { ItemInput, MeetingBody } from '#shared/meeting/convening/schema'
import { itemBody } from '#shared/meeting/convening/schema'
import type { FloorAnswer } from '#shared/meeting/schema'
import {
  checkIn,
  createFloorCache,
  findMeeting,
  placeMeeting,
  readFloor,
  startMeeting,
  type FloorCache,
  type MeetingParts,
} from '#server/meeting'
import { minutesPort } from '#server/minutes'
import { conveneMeeting } from '../../server/meeting/convening/convene.ts'
import { draftMeeting } from '../../server/meeting/convening/drafting.ts'
import { addItem } from '../../server/meeting/convening/items.ts'
import { cancelMeeting, postponeMeeting } from '../../server/meeting/convening/putting-off.ts'
import { typeOf, valueOf } from './result.ts'
import { actor, recordedActs, workspace } from './vote-workspace.ts'

export const parts = (): MeetingParts => ({ subjects: workspace.subjects, minutes: minutesPort })

export const floors = (): FloorCache => createFloorCache(workspace.deps, parts())

/** Eight days ahead, for two hours, unless said otherwise. */
export const meetingInput = (change: Partial<MeetingBody> = {}): MeetingBody => {
  const startsAt = workspace.deps.now() + 8 * dayMs
  return {
    groupId: workspace.group,
    kind: 'nwg',
    bodies: [],
    title: 'Ninth meeting',
    startsAt,
    endsAt: startsAt + 2 * hourMs,
    timeZone: 'Europe/Tirane',
    place: 'Room 4',
    link: null,
    ...change,
  }
}

export async function draft(change: Partial<MeetingBody> = {}): Promise<MeetingId> {
  return valueOf(await draftMeeting(workspace.deps, await actor('secretariat'), meetingInput(change)))
}

export async function add(meetingId: MeetingId, title: string, more: Partial<ItemInput> = {}): Promise<AgendaItemId> {
  const body = itemBody.parse({ type: 'discussion', title, ...more })
  return valueOf(await addItem(workspace.deps, parts(), await actor('secretariat'), meetingId, body))
}

/** A draft with one item. */
export async function draftWithItem(change: Partial<MeetingBody> = {}): Promise<MeetingId> {
  const id = await draft(change)
  await add(id, 'State of the plan')
  return id
}

export async function convened(change: Partial<MeetingBody> = {}): Promise<MeetingId> {
  const id = await draftWithItem(change)
  valueOf(await convene('secretariat', id))
  return id
}

/** Convened by this person as it stands. */
export const convene = async (by: string, id: MeetingId, urgentReason: string | null = null) =>
  conveneMeeting(workspace.deps, parts(), await actor(by), id, urgentReason)

/** Put off by this person, to so many days from now. */
export async function postpone(by: string, id: MeetingId, inDays = 20) {
  const startsAt = workspace.deps.now() + inDays * dayMs
  const input = { reason: 'The hall is flooded.', startsAt, endsAt: startsAt + hourMs }
  return postponeMeeting(workspace.deps, parts(), await actor(by), id, input)
}

export const cancel = async (by: string, id: MeetingId) =>
  cancelMeeting(workspace.deps, parts(), await actor(by), id, 'No text is ready.')

/** The acts on meetings in the record, in order. */
export const meetingActs = async () =>
  (await recordedActs()).filter(act => /^(meeting|agendaItem|meetingSeries|minutes)\./.test(act))

/** A convened meeting, ten minutes before it begins. */
export async function aboutToBegin(): Promise<MeetingId> {
  const id = await convened()
  const { startsAt } = await meetingNow(id)
  workspace.advance(startsAt - workspace.deps.now() - 10 * minuteMs)
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
export const lastActs = async (count: number) => (await recordedActs()).slice(-count)

/** What was announced since `from`. */
export const announced = (from: number) => workspace.events.slice(from)
