import { expect, test } from 'vitest'
import { asId } from '#shared/core'
import { agendaItemsTable } from '#server/db'
import {
  acts,
  actor,
  begin,
  circulated,
  convene,
  everybody,
  inMinutesWorkspace,
  minutesOf,
  seat,
  workspace,
  type Sitting,
} from '../../tests/support/minutes-workspace.ts'
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
