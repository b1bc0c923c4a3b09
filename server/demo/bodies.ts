import { assert, type GroupId, type OrganisationId, type PersonId, type SeatId } from '#shared/core'
import { defaultThematicGroups, type RepresentativeRank } from '#shared/group'
import type { Office } from '#shared/people'
import { accredit, createGroup, createSeat, setChair } from '#server/group'
import { enterOrganisation, enterPerson, fillOffice } from '#server/people'
import { createPlans, type CreatedPlan, type PlanDeps } from '#server/plan'
import { hashPassword, keepConfidentiality, keepPassword } from '#server/session'
import { keepWorkspace } from '#server/setup'
import type { Tx } from '#server/db'
import type { Result } from '#shared/core'
import { constituencyOf } from '#shared/people'
import {
  demoOrganisations,
  demoPersons,
  demoThematicGroups,
  demoWorkspace,
  nwgHeads,
  type DemoOrganisationKey,
  type DemoRole,
} from './people.ts'

export interface DemoBodies {
  person(role: DemoRole): PersonId
  group(code: string): GroupId
  readonly plans: { readonly nap: CreatedPlan; readonly children: CreatedPlan }
}

const appointments = [
  { office: 'nationalCoordinator', role: 'coordinator', act: 'Government decision 12/2026' },
  { office: 'secretariat', role: 'secretariat', act: 'Order of the National Co-ordinator 3/2026' },
  { office: 'rapporteur', role: 'rapporteur', act: 'Resolution of Parliament 7/2026' },
] as const satisfies readonly { office: Office; role: DemoRole; act: string }[]

/** Everybody and everything that sits, in one transaction: a start that is cut off leaves nothing behind. */
export async function enterBodies(deps: PlanDeps, password: string): Promise<DemoBodies> {
  const passwordHash = await hashPassword(password)
  return deps.transaction(async tx => {
    await keepWorkspace(tx, deps, { ...demoWorkspace, demo: true })
    const organisations = new Map<DemoOrganisationKey, OrganisationId>()
    for (const { key, name, kind } of demoOrganisations) {
      organisations.set(key, sure(await enterOrganisation(tx, deps, null, { name, kind })).id)
    }
    const persons = new Map<DemoRole, PersonId>()
    for (const { role, name, organisation } of demoPersons) {
      const organisationId = known(organisations, organisation)
      const email = `${role}@demo.example`
      const { id } = sure(await enterPerson(tx, deps, null, { name, email, organisationId }))
      await keepPassword(tx, deps, id, passwordHash)
      await keepConfidentiality(tx, deps, id)
      persons.set(role, id)
    }
    const person = (role: DemoRole) => known(persons, role)
    const by = person('secretariat')
    for (const { office, role, act } of appointments) {
      sure(await fillOffice(tx, deps, by, { office, personId: person(role), act, startsAt: deps.now(), endsAt: null }))
    }

    const seating = { tx, deps, by, organisation: (key: DemoOrganisationKey) => known(organisations, key), person }
    const groups = new Map<string, GroupId>()
    groups.set('nwg', await seatNwg(seating))
    for (const [index, { code, name }] of defaultThematicGroups.entries()) {
      groups.set(code, await seatThematicGroup(seating, code, name, index + 1))
    }
    const group = (code: string) => known(groups, code)
    const plans = await createPlans(tx, deps, {
      nwgGroupId: group('nwg'),
      childrenGroupId: group('children'),
      groupIdByOwner: {
        nwg: group('nwg'),
        prevention: group('prevention'),
        protection: group('protection'),
        prosecution: group('prosecution'),
        children: group('children'),
      },
      by,
    })
    return { person, group, plans }
  })
}

interface Seating {
  readonly tx: Tx
  readonly deps: PlanDeps
  readonly by: PersonId
  organisation(key: DemoOrganisationKey): OrganisationId
  person(role: DemoRole): PersonId
}

async function seatNwg(seating: Seating): Promise<GroupId> {
  const { tx, deps, by } = seating
  const nwg = { kind: 'nwg', code: 'nwg', name: 'National Working Group', position: 0, by } as const
  const { id } = sure(await createGroup(tx, deps, nwg))
  for (const key of nwgHeads) {
    const seatId = await seat(seating, id, key)
    await represent(seating, seatId, key, 'head')
    if (key === 'interior') await represent(seating, seatId, 'alternate-interior', 'alternate')
  }
  const vacant = {
    groupId: id,
    label: 'Other social partner',
    constituency: 'PARTNER',
    organisationId: null,
    by,
  } as const
  sure(await createSeat(tx, deps, vacant))
  return id
}

/** The chair heads the seat of their organisation; whoever heads it in the NWG is the alternate here. */
async function seatThematicGroup(seating: Seating, code: string, name: string, position: number): Promise<GroupId> {
  const { tx, deps, by } = seating
  const plan = demoThematicGroups.find(group => group.code === code)
  assert(plan, `no demonstration members for ${code}`)
  const { id } = sure(await createGroup(tx, deps, { kind: 'twg', code, name, position, by }))
  for (const [index, key] of plan.members.entries()) {
    const seatId = await seat(seating, id, key)
    if (index === 0) await represent(seating, seatId, plan.chair, 'head')
    await represent(seating, seatId, key, index === 0 ? 'alternate' : 'head')
  }
  sure(await setChair(tx, deps, { groupId: id, personId: seating.person(plan.chair), replacing: null, by }))
  return id
}

async function seat(
  { tx, deps, by, organisation }: Seating,
  groupId: GroupId,
  key: DemoOrganisationKey,
): Promise<SeatId> {
  const found = demoOrganisations.find(candidate => candidate.key === key)
  assert(found, `no demonstration organisation ${key}`)
  const constituency = constituencyOf[found.kind]
  const label = found.name
  return sure(await createSeat(tx, deps, { groupId, label, constituency, organisationId: organisation(key), by }))
    .seatId
}

async function represent({ tx, deps, by, person }: Seating, seatId: SeatId, role: DemoRole, rank: RepresentativeRank) {
  sure(await accredit(tx, deps, { seatId, personId: person(role), rank, by }))
}

/** The demonstration's own acts are never refused; if one is, it is a bug. */
export function sure<T>(result: Result<T, { readonly type: string }>): T {
  if (!result.ok) throw new Error(`the demonstration could not be made: ${JSON.stringify(result.problem)}`)
  return result.value
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  assert(value !== undefined, `nothing under ${String(key)}`)
  return value
}
