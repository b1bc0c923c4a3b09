/** Both plans over a database of their own, and persons of every sort who are there by name. */
import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#shared/access'
import { asId, type GroupId, type PersonId, type SectionId } from '#shared/core'
import type { Constituency } from '#shared/group'
import { parseEntry, type RecordEntry } from '#shared/record'
import { documentUpdatesTable, recordTable, type Queries, type Tx } from '#server/db'
import { createGroup, createSeat } from '#server/group'
import { enterOrganisation, enterPerson } from '#server/people'
import { createPlans, type PlanDeps } from '#server/plan'
import type { Deps } from '../../server/deps.ts'
import { valueOf } from './result.ts'
import { preparedDeps, type TempDeps } from './temp-deps.ts'

const groupCodes = ['nwg', 'prevention', 'protection', 'prosecution', 'children'] as const
type GroupCode = (typeof groupCodes)[number]

interface Part {
  readonly seatIn?: GroupCode
  readonly observes?: true
  readonly chairs?: GroupCode
  readonly office?: Actor['offices'][number]
}

const cast = {
  'chair of Protection': { seatIn: 'protection', chairs: 'protection' },
  'member of Protection': { seatIn: 'protection' },
  'observer of Protection': { seatIn: 'protection', observes: true },
  'chair of Prevention': { seatIn: 'prevention', chairs: 'prevention' },
  'member of Prevention': { seatIn: 'prevention' },
  'member of the NWG': { seatIn: 'nwg' },
  'observer of the NWG': { seatIn: 'nwg', observes: true },
  'Co-ordinator': { office: 'nationalCoordinator', chairs: 'nwg' },
  Secretariat: { office: 'secretariat' },
  Rapporteur: { office: 'rapporteur' },
} as const satisfies Record<string, Part>

export type Who = keyof typeof cast
export const everybody = Object.keys(cast) as Who[]

export interface PlanWorkspace extends Omit<TempDeps, 'deps'> {
  readonly deps: PlanDeps
  actor(who: Who): Actor
  /** @param key of the National Action Plan's template: `C.3.1` */
  sectionId(key: string): SectionId
  /** Acts on one thing, in order. */
  entriesOn(subjectId: string): Promise<readonly RecordEntry[]>
}

/** The workspace of the running test. */
export let workspace: PlanWorkspace

/** Gives every test of a file a fresh workspace. */
export function inPlanWorkspace(): void {
  beforeEach(async () => {
    workspace = await makeWorkspace()
  })
  afterEach(() => workspace.close())
}

const planDeps = (deps: Deps): PlanDeps => ({
  ...deps,
  readDocument: id => readCommitted(deps.read, id),
  versionWithdrawn: async () => {},
})

const openPrepared = preparedDeps(temp => {
  const deps = planDeps(temp)
  return deps.transaction(async tx => {
    const groups = await makeGroups(tx, deps)
    const input = { nwgGroupId: groups.nwg, childrenGroupId: groups.children, groupIdByOwner: groups, by: null }
    return { nap: (await createPlans(tx, deps, input)).nap, actors: await makeCast(tx, deps, groups) }
  })
})

async function makeWorkspace(): Promise<PlanWorkspace> {
  const { temp, value } = await openPrepared()
  const deps = planDeps(temp.deps)
  const { nap, actors } = value
  return {
    ...temp,
    deps,
    actor: who => known(actors.get(who), who),
    sectionId: key => known(nap.sectionIds.get(key), key),
    async entriesOn(subjectId) {
      const rows = await deps.read
        .select({ entry: recordTable.entry })
        .from(recordTable)
        .where(eq(recordTable.subjectId, subjectId))
        .orderBy(asc(recordTable.number))
      return rows.map(row => parseEntry(row.entry))
    },
  }
}

async function makeGroups(tx: Tx, deps: PlanDeps): Promise<Readonly<Record<GroupCode, GroupId>>> {
  const none = asId<GroupId>('none')
  const groups = { nwg: none, prevention: none, protection: none, prosecution: none, children: none }
  for (const [position, code] of groupCodes.entries()) {
    const kind = code === 'nwg' ? 'nwg' : 'twg'
    groups[code] = valueOf(await createGroup(tx, deps, { kind, code, name: code, position, by: null })).id
  }
  return groups
}

async function makeCast(
  tx: Tx,
  deps: PlanDeps,
  groups: Readonly<Record<GroupCode, GroupId>>,
): Promise<ReadonlyMap<Who, Actor>> {
  const actors = new Map<Who, Actor>()
  for (const who of everybody) {
    const part: Part = cast[who]
    const kind = part.observes ? 'io' : 'ministry'
    const organisation = valueOf(await enterOrganisation(tx, deps, null, { name: `Office of the ${who}`, kind }))
    const email = `${deps.newId<PersonId>()}@example.org`
    const { id: personId } = valueOf(
      await enterPerson(tx, deps, null, { name: `The ${who}`, email, organisationId: organisation.id }),
    )
    const seats: Actor['seats'][number][] = []
    if (part.seatIn) {
      const groupId = groups[part.seatIn]
      const constituency: Constituency = part.observes ? 'OBSERVER' : 'STATE'
      const organisationId = organisation.id
      const { seatId } = valueOf(
        await createSeat(tx, deps, { groupId, label: who, constituency, organisationId, by: null }),
      )
      seats.push({ seatId, groupId, constituency, rank: 'head' })
    }
    const offices = part.office ? [part.office] : []
    const chairs = part.chairs ? [groups[part.chairs]] : []
    actors.set(who, { personId, offices, seats, chairs, confidential: true })
  }
  return actors
}

async function readCommitted(queries: Queries, documentId: string): Promise<Uint8Array> {
  const rows = await queries
    .select({ bytes: documentUpdatesTable.bytes })
    .from(documentUpdatesTable)
    .where(eq(documentUpdatesTable.documentId, documentId))
    .orderBy(asc(documentUpdatesTable.seq))
  return Y.mergeUpdates(rows.map(row => row.bytes))
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`nothing here is called ${name}`)
  return value
}
