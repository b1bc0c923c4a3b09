/** Meetings of the group of a vote workspace: what tests of their preparation need when the preparation is not the point. */
import { dayMs, hourMs, type AgendaItemId, type MeetingId } from '#shared/core'
import type { ItemInput, MeetingBody } from '#shared/meeting/convening/schema'
import { itemBody } from '#shared/meeting/convening/schema'
import { recordTable } from '#server/db'
import { createFloorCache, type FloorCache, type MeetingParts } from '#server/meeting'
import { minutesPort } from '#server/minutes'
import { conveneMeeting } from '../../server/meeting/convening/convene.ts'
import { draftMeeting } from '../../server/meeting/convening/drafting.ts'
import { addItem } from '../../server/meeting/convening/items.ts'
import { cancelMeeting, postponeMeeting } from '../../server/meeting/convening/putting-off.ts'
import { workspace } from './vote-workspace.ts'

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

function sure<T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

export async function draft(change: Partial<MeetingBody> = {}): Promise<MeetingId> {
  return sure(await draftMeeting(workspace.deps, await workspace.actor('secretariat'), meetingInput(change)))
}

export async function add(meetingId: MeetingId, title: string, more: Partial<ItemInput> = {}): Promise<AgendaItemId> {
  const body = itemBody.parse({ type: 'discussion', title, ...more })
  return sure(await addItem(workspace.deps, parts(), await workspace.actor('secretariat'), meetingId, body))
}

/** A draft with one item. */
export async function draftWithItem(change: Partial<MeetingBody> = {}): Promise<MeetingId> {
  const id = await draft(change)
  await add(id, 'State of the plan')
  return id
}

export async function convened(change: Partial<MeetingBody> = {}): Promise<MeetingId> {
  const id = await draftWithItem(change)
  sure(await convene('secretariat', id))
  return id
}

/** Convened by this person as it stands. */
export const convene = async (by: string, id: MeetingId, urgentReason: string | null = null) =>
  conveneMeeting(workspace.deps, parts(), await workspace.actor(by), id, urgentReason)

/** Put off by this person, to so many days from now. */
export async function postpone(by: string, id: MeetingId, inDays = 20) {
  const startsAt = workspace.deps.now() + inDays * dayMs
  const input = { reason: 'The hall is flooded.', startsAt, endsAt: startsAt + hourMs }
  return postponeMeeting(workspace.deps, parts(), await workspace.actor(by), id, input)
}

export const cancel = async (by: string, id: MeetingId) =>
  cancelMeeting(workspace.deps, parts(), await workspace.actor(by), id, 'No text is ready.')

/** The acts on meetings in the record, in order. */
export const meetingActs = async () =>
  (await workspace.deps.read.select().from(recordTable).orderBy(recordTable.number))
    .map(row => row.act)
    .filter(act => /^(meeting|agendaItem|meetingSeries|minutes)\./.test(act))
