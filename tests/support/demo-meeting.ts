/** Meetings of the demonstration workspace's National Working Group. */
import {
  asId,
  dayMs,
  hourMs,
  minuteMs,
  type AgendaItemId,
  type GroupId,
  type PersonId,
  type SeatId,
} from '#shared/core'
import { updateMeeting } from '#server/meeting'
import { enterHouse, sure, type House } from './house.ts'
import type { TestServer } from './server.ts'
import { storeBegun, storeMeeting, type Sitting } from './stored-meeting.ts'

async function nwgOf(house: House): Promise<GroupId> {
  const groups: any[] = await sure(house.as('secretariat', 'GET', '/api/groups'))
  return asId<GroupId>(groups.find(group => group.kind === 'nwg').id)
}

export interface DemoItem {
  readonly type: 'information' | 'discussion' | 'decision' | 'anyOtherBusiness'
  readonly title: string
  readonly note?: string
  readonly plannedMinutes?: number
  /** Id of the section version that it decides on. */
  readonly versionId?: string
}

export interface ConvenedMeeting {
  readonly id: string
  /** In the order of the agenda. */
  readonly itemIds: readonly string[]
  /** Entered anew once the day has come. */
  readonly house: House
  /** What the room shows. */
  readonly checkInCode: string
}

/** Prepares and convenes over the API, with the ordinary notice, and lets the time pass: the server's clock stands ten minutes before the beginning. */
export async function conveneMeeting(
  server: TestServer,
  facts: { readonly title: string; readonly items: readonly DemoItem[] },
): Promise<ConvenedMeeting> {
  const before = enterHouse(server)
  const startsAt = server.deps.now() + 8 * dayMs
  const { id } = await sure(
    before.as('secretariat', 'POST', '/api/meetings', {
      groupId: await nwgOf(before),
      kind: 'nwg',
      bodies: [],
      title: facts.title,
      place: 'Ministry of Interior, Hall 2',
      link: null,
      startsAt,
      endsAt: startsAt + 3 * hourMs,
      timeZone: 'Europe/Vienna',
    }),
  )
  const itemIds: string[] = []
  for (const { type, title, note = '', plannedMinutes = 20, versionId } of facts.items) {
    const subject = versionId === undefined ? null : { kind: 'sectionVersion', id: versionId }
    const item = { type, title, note, plannedMinutes, presenterSeatId: null, subject, secondCall: false }
    itemIds.push((await sure(before.as('secretariat', 'POST', `/api/meetings/${id}/items`, item))).id)
  }
  await sure(before.as('secretariat', 'POST', `/api/meetings/${id}/convene`, { urgentReason: null }))
  server.advance(8 * dayMs - 10 * minuteMs)
  const house = enterHouse(server)
  const { mine } = await sure(house.as('secretariat', 'GET', `/api/meetings/${id}`))
  return { id, itemIds, house, checkInCode: mine.checkInCode }
}

/** Has each of these accounts check in for their seat of the meeting, in the room. */
export async function checkInAll({ id, house, checkInCode }: ConvenedMeeting, roles: readonly string[]): Promise<void> {
  for (const role of roles) {
    const { mine } = await sure(house.as(role, 'GET', `/api/meetings/${id}`))
    const seatId = mine.seats[0]?.seatId ?? null
    await sure(house.as(role, 'POST', `/api/meetings/${id}/check-in`, { seatId, code: checkInCode }))
  }
}

export interface SittingFacts {
  readonly title: string
  readonly items: readonly string[]
  /** Who is there: accounts of persons who speak for a seat of the group. */
  readonly present: readonly string[]
}

/** A session that has begun and dealt with its items, without the acts that lead there: its minutes are being written. */
export async function beginSitting(server: TestServer, house: House, facts: SittingFacts): Promise<Sitting> {
  const { deps } = server
  const groupId = await nwgOf(house)
  const stayOf = async (role: string) => {
    const me = await sure(house.as(role, 'GET', '/api/me'))
    const seat = me.seats.find((each: any) => each.groupId === groupId)
    return { personId: asId<PersonId>(me.person.id), seatId: seat ? asId<SeatId>(seat.seatId) : null }
  }
  const present = await Promise.all(['coordinator', 'secretariat', ...facts.present].map(stayOf))
  const items = facts.items.map(title => ({ id: deps.newId<AgendaItemId>(), title, state: 'finished' as const }))
  const { personId: by } = await stayOf('secretariat')
  const place = 'Ministry of Interior, Hall 2'
  const id = await storeMeeting(deps, { groupId, by, title: facts.title, place, startsAt: deps.now(), items })
  await storeBegun(deps, { id }, present)
  return { id, itemIds: items.map(item => item.id) }
}

/** The session is over: its minutes may be circulated. */
export async function adjournSitting({ deps }: TestServer, { id }: Sitting): Promise<void> {
  await deps.transaction(tx => updateMeeting(tx, id, { state: 'adjourned', adjournedAt: deps.now() }))
  deps.bus.publish({ type: 'changed', topic: 'meeting', id })
}
