/** The groups of a new workspace with the seats a set-up gives them. [G8, G9] */
import { ok, type GroupId, type OrganisationId, type PersonId, type Result } from '#shared/core'
import { defaultThematicGroups, nwgComposition, type CompositionLine, type ThematicGroupCode } from '#shared/group'
import type { Problem } from '#shared/problem'
import type { SetupBody } from '#shared/people/schema'
import { accredit, createGroup, createSeat, setChair } from '#server/group'
import type { Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import type { Bodies } from './bodies.ts'

/** What fills a line of the composition. */
interface Filling {
  readonly line: CompositionLine
  readonly organisationId: OrganisationId
  readonly head: PersonId | null
}

export type GroupIds = Readonly<Record<'nwg' | ThematicGroupCode, GroupId>>

interface Setting {
  readonly tx: Tx
  readonly deps: Deps
  readonly by: PersonId
  readonly body: SetupBody
}

/** Refusals of the group and people services: `organisation-already-seated`, `email-taken`, `office-without-vote` and others. */
export async function createGroups(setting: Setting, bodies: Bodies): Promise<Result<GroupIds, Problem>> {
  const fillings = new Map<string, Filling>()
  const nwg = await createNwg(setting, bodies, fillings)
  if (!nwg.ok) return nwg
  const ids: Record<string, GroupId> = {}
  for (const [position, { code, name }] of defaultThematicGroups.entries()) {
    const group = await createThematicGroup(setting, { code, name, position }, fillings)
    if (!group.ok) return group
    ids[code] = group.value
  }
  const idOf = (code: ThematicGroupCode): GroupId => {
    const id = ids[code]
    if (id === undefined) throw new Error(`no group was made for ${code}`)
    return id
  }
  return ok({
    nwg: nwg.value,
    prevention: idOf('prevention'),
    protection: idOf('protection'),
    prosecution: idOf('prosecution'),
    children: idOf('children'),
  })
}

/** Every line of the composition becomes a seat: filled, not applicable, or vacant. [G9] */
async function createNwg(
  { tx, deps, by, body }: Setting,
  bodies: Bodies,
  fillings: Map<string, Filling>,
): Promise<Result<GroupId, Problem>> {
  const nwg = await createGroup(tx, deps, { kind: 'nwg', code: 'nwg', name: 'National Working Group', position: 0, by })
  if (!nwg.ok) return nwg
  const groupId = nwg.value.id
  for (const [position, line] of nwgComposition.entries()) {
    const given = body.lines.find(candidate => candidate.key === line.key)
    const filling = given?.state === 'filled' ? await fill(bodies, line, given) : ok(null)
    if (!filling.ok) return filling
    const seated = await seat(
      { tx, deps, by, body },
      { groupId, line, position, filling: filling.value, notApplicable: given?.state === 'notApplicable' },
    )
    if (!seated.ok) return seated
    if (filling.value) fillings.set(line.key, filling.value)
  }
  return ok(groupId)
}

async function createThematicGroup(
  setting: Setting,
  group: { readonly code: string; readonly name: string; readonly position: number },
  fillings: ReadonlyMap<string, Filling>,
): Promise<Result<GroupId, Problem>> {
  const { tx, deps, by, body } = setting
  const created = await createGroup(tx, deps, { kind: 'twg', ...group, by })
  if (!created.ok) return created
  const groupId = created.value.id
  const given = body.thematicGroups.find(candidate => candidate.code === group.code)
  for (const [position, key] of (given?.lines ?? []).entries()) {
    const filling = fillings.get(key)
    if (!filling) continue
    const seated = await seat(setting, { groupId, line: filling.line, position, filling, notApplicable: false })
    if (!seated.ok) return seated
  }
  const chair = fillings.get(given?.chairLine ?? '')?.head ?? null
  if (chair === null) return ok(groupId)
  const set = await setChair(tx, deps, { groupId, personId: chair, replacing: null, by })
  return set.ok ? ok(groupId) : set
}

async function fill(
  bodies: Bodies,
  line: CompositionLine,
  given: Extract<SetupBody['lines'][number], { readonly state: 'filled' }>,
): Promise<Result<Filling, Problem>> {
  const organisation = await bodies.organisation(given.organisationName, line.kind)
  if (!organisation.ok) return organisation
  const head = given.head === null ? ok(null) : await bodies.person(given.head, organisation.value)
  return head.ok ? ok({ line, organisationId: organisation.value, head: head.value }) : head
}

async function seat(
  { tx, deps, by }: Setting,
  input: {
    readonly groupId: GroupId
    readonly line: CompositionLine
    readonly position: number
    readonly filling: Filling | null
    readonly notApplicable: boolean
  },
): Promise<Result<void, Problem>> {
  const { groupId, line, position, filling, notApplicable } = input
  const { label, constituency } = line
  const organisationId = filling?.organisationId ?? null
  const created = await createSeat(tx, deps, {
    groupId,
    label,
    constituency,
    organisationId,
    notApplicable,
    position,
    by,
  })
  if (!created.ok) return created
  if (!filling?.head) return ok()
  const accredited = await accredit(tx, deps, {
    seatId: created.value.seatId,
    personId: filling.head,
    rank: 'head',
    by,
  })
  return accredited.ok ? ok() : accredited
}
