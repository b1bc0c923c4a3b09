/** A workspace in which a group votes: real groups and a real database, texts that stand still. */
import { afterEach, beforeEach, expect } from 'vitest'
import type { Actor } from '#shared/access'
import { asId, hourMs, sha256Hex, type GroupId, type MotionId, type PersonId, type SeatId } from '#shared/core'
import type { Choice } from '#shared/motion'
import { officesTable, organisationsTable, personsTable, recordTable } from '#server/db'
import { accredit, createGroup, createSeat, loadActor } from '#server/group'
import {
  castBallot,
  openMotion,
  readMotion,
  type MotionSubjects,
  type SubjectFacts,
  type SubjectMove,
} from '#server/motion'
import { valueOf } from './result.ts'
import { preparedDeps, type TempDeps } from './temp-deps.ts'

/**
 * Texts that stand still: what the votes need of a plan, and a list of what they were told. One called `altered…` is not
 * intact; the writers of one called `closed…` may write again with its outcome; `election…` elects s1.head or n1.head.
 */
function makeSubjects(group: GroupId) {
  const states = new Map<string, string>()
  const told: (readonly [string, SubjectMove])[] = []
  const after = {
    open: 'underVote',
    adopt: 'adopted',
    return: 'returned',
    reject: 'rejected',
    release: 'submitted',
    void: 'submitted',
  } as const
  const facts = (id: string): SubjectFacts => {
    const state = states.get(id) ?? 'submitted'
    return {
      id,
      baseId: 'section-1',
      groupId: group,
      groupKind: 'nwg',
      ...(id.startsWith('election')
        ? { rulesKind: 'election', candidates: [asId<PersonId>('s1.head'), asId<PersonId>('n1.head')] }
        : { rulesKind: 'section' }),
      planKind: 'nap',
      digest: sha256Hex(id),
      title: `Text ${id}`,
      state,
      mayOpen: state === 'submitted' || state === 'returned',
      intact: !id.startsWith('altered'),
    }
  }
  const subject = {
    async load(_queries: unknown, id: string) {
      return id === 'nothing' ? null : facts(id)
    },
    async words(_queries: unknown, id: string) {
      return `The words of ${id}, spoken at Hôtel Łódź.`
    },
    async titles(_queries: unknown, ids: readonly string[]) {
      return new Map(ids.map(id => [id, { title: `Text ${id}`, name: null }]))
    },
    async holdsTo(_queries: unknown, id: string) {
      return id.startsWith('held') ? ('inPlan' as const) : null
    },
    async moved(_tx: unknown, _deps: unknown, id: string, move: SubjectMove) {
      states.set(id, after[move])
      told.push([id, move])
      return { accessChanged: id.startsWith('closed') && move !== 'open' }
    },
  }
  const subjects: MotionSubjects = {
    sectionVersion: { kind: 'sectionVersion', ...subject },
    planVersion: { kind: 'planVersion', ...subject },
    minutesVersion: { kind: 'minutesVersion', ...subject },
    termsVersion: { kind: 'termsVersion', ...subject },
    election: { kind: 'election', ...subject },
    amendment: { kind: 'amendment', ...subject },
  }
  return { subjects, told }
}

export interface Workspace extends TempDeps {
  readonly group: GroupId
  readonly subjects: MotionSubjects
  readonly told: readonly (readonly [string, SubjectMove])[]
  /** By name: s1 … s4, n1, n2, p1. */
  readonly seats: Readonly<Record<string, SeatId>>
  /** By person. */
  readonly accreditations: Readonly<Record<string, string>>
  actor(personId: string): Promise<Actor>
}

export const seatNames = ['s1', 's2', 's3', 's4', 'n1', 'n2', 'p1'] as const
const constituencies = { s: 'STATE', n: 'NGO', p: 'PARTNER' } as const
const kinds = { s: 'ministry', n: 'ngo', p: 'socialPartner' } as const

/** The NWG: S4 N2 P1, each with a head `s1.head`; `s1` with an alternate; the Co-ordinator presides, the Secretariat is there. */
const openPrepared = preparedDeps(async deps => {
  const seats: Record<string, SeatId> = {}
  const accreditations: Record<string, string> = {}
  const group = await deps.transaction(async tx => {
    const createdAt = deps.now()
    const person = async (id: string, organisationId: string | null) => {
      await tx.insert(personsTable).values({
        id,
        name: `Person ${id}`,
        email: `${id}@example.org`,
        organisationId,
        userHandle: id,
        locale: 'en',
        confidentialityConfirmedAt: createdAt,
        createdAt,
      })
      return asId<PersonId>(id)
    }
    const nwg = { kind: 'nwg', code: 'nwg', name: 'NWG', position: 0, by: null } as const
    const { id: groupId } = valueOf(await createGroup(tx, deps, nwg))
    for (const name of seatNames) {
      const letter = name[0] === 'n' ? 'n' : name[0] === 'p' ? 'p' : 's'
      const kind = kinds[letter]
      await tx.insert(organisationsTable).values({ id: name, name: `Organisation ${name}`, kind, createdAt })
      const made = await createSeat(tx, deps, {
        groupId,
        label: `Seat ${name}`,
        constituency: constituencies[letter],
        organisationId: asId(name),
        by: null,
      })
      const { seatId } = valueOf(made)
      seats[name] = seatId
      const ranks = name === 's1' ? (['head', 'alternate'] as const) : (['head'] as const)
      for (const rank of ranks) {
        const personId = await person(`${name}.${rank}`, name)
        const given = valueOf(await accredit(tx, deps, { seatId, personId, rank, by: null }))
        accreditations[personId] = given.accreditationId
      }
    }
    for (const office of ['nationalCoordinator', 'secretariat']) {
      await person(office, null)
      const row = { id: office, office, personId: office, act: 'Decree 1', startsAt: createdAt, endsAt: null }
      await tx.insert(officesTable).values(row)
    }
    await person('stranger', null)
    await person('spare', 's1')
    return groupId
  })
  return { group, seats, accreditations }
})

async function makeWorkspace(): Promise<Workspace> {
  const { temp, value } = await openPrepared()
  const { deps } = temp
  const { group, accreditations } = value
  // Each test may add seats of its own.
  const seats = { ...value.seats }
  return {
    ...temp,
    group,
    seats,
    accreditations,
    ...makeSubjects(group),
    actor: id => loadActor(deps.read, asId<PersonId>(id), deps.now()),
  }
}

/** The workspace of the running test. */
export let workspace: Workspace

/** Gives every test of a file a fresh workspace. */
export function inVoteWorkspace(): void {
  beforeEach(async () => {
    workspace = await makeWorkspace()
  })
  afterEach(() => workspace.close())
}

/** A fresh workspace for as long as `work` lasts, where one test needs many. */
export async function inFreshWorkspace(work: () => Promise<void>): Promise<void> {
  workspace = await makeWorkspace()
  try {
    await work()
  } finally {
    await workspace.close()
  }
}

export const actor = (personId: string): Promise<Actor> => workspace.actor(personId)
/** The seat of this name, or one that is nowhere. */
export const seat = (name: string): SeatId => workspace.seats[name] ?? asId<SeatId>(name)

/** Id of the text that is voted on; its digest is that of the id. */
export const text = 'version-1'

/** Puts a text to the vote for an hour: by the chair, in a meeting, with everybody present unless said otherwise. */
export async function open(
  input: {
    readonly by?: string
    readonly subjectId?: string
    readonly present?: readonly string[]
    readonly byPost?: boolean
    readonly method?: 'CONSENSUS' | 'SILENCE'
    readonly forMs?: number
  } = {},
) {
  const { deps, subjects } = workspace
  const {
    by = 'nationalCoordinator',
    subjectId = text,
    present = seatNames,
    byPost = false,
    method,
    forMs = hourMs,
  } = input
  const closesAt = deps.now() + forMs
  const about = { subjectKind: 'sectionVersion', subjectId, closesAt, method } as const
  const roll = present.map(seat)
  return openMotion(
    deps,
    subjects,
    await actor(by),
    byPost ? { ...about, mode: 'correspondence' } : { ...about, mode: 'meeting', roll },
  )
}

export async function openOrThrow(input: Parameters<typeof open>[0] = {}): Promise<MotionId> {
  return valueOf(await open(input))
}

/** @param caster `s1.head` casts for s1 unless another seat is named */
export async function cast(
  motionId: MotionId,
  caster: string,
  choice: Choice,
  more: { digest?: string; seat?: string } = {},
) {
  const { deps, subjects } = workspace
  const seatId = seat(more.seat ?? caster.split('.')[0] ?? '')
  const reason = ['RECUSED', 'BLOCK', 'AMEND', 'STATEMENT'].includes(choice) ? 'We are named in it.' : null
  return castBallot(deps, subjects, await actor(caster), motionId, {
    seatId,
    choice,
    digest: more.digest ?? sha256Hex(text),
    reason,
  })
}

export async function castAll(motionId: MotionId, choices: Readonly<Record<string, Choice>>, digest?: string) {
  for (const [name, choice] of Object.entries(choices)) {
    expect(await cast(motionId, `${name}.head`, choice, digest === undefined ? {} : { digest })).toMatchObject({
      ok: true,
    })
  }
}

export async function view(motionId: MotionId, as = 'nationalCoordinator') {
  const { deps, subjects } = workspace
  return valueOf(await readMotion(deps, subjects, await actor(as), motionId))
}

/** The acts in the record, in order. */
export async function recordedActs(): Promise<readonly string[]> {
  const rows = await workspace.deps.read.select().from(recordTable).orderBy(recordTable.number)
  return rows.map(row => row.act)
}

/** Those on votes. */
export const acts = async () => (await recordedActs()).filter(act => /^(motion|ballot)\./.test(act))

export const seatOf = (seen: Awaited<ReturnType<typeof view>>, name: string) =>
  seen.roster.find(one => one.seatId === workspace.seats[name])

export const allYes = { s1: 'YES', s2: 'YES', s3: 'YES', s4: 'YES', n1: 'YES', n2: 'YES', p1: 'YES' } as const
