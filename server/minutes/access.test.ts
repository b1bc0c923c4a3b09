import { expect, test } from 'vitest'
import { asId } from '#shared/core'
import type { MinutesState } from '#shared/minutes'
import { agendaItemsTable, documentUpdatesTable } from '#server/db'
import {
  actor,
  adjourn,
  begin,
  circulated,
  convene,
  everybody,
  held,
  inMinutesWorkspace,
  minutesOf,
  person,
  rightOn,
  sealed,
  workspace,
  write,
  type Sitting,
  type Who,
} from '../../tests/support/minutes-workspace.ts'
import { takeUpMinutes } from './circulating.ts'
import { minutesDocuments } from './documents.ts'
import { appointMinuteTakers } from './takers.ts'

inMinutesWorkspace()

const appoint = async (sitting: Sitting, ...names: string[]) =>
  appointMinuteTakers(workspace.deps, await actor('secretariat'), sitting.id, { personIds: names.map(person) })

/** A meeting brought to where its minutes are in this state, with s1's head as its minute taker. */
const brought: Readonly<Record<Exclude<MinutesState, 'approved'>, () => Promise<Sitting>>> = {
  async live() {
    const sitting = await convene()
    await begin(sitting)
    await appoint(sitting, 's1.head')
    return sitting
  },
  async circulated() {
    const sitting = await circulated()
    await appoint(sitting, 's1.head')
    return sitting
  },
  async corrections() {
    const sitting = await circulated()
    await appoint(sitting, 's1.head')
    await takeUpMinutes(workspace.deps, await actor('secretariat'), sitting.id)
    return sitting
  },
  async beforeBody() {
    const sitting = await circulated()
    await appoint(sitting, 's1.head')
    await convene()
    return sitting
  },
  sealed: async () => (await sealed()).first,
}

const written = { access: 'edit', frozen: false } as const
const read = { access: 'read', frozen: false } as const
const still = { access: 'read', frozen: true } as const

const rights: Readonly<Record<Who, readonly [open: unknown, still: unknown]>> = {
  nationalCoordinator: [read, still],
  secretariat: [written, still],
  's1.head': [written, still],
  's1.alternate': [read, still],
  'n1.head': [read, still],
  'o1.head': [read, still],
  rapporteur: [read, still],
  stranger: [null, null],
}

test.each(['live', 'circulated', 'corrections', 'beforeBody', 'sealed'] as const)(
  '[M5] in %s minutes everybody has the right that the table gives, to every text',
  async state => {
    const sitting = await brought[state]()
    expect((await minutesOf(sitting)).state).toBe(state)
    const column = state === 'live' || state === 'corrections' ? 0 : 1
    for (const documentId of [sitting.id, ...sitting.itemIds]) {
      const given = await Promise.all(everybody.map(async who => [who, await rightOn(documentId, who)] as const))
      expect(given).toEqual(everybody.map(who => [who, rights[who][column]]))
    }
  },
)

test('[M5] before the session nobody writes, and what does not exist is nobody’s', async () => {
  const sitting = await convene()
  expect(await rightOn(sitting.id, 'secretariat')).toEqual(still)
  expect(await rightOn('no-such-text', 'secretariat')).toBeNull()
})

test('[M5] a text is given its empty paragraph once, however many open it first', async () => {
  const sitting = await convene()
  await begin(sitting)
  await Promise.all(['secretariat', 's1.head', 'n1.head', 'o1.head'].map(who => rightOn(sitting.id, who)))
  const rows = await workspace.deps.read.select().from(documentUpdatesTable)
  expect(rows.map(row => [row.documentId, row.personId])).toEqual([[sitting.id, null]])
})

test('[M5] an item that was struck from the agenda is read, and not written', async () => {
  const sitting = await convene()
  await begin(sitting)
  const { deps } = workspace
  await deps.transaction(async tx => {
    await tx.update(agendaItemsTable).set({ removedAt: deps.now(), removedBy: 'secretariat' })
  })
  expect(await rightOn(sitting.itemIds[0] ?? '', 'secretariat')).toEqual(still)
})

test('[M5] the list of live texts has those of all minutes that are not sealed, with what this person may do', async () => {
  const sitting = await convene(['Opening'])
  expect(await minutesDocuments(workspace.deps, await actor('secretariat'))).toEqual([])
  await begin(sitting)
  await write(sitting.id, 'All came.')
  const group = { id: workspace.group, name: 'NWG' }
  const titled = [
    { id: sitting.id, kind: 'minutes', code: 'nwg', title: expect.stringMatching(/^Meeting \d+$/), group },
    { id: sitting.itemIds[0], kind: 'minutes', code: '1', title: expect.stringMatching(/: Opening$/), group },
  ]
  const listed = async (who: string) => minutesDocuments(workspace.deps, await actor(who))
  expect(await listed('secretariat')).toEqual(titled.map(one => ({ ...one, ...written })))
  expect(await listed('o1.head')).toEqual(titled.map(one => ({ ...one, ...read })))
  expect(await listed('stranger')).toEqual([])
  await adjourn(sitting)
})

const appointers = ['nationalCoordinator', 'secretariat'] as const
test.each(everybody)('[M5] whether %s may appoint minute takers is as the table says', async who => {
  const sitting = await held()
  const done = await appointMinuteTakers(workspace.deps, await actor(who), sitting.id, { personIds: [] })
  const may = appointers.some(one => one === who)
  if (may) expect(done).toMatchObject({ ok: true })
  else expect(done).toMatchObject({ problem: { type: who === 'stranger' ? 'not-found' : 'not-permitted' } })
})

test.each(['o1.head', 'rapporteur', 'stranger', 'nobody'])(
  '[M5] %s cannot be appointed, since they could not write',
  async who => {
    const sitting = await held()
    expect(await appoint(sitting, 's1.head', who)).toMatchObject({
      problem: { type: 'invalid-input', errors: [{ path: '/personIds/1' }] },
    })
    expect((await minutesOf(sitting)).takers).toEqual([])
  },
)

test('[M5] whoever is not named any more is asked again at once, and nobody else', async () => {
  const sitting = await convene()
  await begin(sitting)
  await appoint(sitting, 's1.head', 's2.head')
  await appoint(sitting, 's2.head', 'n1.head')
  expect(workspace.events.filter(event => event.type === 'accessChanged')).toEqual([
    { type: 'accessChanged', persons: ['s1.head', 's2.head'] },
    { type: 'accessChanged', persons: ['n1.head', 's1.head'] },
  ])
  // Within the same moment of the clock.
  await appoint(sitting, 's1.head')
  expect((await minutesOf(sitting)).takers.map(taker => taker.personId)).toEqual([asId('s1.head')])
})

test('[M5] no minute taker is appointed once minutes are sealed', async () => {
  const { first } = await sealed()
  expect(await appoint(first, 's1.head')).toMatchObject({ problem: { type: 'minutes-sealed' } })
})
