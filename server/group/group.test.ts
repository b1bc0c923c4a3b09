import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asId, type GroupId, type OrganisationId, type PersonId, type Result, type SeatId } from '#shared/core'
import type { Actor } from '#shared/access'
import type { OrganisationKind, Office } from '#shared/people'
import { recordTable } from '#server/db'
import { enterOrganisation, enterPerson, fillOffice } from '#server/people'
import { openTempDeps, type TempDeps } from '../../tests/support/temp-deps.ts'
import { electorate, listGroups, loadActor, loadGroup, presidingCoordinatorId, ruleSetOf } from './index.ts'
import { createGroup } from './groups.ts'
import { createSeat } from './seats.ts'
import * as service from './service.ts'

let world: TempDeps
let secretariat: Actor

beforeEach(async () => {
  world = openTempDeps()
  const person = await buildPerson('Clerk', await buildOrganisation('National Secretariat', 'publicBody'))
  await appoint(person, 'secretariat')
  secretariat = actor({ personId: person, offices: ['secretariat'] })
})
afterEach(() => world.close())

describe('seats', () => {
  test.each([
    { kind: 'ministry', constituency: 'STATE' },
    { kind: 'publicBody', constituency: 'STATE' },
    { kind: 'research', constituency: 'STATE' },
    { kind: 'childAgency', constituency: 'STATE' },
    { kind: 'ngo', constituency: 'NGO' },
    { kind: 'socialPartner', constituency: 'PARTNER' },
    { kind: 'io', constituency: 'OBSERVER' },
  ] as const)(
    '[G2] an organisation of kind $kind sits as $constituency and nowhere else',
    async ({ kind, constituency }) => {
      const groupId = await buildGroup('twg')
      const organisationId = await buildOrganisation('Body', kind)
      const wrong = constituency === 'STATE' ? 'NGO' : 'STATE'
      expect(
        await service.addSeat(world.deps, secretariat, groupId, { label: 'A', constituency: wrong, organisationId }),
      ).toEqual(refused({ type: 'constituency-mismatch', expected: constituency }))
      expect(
        await service.addSeat(world.deps, secretariat, groupId, { label: 'A', constituency, organisationId }),
      ).toMatchObject({ ok: true })
    },
  )

  test('[G3] an organisation has one seat in a group, and may have one in another group', async () => {
    const [first, second] = [await buildGroup('twg', 'first'), await buildGroup('twg', 'second')]
    const organisationId = await buildOrganisation('Shelter', 'ngo')
    await buildSeat(first, organisationId, 'NGO')
    const again = await service.addSeat(world.deps, secretariat, first, {
      label: 'Twice',
      constituency: 'NGO',
      organisationId,
    })
    expect(again).toEqual(refused({ type: 'organisation-already-seated', seatLabel: 'Seat' }))
    await buildSeat(second, organisationId, 'NGO')
  })

  test('[G9] a vacant line can be marked not applicable and back, and then given to an organisation', async () => {
    const groupId = await buildGroup('twg')
    const seatId = await buildSeat(groupId, null, 'STATE')
    const organisationId = await buildOrganisation('Justice', 'ministry')
    await mustAlter(seatId, { act: 'markNotApplicable' })
    expect(await alter(seatId, { act: 'assign', organisationId })).toEqual(refused({ type: 'seat-changed' }))
    await mustAlter(seatId, { act: 'markApplicable' })
    await mustAlter(seatId, { act: 'assign', organisationId })
    expect((await seatsOf(groupId))[0]).toMatchObject({ organisationName: 'Justice', notApplicable: false })
  })

  test('[G3] two give one vacant seat to different organisations at once: one succeeds, the other is told', async () => {
    const groupId = await buildGroup('twg')
    const seatId = await buildSeat(groupId, null, 'STATE')
    const [a, b] = [await buildOrganisation('A', 'ministry'), await buildOrganisation('B', 'ministry')]
    const outcomes = await Promise.all([a, b].map(organisationId => alter(seatId, { act: 'assign', organisationId })))
    expect(outcomes).toEqual([expect.objectContaining({ ok: true }), refused({ type: 'seat-changed' })])
  })

  test('[G3] an organisation that leaves its seat takes its representatives with it', async () => {
    const { groupId, seatId, organisationId, personId } = await buildSpeaker('twg')
    await mustAlter(seatId, { act: 'vacate', organisationId })
    expect((await seatsOf(groupId))[0]).toMatchObject({ organisationId: null, representatives: [] })
    expect((await loadActor(world.deps.read, personId, world.deps.now())).seats).toEqual([])
    expect(world.events).toContainEqual({ type: 'accessChanged', persons: [personId] })
    expect(await acts()).toEqual(expect.arrayContaining(['seat.vacated', 'representative.ended']))
  })

  test('[G3] a seat that left the group is in no list and no electorate', async () => {
    const { groupId, seatId } = await buildSpeaker('twg')
    await mustAlter(seatId, { act: 'end' })
    expect(await seatsOf(groupId)).toEqual([])
    expect(await electorate(world.deps.read, groupId, world.deps.now())).toEqual([])
    expect(await alter(seatId, { act: 'end' })).toEqual(refused({ type: 'not-found' }))
  })
})

describe('accreditation', () => {
  test('[G3] only a person of the organisation that holds the seat speaks for it', async () => {
    const { seatId } = await buildSpeaker('twg')
    const stranger = await buildPerson('Stranger', await buildOrganisation('Elsewhere', 'ministry'))
    expect(await accreditAs(seatId, stranger, 'alternate')).toEqual(refused({ type: 'not-of-organisation' }))
  })

  test('[G3] a seat has one head: of two accredited at once, one is told', async () => {
    const groupId = await buildGroup('twg')
    const organisationId = await buildOrganisation('Labour', 'ministry')
    const seatId = await buildSeat(groupId, organisationId, 'STATE')
    const [a, b] = [await buildPerson('A', organisationId), await buildPerson('B', organisationId)]
    const outcomes = await Promise.all([accreditAs(seatId, a, 'head'), accreditAs(seatId, b, 'head')])
    expect(outcomes).toEqual([expect.objectContaining({ ok: true }), refused({ type: 'seat-has-head' })])
  })

  test('[G3] a seat has at most three alternates', async () => {
    const { seatId, organisationId } = await buildSpeaker('twg')
    for (const name of ['A', 'B', 'C']) {
      expect(await accreditAs(seatId, await buildPerson(name, organisationId), 'alternate')).toMatchObject({ ok: true })
    }
    const fourth = await accreditAs(seatId, await buildPerson('D', organisationId), 'alternate')
    expect(fourth).toEqual(refused({ type: 'too-many-alternates', limit: 3 }))
  })

  test('[G3] one person may speak for several seats', async () => {
    const { organisationId, personId } = await buildSpeaker('twg')
    const other = await buildSeat(await buildGroup('twg', 'other'), organisationId, 'STATE')
    expect(await accreditAs(other, personId, 'head')).toMatchObject({ ok: true })
    expect((await loadActor(world.deps.read, personId, world.deps.now())).seats).toHaveLength(2)
  })

  test.each(['rapporteur', 'secretariat'] as const)('[G11] the %s holds no voting seat', async office => {
    const { seatId, organisationId } = await buildSpeaker('twg')
    const holder = await buildPerson('Holder', organisationId)
    await appoint(holder, office)
    expect(await accreditAs(seatId, holder, 'alternate')).toEqual(refused({ type: 'office-without-vote', office }))
  })

  test('[G3] an accreditation ends once', async () => {
    const { accreditationId, personId } = await buildSpeaker('twg')
    world.advance(1)
    expect(await service.removeRepresentative(world.deps, secretariat, accreditationId)).toMatchObject({ ok: true })
    expect((await loadActor(world.deps.read, personId, world.deps.now())).seats).toEqual([])
    expect(await service.removeRepresentative(world.deps, secretariat, accreditationId)).toEqual(
      refused({ type: 'accreditation-ended' }),
    )
  })
})

describe('chairs', () => {
  test('[G6] a chair represents a voting seat of the group', async () => {
    const { groupId, personId } = await buildSpeaker('twg')
    const outsider = await buildPerson('Outsider', await buildOrganisation('Elsewhere', 'ministry'))
    expect(await chairs(groupId, outsider, null)).toEqual(refused({ type: 'chair-without-seat' }))
    expect(await chairs(groupId, personId, null)).toMatchObject({ ok: true })
    expect((await loadActor(world.deps.read, personId, world.deps.now())).chairs).toEqual([groupId])
  })

  test('[G6] two who set the chair at once: the second is told', async () => {
    const { groupId, personId } = await buildSpeaker('twg')
    const outcomes = await Promise.all([chairs(groupId, personId, null), chairs(groupId, personId, null)])
    expect(outcomes).toEqual([expect.objectContaining({ ok: true }), refused({ type: 'chair-changed' })])
  })

  test('[G6] a chair who no longer speaks in the group chairs it no longer', async () => {
    const { groupId, personId, accreditationId } = await buildSpeaker('twg')
    await chairs(groupId, personId, null)
    world.advance(1)
    await service.removeRepresentative(world.deps, secretariat, accreditationId)
    expect((await loadActor(world.deps.read, personId, world.deps.now())).chairs).toEqual([])
    expect(await acts()).toContain('group.chairEnded')
  })

  test('[G6] the National Co-ordinator chairs the NWG by office and presides there alone', async () => {
    const nwg = await buildGroup('nwg', 'nwg')
    const twg = await buildGroup('twg', 'twg')
    const coordinator = await buildPerson('Co-ordinator', await buildOrganisation('Interior', 'ministry'))
    await appoint(coordinator, 'nationalCoordinator')
    const now = world.deps.now()
    const inFull = async (id: GroupId) => (await loadGroup(world.deps.read, id, now)) ?? expect.fail('no such group')
    expect((await loadActor(world.deps.read, coordinator, now)).chairs).toEqual([nwg])
    expect(presidingCoordinatorId(await inFull(nwg))).toBe(coordinator)
    expect(presidingCoordinatorId(await inFull(twg))).toBeNull()
    expect(await chairs(nwg, coordinator, null)).toEqual(refused({ type: 'chair-by-office' }))
  })
})

describe('groups', () => {
  test('[G8] the Secretariat adds a thematic group, once by each code', async () => {
    const body = { code: 'supply-chains', name: 'Supply chains' }
    expect(await service.addGroup(world.deps, secretariat, body)).toMatchObject({ ok: true })
    expect(await service.addGroup(world.deps, secretariat, body)).toEqual(refused({ type: 'group-code-taken' }))
    expect(await listGroups(world.deps.read)).toMatchObject([{ kind: 'twg', ...body }])
  })

  test('[G7] the NWG needs two NGO seats with somebody accredited, a TWG one', async () => {
    expect(await ruleSetOf(world.deps.read, await buildGroup('nwg', 'nwg'))).toMatchObject({ ngoMinimum: 2 })
    expect(await ruleSetOf(world.deps.read, await buildGroup('twg', 'twg'))).toMatchObject({ ngoMinimum: 1 })
  })

  test('[G7] [G12] composition is computed: share, vacancies, and whether the group is properly constituted', async () => {
    const groupId = await buildGroup('twg')
    await buildSeat(groupId, await buildOrganisation('Welfare', 'ministry'), 'STATE')
    await buildSeat(groupId, null, 'STATE')
    const shelter = await buildOrganisation('Shelter', 'ngo')
    const seatId = await buildSeat(groupId, shelter, 'NGO')
    expect(await compositionOf(groupId)).toMatchObject({
      properlyConstituted: false,
      ngoSharePercent: 50,
      vacancies: 1,
      unaccredited: 2,
    })
    await accreditAs(seatId, await buildPerson('Head', shelter), 'head')
    expect(await compositionOf(groupId)).toMatchObject({
      properlyConstituted: true,
      ngoSeatsAccredited: 1,
      unaccredited: 1,
    })
  })

  test('[V1] the electorate holds voting seats of organisations only, each with its head first', async () => {
    const { groupId, seatId, organisationId, personId } = await buildSpeaker('twg')
    await buildSeat(groupId, null, 'STATE')
    await buildSeat(groupId, await buildOrganisation('Observer', 'io'), 'OBSERVER')
    const alternate = await buildPerson('Alternate', organisationId)
    await accreditAs(seatId, alternate, 'alternate')
    const seats = await electorate(world.deps.read, groupId, world.deps.now())
    expect(seats).toMatchObject([
      {
        seatId,
        representatives: [
          { personId, rank: 'head' },
          { personId: alternate, rank: 'alternate' },
        ],
      },
    ])
  })

  test.each([
    { who: 'the co-ordinator', by: actor({ offices: ['nationalCoordinator'] }) },
    { who: 'the rapporteur', by: actor({ offices: ['rapporteur'] }) },
    { who: 'a chair', by: actor({ chairs: [asId<GroupId>('any')] }) },
    {
      who: 'a Secretariat that has not confirmed confidentiality',
      by: actor({ offices: ['secretariat'], confidential: false }),
    },
  ])('[G1] $who cannot manage groups', async ({ by }) => {
    expect(await service.addGroup(world.deps, by, { code: 'x', name: 'X' })).toEqual(refused({ type: 'not-permitted' }))
    expect(await service.alterSeat(world.deps, by, asId('none'), { act: 'end' })).toEqual(
      refused({ type: 'not-permitted' }),
    )
  })
})

function refused(problem: { readonly type: string; readonly [fact: string]: unknown }) {
  return { ok: false, problem }
}

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
  return result.value
}

function actor(part: Partial<Actor>): Actor {
  return { personId: asId<PersonId>('somebody'), offices: [], seats: [], chairs: [], confidential: true, ...part }
}

const buildOrganisation = async (name: string, kind: OrganisationKind): Promise<OrganisationId> =>
  must(await world.deps.transaction(tx => enterOrganisation(tx, world.deps, null, { name, kind }))).id

const buildPerson = async (name: string, organisationId: OrganisationId): Promise<PersonId> =>
  must(
    await world.deps.transaction(tx =>
      enterPerson(tx, world.deps, null, { name, email: `${world.deps.newId()}@example.org`, organisationId }),
    ),
  ).id

const appoint = async (personId: PersonId, office: Office) =>
  must(
    await world.deps.transaction(tx =>
      fillOffice(tx, world.deps, null, { office, personId, act: 'Decree 1', startsAt: world.deps.now(), endsAt: null }),
    ),
  )

const buildGroup = async (kind: 'nwg' | 'twg', code = 'group'): Promise<GroupId> =>
  must(
    await world.deps.transaction(tx => createGroup(tx, world.deps, { kind, code, name: code, position: 0, by: null })),
  ).id

const buildSeat = async (
  groupId: GroupId,
  organisationId: OrganisationId | null,
  constituency: 'STATE' | 'NGO' | 'PARTNER' | 'OBSERVER',
) =>
  must(
    await world.deps.transaction(tx =>
      createSeat(tx, world.deps, { groupId, label: 'Seat', constituency, organisationId, by: null }),
    ),
  ).seatId

/** A group with one STATE seat and its head. */
async function buildSpeaker(kind: 'nwg' | 'twg') {
  const groupId = await buildGroup(kind)
  const organisationId = await buildOrganisation('Welfare', 'ministry')
  const seatId = await buildSeat(groupId, organisationId, 'STATE')
  const personId = await buildPerson('Head', organisationId)
  const { accreditationId } = must(await accreditAs(seatId, personId, 'head'))
  return { groupId, organisationId, seatId, personId, accreditationId }
}

const accreditAs = (seatId: SeatId, personId: PersonId, rank: 'head' | 'alternate') =>
  service.addRepresentative(world.deps, secretariat, seatId, { personId, rank })
const alter = (seatId: SeatId, change: Parameters<typeof service.alterSeat>[3]) =>
  service.alterSeat(world.deps, secretariat, seatId, change)
const mustAlter = async (seatId: SeatId, change: Parameters<typeof service.alterSeat>[3]) =>
  must(await alter(seatId, change))
const chairs = (groupId: GroupId, personId: PersonId | null, replacing: PersonId | null) =>
  service.giveChair(world.deps, secretariat, groupId, { personId, replacing })
const seatsOf = async (groupId: GroupId) => (await loadGroup(world.deps.read, groupId, world.deps.now()))?.seats ?? []
const compositionOf = async (groupId: GroupId) =>
  must(await service.readGroup(world.deps, secretariat, groupId)).composition
const acts = async () =>
  (await world.deps.read.select({ act: recordTable.act }).from(recordTable).orderBy(recordTable.number)).map(
    row => row.act,
  )
