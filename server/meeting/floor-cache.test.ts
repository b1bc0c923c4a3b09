import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asId, minuteMs, secondMs, type MeetingId, type OrganisationId } from '#shared/core'
import { createRouter, identity, requireSignIn } from '#server/http'
import { createSeat, loadActor } from '#server/group'
import { organisationsTable } from '#server/db'
import type { Deps } from '../deps.ts'
import { add, arrive, floorNow, parts, underWay } from '../../tests/support/meeting-workspace.ts'
import { actor, inVoteWorkspace, seat, workspace } from '../../tests/support/vote-workspace.ts'
import { createFloorCache, writeFloor, type FloorCache } from './floor-cache.ts'
import { setCurrentItem } from './room/items.ts'
import { askForFloor } from './room/queue.ts'
import { meetingRoutes } from './routes.ts'

inVoteWorkspace()

let id: MeetingId
let queries: { count: number; read: Deps['read'] }
let floors: FloorCache

beforeEach(async () => {
  id = await underWay()
  queries = counted(workspace.deps.read)
  floors = createFloorCache({ ...workspace.deps, read: queries.read }, parts())
})
afterEach(() => floors.close())

/** Counts what reaches the driver: each `select` is one statement. */
function counted(read: Deps['read']): typeof queries {
  const counter = { count: 0, read }
  counter.read = new Proxy(read, {
    get(target, name: keyof Deps['read']) {
      const method = Reflect.get(target, name)
      if (name !== 'select' && name !== 'selectDistinct' && name !== '$count') return method
      return (...given: readonly unknown[]) => {
        counter.count++
        return Reflect.apply(method, target, given)
      }
    },
  })
  return counter
}

const read = async () => (await floors.read(id)) ?? expect.fail('no such meeting')

describe('the floor that is kept', () => {
  test('[M2] is worked out once for however many look', async () => {
    await Promise.all([read(), read()])
    const first = queries.count
    await read()
    expect([first > 0, queries.count]).toEqual([true, first])
    expect((await read()).floor).toEqual(await floorNow(id))
  })

  test('[M2] never is from before an act that was answered', async () => {
    const { items } = (await read()).floor
    const item = items[0] ?? expect.fail('has an item')
    await setCurrentItem(workspace.deps, parts(), await actor('secretariat'), id, item.id)
    expect((await read()).floor.currentItemId).toBe(item.id)
    await arrive(id, 's1.head')
    expect((await read()).floor.quorum[0]?.present).toBe(1)
    await askForFloor(workspace.deps, await actor('s1.head'), id, { seatId: seat('s1'), kind: 'speech' })
    expect((await read()).floor.floor).toHaveLength(1)
    await add(id, 'Another')
    expect((await read()).floor.items).toHaveLength(items.length + 1)
  })

  test('[M2] that was being worked out when something changed is not kept', async () => {
    const early = floors.read(id)
    const { items } = await floorNow(id)
    await setCurrentItem(workspace.deps, parts(), await actor('secretariat'), id, items[0]?.id ?? null)
    await early
    expect((await read()).floor.currentItemId).toBe(items[0]?.id)
  })

  test('[G3] follows seats, whoever changed them', async () => {
    const before = (await read()).floor.seats.length
    const input = { label: 'New', constituency: 'NGO', organisationId: asId<OrganisationId>('new') } as const
    await workspace.deps.transaction(async tx => {
      const createdAt = workspace.deps.now()
      await tx.insert(organisationsTable).values({ id: 'new', name: 'New', kind: 'ngo', createdAt })
      await createSeat(tx, workspace.deps, { ...input, groupId: workspace.group, by: null })
    })
    workspace.deps.bus.publish({ type: 'changed', topic: 'group', id: workspace.group })
    expect((await read()).floor.seats).toHaveLength(before + 1)
  })

  test('[M2] goes on being worked out when a term ends by itself', async () => {
    await read()
    const first = queries.count
    workspace.advance(minuteMs)
    await read()
    expect(queries.count).toBeGreaterThan(first)
  })

  test('[M2] is written once, with the moment it is sent', async () => {
    const known = await read()
    workspace.advance(3 * secondMs)
    const sent: unknown = JSON.parse(writeFloor(known, workspace.deps.now()))
    expect(sent).toEqual({ ...known.floor, serverNow: workspace.deps.now() })
  })

  test('[M2] of a meeting that does not exist is not remembered', async () => {
    const none = asId<MeetingId>('none')
    expect(await floors.read(none)).toBeNull()
    const first = queries.count
    await floors.read(none)
    expect(queries.count).toBeGreaterThan(first)
  })
})

describe('opening a meeting costs the server', () => {
  test('[M2] at most 25 queries when nobody has looked yet, and at most 8 then', async () => {
    for (let index = 0; index < 12; index++) await add(id, `Item ${index}`)
    await arrive(id, 's1.head', 's2.head', 'n1.head')
    const deps = { ...workspace.deps, read: queries.read }
    const router = createRouter()
    router.use(
      identity(async () => {
        const { personId } = await actor('s1.head')
        const present = await loadActor(queries.read, personId, deps.now())
        const known = { personId, name: 's1.head', organisation: null, sessionHash: 'hash', actor: present }
        return { identity: known, shutOut: null }
      }),
      requireSignIn,
    )
    router.route('/', meetingRoutes(deps, parts(), floors))
    const cost = async () => {
      const before = queries.count
      const answer = await router.request(`/meetings/${id}`)
      expect(answer.status).toBe(200)
      // Beside these, the session: one.
      return queries.count - before + 1
    }
    const [cold, warm] = [await cost(), await cost()]
    expect(cold).toBeLessThanOrEqual(25)
    expect(warm).toBeLessThanOrEqual(8)
  })
})
