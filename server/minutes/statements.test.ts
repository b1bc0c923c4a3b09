import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { asId, hourMs } from '#shared/core'
import { agendaItemsTable, motionsTable } from '#server/db'
import { openMotion } from '#server/motion'
import {
  acts,
  actor,
  all,
  begin,
  circulated,
  convene,
  decide,
  everybody,
  inMinutesWorkspace,
  minutesOf,
  seat,
  subjects,
  workspace,
  write,
  type Sitting,
} from '../../tests/support/minutes-workspace.ts'
import { setActionItem } from '../action/setting.ts'
import { strikeItem } from '../meeting/convening/items.ts'
import { minutesPort } from './port.ts'
import { fileStatement } from './statements.ts'

inMinutesWorkspace()

const file = async (sitting: Sitting, who: string, more: { seat?: string; itemId?: string } = {}) =>
  fileStatement(workspace.deps, await actor(who), sitting.id, {
    itemId: more.itemId === undefined ? null : asId(more.itemId),
    seatId: seat(more.seat ?? who.split('.')[0] ?? ''),
    text: 'Our words.',
  })

async function inSession(): Promise<Sitting> {
  const sitting = await convene()
  await begin(sitting)
  return sitting
}

const filers: Readonly<Record<(typeof everybody)[number], string | null>> = {
  nationalCoordinator: 'not-permitted',
  secretariat: 'not-permitted',
  's1.head': null,
  's1.alternate': null,
  'n1.head': null,
  'o1.head': null,
  rapporteur: 'not-permitted',
  stranger: 'not-found',
}

test.each(everybody)('[M5] whether %s may file a statement is as the table says', async who => {
  const type = filers[who]
  expect(await file(await inSession(), who)).toMatchObject(type === null ? { ok: true } : { problem: { type } })
})

test('[M5] a statement stands as filed, under its item, and on record by its digest', async () => {
  const sitting = await inSession()
  const filed = await file(sitting, 'n1.head', { itemId: sitting.itemIds[1] ?? '' })
  if (!filed.ok) throw new Error(filed.problem.type)
  expect((await minutesOf(sitting)).parts[2]?.blocks).toEqual([
    {
      type: 'statement',
      id: filed.value,
      seat: { seatId: seat('n1'), label: 'Seat n1', organisationName: 'Organisation n1', constituency: 'NGO' },
      personName: 'Person n1.head',
      text: 'Our words.',
      at: workspace.deps.now(),
    },
  ])
  expect(await acts(filed.value)).toEqual(['statement.filed'])
})

test('[M5] nobody files for another’s seat', async () => {
  expect(await file(await inSession(), 's1.head', { seat: 'n1' })).toMatchObject({ problem: { type: 'not-permitted' } })
})

test('[M5] statements are filed from the beginning of the session to the circulation', async () => {
  expect(await file(await convene(), 's1.head')).toMatchObject({ problem: { type: 'meeting-not-under-way' } })
  expect(await file(await circulated(), 's1.head')).toMatchObject({ problem: { type: 'minutes-moved-on' } })
})

test('[M5] a statement stands under an item of its meeting that was not struck', async () => {
  const [sitting, other] = [await inSession(), await inSession()]
  expect(await file(sitting, 's1.head', { itemId: other.itemIds[0] ?? '' })).toMatchObject({
    problem: { type: 'invalid-input', errors: [{ path: '/itemId' }] },
  })
  const { deps } = workspace
  await deps.transaction(tx => tx.update(agendaItemsTable).set({ removedAt: deps.now(), removedBy: 'secretariat' }))
  expect(await file(sitting, 's1.head', { itemId: sitting.itemIds[0] ?? '' })).toMatchObject({
    problem: { type: 'item-removed', by: 'secretariat' },
  })
})

const parts = () => ({ subjects: subjects(), minutes: minutesPort })
const strike = async (itemId: string) =>
  strikeItem(workspace.deps, parts(), await actor('nationalCoordinator'), asId(itemId))
const give = async ({ id }: Sitting, itemId: string) =>
  setActionItem(workspace.deps, parts(), await actor('secretariat'), id, {
    itemId: asId(itemId),
    text: 'Send the list.',
    ownerSeatId: seat('s1'),
    dueOn: '2099-12-31',
  })

/** A vote of the meeting under this item, open. */
async function openVote(sitting: Sitting, itemId: string) {
  const { deps, seats } = workspace
  const opened = await openMotion(deps, subjects(), await actor('nationalCoordinator'), {
    subjectKind: 'sectionVersion',
    subjectId: 'version-1',
    closesAt: deps.now() + hourMs,
    mode: 'meeting',
    roll: Object.values(seats).filter(id => id !== seat('o1')),
    meeting: { meetingId: sitting.id, itemId: asId(itemId) },
  })
  if (!opened.ok) throw new Error(opened.problem.type)
  return opened.value
}

/** The same, when it has been decided. */
async function holdVote(sitting: Sitting, itemId: string) {
  const motionId = await openVote(sitting, itemId)
  const [motion] = await workspace.deps.read.select().from(motionsTable)
  await decide(motionId, motion?.digest ?? '', all('NO'))
}

test.each([
  ['a vote that is open', openVote],
  ['a vote that is over', holdVote],
  ['a statement', (sitting: Sitting, itemId: string) => file(sitting, 'n1.head', { itemId })],
  ['words', (_sitting: Sitting, itemId: string) => write(itemId, 'Said here.')],
  ['an action item', give],
] as const)('[M2, M5] an item under which %s stands is not struck', async (_what, put) => {
  const sitting = await inSession()
  const [noted = '', other = ''] = sitting.itemIds
  await put(sitting, noted)
  expect(await strike(noted)).toMatchObject({ problem: { type: 'item-in-minutes', itemId: noted } })
  expect(await strike(other)).toMatchObject({ ok: true })
  expect(await give(sitting, other)).toMatchObject({ problem: { type: 'item-removed' } })
})

test('[M2, M5] an item is not struck with a sub-item under which a vote stands', async () => {
  const sitting = await inSession()
  const [above = '', below = ''] = sitting.itemIds
  const { deps } = workspace
  await deps.transaction(tx =>
    tx.update(agendaItemsTable).set({ parentId: above }).where(eq(agendaItemsTable.id, below)),
  )
  await openVote(sitting, below)
  expect(await strike(above)).toMatchObject({ problem: { type: 'item-in-minutes', itemId: below } })
})

test('[M5] a vote of another meeting, or under another item, does not stand under these', async () => {
  const [one, other] = [await inSession(), await convene()]
  const [voted, free] = one.itemIds
  await openVote(one, voted ?? '')
  const under = (meeting: Sitting, ids: Sitting['itemIds']) =>
    minutesPort.standsUnder(workspace.deps.read, meeting.id, ids, workspace.deps.now())
  expect(await under(one, one.itemIds)).toBe(voted)
  expect(await under(one, free ? [free] : [])).toBeNull()
  expect(await under(other, other.itemIds)).toBeNull()
})

test('[M5] what was put under an item that is on no agenda any more stands under the general remarks', async () => {
  const sitting = await inSession()
  const itemId = sitting.itemIds[1] ?? ''
  const filed = await file(sitting, 'n1.head', { itemId })
  if (!filed.ok) throw new Error(filed.problem.type)
  const removed = { removedAt: workspace.deps.now(), removedBy: 'secretariat' }
  await workspace.deps.transaction(tx =>
    tx.update(agendaItemsTable).set(removed).where(eq(agendaItemsTable.id, itemId)),
  )
  const [general, ...others] = (await minutesOf(sitting)).parts
  expect(general?.blocks).toContainEqual(expect.objectContaining({ id: filed.value, text: 'Our words.' }))
  expect(others).toHaveLength(1)
})

test('[M5] a seat files five statements under an item and twenty in a meeting', async () => {
  const sitting = await convene(['A', 'B', 'C', 'D', 'E'])
  await begin(sitting)
  const [a = '', ...others] = sitting.itemIds
  for (let made = 0; made < 5; made++) expect(await file(sitting, 'n1.head', { itemId: a })).toMatchObject({ ok: true })
  const full = (limit: number) => ({ problem: { type: 'too-many-statements', limit } })
  expect(await file(sitting, 'n1.head', { itemId: a })).toMatchObject(full(5))
  expect(await file(sitting, 's1.head', { itemId: a })).toMatchObject({ ok: true })
  for (const itemId of others.slice(0, 3)) {
    for (let made = 0; made < 5; made++) await file(sitting, 'n1.head', { itemId })
  }
  expect(await file(sitting, 'n1.head', { itemId: others[3] ?? '' })).toMatchObject(full(20))
})
