/** A meeting of the demonstration workspace's National Working Group, prepared and convened over the API. */
import { dayMs, hourMs, minuteMs } from '#shared/core'
import { enterHouse, sure, type House } from './decisions.ts'
import type { TestServer } from './server.ts'

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

/** Convenes with the ordinary notice and lets the time pass: the server's clock stands ten minutes before the beginning. */
export async function conveneMeeting(
  server: TestServer,
  facts: { readonly title: string; readonly items: readonly DemoItem[] },
): Promise<ConvenedMeeting> {
  const before = enterHouse(server)
  const groups: any[] = await sure(before.as('secretariat', 'GET', '/api/groups'))
  const startsAt = server.deps.now() + 8 * dayMs
  const { id } = await sure(
    before.as('secretariat', 'POST', '/api/meetings', {
      groupId: groups.find(group => group.kind === 'nwg').id,
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
