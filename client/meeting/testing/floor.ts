/** A meeting as the server answers it, for tests of what shows it. */
import { asId } from '#shared/core'
import type { FloorAnswer, FloorItem } from '../../api/room.ts'

export function buildItem(id: string, part: Partial<FloorItem> = {}): FloorItem {
  return {
    id: asId(id),
    parentId: null,
    number: id,
    type: 'discussion',
    title: `Item ${id}`,
    note: '',
    presenter: null,
    plannedMinutes: 10,
    state: 'planned',
    usedMs: 0,
    openedAt: null,
    subject: null,
    secondCall: false,
    carried: false,
    papers: [],
    motions: [],
    ...part,
  }
}

const group = { id: asId<FloorAnswer['group']['id']>('g'), code: 'nwg', name: 'NWG', kind: 'nwg' } as const

export function buildFloor(part: Partial<FloorAnswer>): FloorAnswer {
  return {
    id: asId('m'),
    serverNow: 0,
    title: 'A meeting',
    kind: 'nwg',
    group,
    bodies: [group],
    chair: null,
    state: 'inSession',
    startsAt: 0,
    endsAt: 1,
    timeZone: 'UTC',
    place: '',
    link: null,
    convenedAt: 0,
    urgentReason: null,
    reason: null,
    startedAt: 0,
    adjournedAt: null,
    suspendedAt: null,
    expectedUntil: null,
    currentItemId: null,
    speechLimitSeconds: null,
    items: [],
    seats: [],
    officers: [],
    quorum: [],
    floor: [],
    spokenMs: { STATE: 0, NGO: 0, PARTNER: 0, OBSERVER: 0 },
    ...part,
  }
}
