import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Actor } from '#shared/access'
import { asId, dayMs, hourMs, sha256Hex, type GroupId, type MotionId, type PersonId, type SeatId } from '#shared/core'
import type { Choice } from '#shared/motion'
import {
  motionEventsTable,
  motionsTable,
  officesTable,
  organisationsTable,
  personsTable,
  recordTable,
} from '#server/db'
import { accredit, createGroup, createSeat, endAccreditation, loadActor } from '#server/group'
import { checkRecord } from '#server/record'
import { openTempDeps, type TempDeps } from '../../tests/support/temp-deps.ts'
import {
  castBallot,
  closeDueMotions,
  closeMotion,
  extendMotion,
  listMotions,
  motionChecks,
  motionRecords,
  openBallotsFor,
  openMotion,
  readMotion,
  startMotionCloser,
  type MotionSubjects,
  type SubjectFacts,
  type SubjectMove,
} from './index.ts'

/** Texts that stand still: what the votes need of a plan, and a list of what they were told. */
function makeSubjects(group: GroupId) {
  const states = new Map<string, string>()
  const told: (readonly [string, SubjectMove])[] = []
  const after = {
    open: 'underVote',
    adopt: 'adopted',
    return: 'returned',
    reject: 'rejected',
    release: 'submitted',
  } as const
  const facts = (id: string): SubjectFacts => {
    const state = states.get(id) ?? 'submitted'
    return {
      id,
      baseId: 'section-1',
      groupId: group,
      groupKind: 'nwg',
      rulesKind: 'section',
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
    async moved(_tx: unknown, _deps: unknown, id: string, move: SubjectMove) {
      states.set(id, after[move])
      told.push([id, move])
    },
  }
  const subjects: MotionSubjects = {
    sectionVersion: { kind: 'sectionVersion', ...subject },
    planVersion: { kind: 'planVersion', ...subject },
  }
  return { subjects, told }
}

interface Workspace extends TempDeps {
  readonly group: GroupId
  readonly subjects: MotionSubjects
  readonly told: readonly (readonly [string, SubjectMove])[]
  /** By name: s1 … s4, n1, n2, p1. */
  readonly seats: Readonly<Record<string, SeatId>>
  /** By person. */
  readonly accreditations: Readonly<Record<string, string>>
  actor(personId: string): Promise<Actor>
}

const seatNames = ['s1', 's2', 's3', 's4', 'n1', 'n2', 'p1'] as const
const constituencies = { s: 'STATE', n: 'NGO', p: 'PARTNER' } as const
const kinds = { s: 'STATE', n: 'NGO', p: 'PARTNER' } as const

/** The NWG: S4 N2 P1, each with a head `s1.head`; `s1` with an alternate; the Co-ordinator presides, the Secretariat is there. */
async function makeWorkspace(): Promise<Workspace> {
  const temp = openTempDeps()
  const { deps } = temp
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
    const made = await createGroup(tx, deps, { kind: 'nwg', code: 'nwg', name: 'NWG', position: 0, by: null })
    if (!made.ok) throw new Error(made.problem.type)
    for (const name of seatNames) {
      const letter = name[0] === 'n' ? 'n' : name[0] === 'p' ? 'p' : 's'
      const kind = organisationKindOf(kinds[letter])
      await tx.insert(organisationsTable).values({ id: name, name: `Organisation ${name}`, kind, createdAt })
      const seat = await createSeat(tx, deps, {
        groupId: made.value.id,
        label: `Seat ${name}`,
        constituency: constituencies[letter],
        organisationId: asId(name),
        by: null,
      })
      if (!seat.ok) throw new Error(seat.problem.type)
      seats[name] = seat.value.seatId
      const ranks = name === 's1' ? (['head', 'alternate'] as const) : (['head'] as const)
      for (const rank of ranks) {
        const personId = await person(`${name}.${rank}`, name)
        const given = await accredit(tx, deps, { seatId: seat.value.seatId, personId, rank, by: null })
        if (!given.ok) throw new Error(given.problem.type)
        accreditations[personId] = given.value.accreditationId
      }
    }
    for (const office of ['nationalCoordinator', 'secretariat']) {
      await person(office, null)
      const row = { id: office, office, personId: office, act: 'Decree 1', startsAt: createdAt, endsAt: null }
      await tx.insert(officesTable).values(row)
    }
    await person('stranger', null)
    await person('spare', 's1')
    return made.value.id
  })
  return {
    ...temp,
    group,
    seats,
    accreditations,
    ...makeSubjects(group),
    actor: id => loadActor(deps.read, asId<PersonId>(id), deps.now()),
  }
}

function organisationKindOf(constituency: 'STATE' | 'NGO' | 'PARTNER') {
  return constituency === 'STATE' ? 'ministry' : constituency === 'NGO' ? 'ngo' : 'socialPartner'
}

let workspace: Workspace
beforeEach(async () => {
  workspace = await makeWorkspace()
})
afterEach(() => workspace.close())

const text = 'version-1'

async function open(
  input: {
    readonly by?: string
    readonly subjectId?: string
    readonly present?: readonly string[]
    readonly byPost?: boolean
  } = {},
) {
  const { deps, subjects, seats, actor } = workspace
  const { by = 'nationalCoordinator', subjectId = text, present = seatNames, byPost = false } = input
  const closesAt = deps.now() + hourMs
  const about = { subjectKind: 'sectionVersion', subjectId, closesAt } as const
  const roll = present.map(name => seats[name] ?? asId<SeatId>(name))
  return openMotion(
    deps,
    subjects,
    await actor(by),
    byPost ? { ...about, mode: 'correspondence' } : { ...about, mode: 'meeting', roll },
  )
}

async function openOrThrow(input: Parameters<typeof open>[0] = {}): Promise<MotionId> {
  const opened = await open(input)
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  return opened.value
}

async function cast(motionId: MotionId, caster: string, choice: Choice, more: { digest?: string; seat?: string } = {}) {
  const { deps, seats, actor } = workspace
  const seatId = seats[more.seat ?? caster.split('.')[0] ?? ''] ?? asId<SeatId>('none')
  const reason = choice === 'RECUSED' ? 'We are named in it.' : null
  return castBallot(deps, await actor(caster), motionId, {
    seatId,
    choice,
    digest: more.digest ?? sha256Hex(text),
    reason,
  })
}

async function castAll(motionId: MotionId, choices: Readonly<Record<string, Choice>>, digest?: string) {
  for (const [seat, choice] of Object.entries(choices)) {
    expect(await cast(motionId, `${seat}.head`, choice, digest === undefined ? {} : { digest })).toMatchObject({
      ok: true,
    })
  }
}

async function view(motionId: MotionId, as = 'nationalCoordinator') {
  const { deps, subjects, actor } = workspace
  const seen = await readMotion(deps, subjects, await actor(as), motionId)
  if (!seen.ok) throw new Error(seen.problem.type)
  return seen.value
}

const acts = async () =>
  (await workspace.deps.read.select().from(recordTable).orderBy(recordTable.number))
    .map(row => row.act)
    .filter(act => act.startsWith('motion.') || act.startsWith('ballot.'))

const seatOf = (seen: Awaited<ReturnType<typeof view>>, name: string) =>
  seen.roster.find(seat => seat.seatId === workspace.seats[name])

const allYes = { s1: 'YES', s2: 'YES', s3: 'YES', s4: 'YES', n1: 'YES', n2: 'YES', p1: 'YES' } as const

describe('opening', () => {
  test('[V1] who was accredited at opening casts, even if replaced since; who came later does not', async () => {
    const { deps, seats, accreditations } = workspace
    const motionId = await openOrThrow()
    await deps.transaction(async tx => {
      await endAccreditation(tx, deps, accreditations['s1.head'] ?? '', null)
      const seatId = seats['s1'] ?? asId<SeatId>('')
      await accredit(tx, deps, { seatId, personId: asId('spare'), rank: 'head', by: null })
    })
    expect(await cast(motionId, 'spare', 'YES', { seat: 's1' })).toEqual({
      ok: false,
      problem: { type: 'not-accredited-for-seat' },
    })
    expect(await cast(motionId, 's1.head', 'YES')).toMatchObject({ ok: true })
  })

  test('[V2] what stands against opening is told at once, and nothing is opened', async () => {
    const { deps, told, accreditations } = workspace
    await deps.transaction(tx => endAccreditation(tx, deps, accreditations['n2.head'] ?? '', null))
    const opened = await open({ present: ['s1'] })
    expect(opened).toMatchObject({
      ok: false,
      problem: {
        type: 'composition-blocked',
        ngoSeats: 1,
        required: 2,
        problems: [{ type: 'composition-blocked' }, { type: 'inquorate-at-opening', present: 1, needed: 4 }],
      },
    })
    expect(told).toEqual([])
    expect(await acts()).toEqual([])
  })

  test.each([
    [['s1', 's2', 's3'], false],
    [['s1', 's2', 's3', 's4'], false],
    [['s1', 's2', 'n1'], false],
    [['s1', 's2', 's3', 'n1'], true],
  ] as const)('[V6] S4 N2 P1 with %j present: opens %s', async (present, opens) => {
    expect((await open({ present })).ok).toBe(opens)
  })

  test('[V6] a roll that names a seat without a vote is refused', async () => {
    expect(await open({ present: ['s1', 's2', 's3', 'n1', 'somewhere'] })).toMatchObject({
      ok: false,
      problem: { type: 'invalid-input', errors: [{ path: '/roll/4' }] },
    })
  })

  test.each([
    ['nationalCoordinator', false, true],
    ['nationalCoordinator', true, true],
    ['secretariat', true, true],
    ['secretariat', false, false],
    ['s1.head', false, false],
    ['s1.head', true, false],
  ] as const)('[G6] %s opens a vote, by correspondence %s: %s', async (by, byPost, may) => {
    expect(await open({ by, byPost })).toMatchObject(may ? { ok: true } : { problem: { type: 'not-permitted' } })
  })

  test('a text that is missing is refused like one that is hidden', async () => {
    expect(await open({ subjectId: 'nothing' })).toEqual({ ok: false, problem: { type: 'not-found' } })
    expect(await open({ by: 'stranger' })).toEqual({ ok: false, problem: { type: 'not-found' } })
  })

  test('[E1] a text that does not fit its digest is not put to the vote', async () => {
    expect(await open({ subjectId: 'altered' })).toMatchObject({ ok: false, problem: { type: 'subject-altered' } })
  })

  test('two chairs at once: one opens the vote, the other is told of it', async () => {
    const [first, second] = await Promise.all([open(), open({ by: 'secretariat', byPost: true })])
    expect(first).toMatchObject({ ok: true })
    expect(second).toMatchObject({
      ok: false,
      problem: { type: 'subject-already-under-vote', motionId: first.ok ? first.value : '' },
    })
    expect(workspace.told).toEqual([[text, 'open']])
    expect(await acts()).toEqual(['motion.opened'])
  })
})

describe('ballots', () => {
  test('[V3] a ballot may be changed: the last one counts, and all are kept', async () => {
    const motionId = await openOrThrow()
    await cast(motionId, 's2.head', 'YES')
    await cast(motionId, 's2.head', 'ABSTAIN')
    await cast(motionId, 's2.head', 'NO')
    const seen = await view(motionId)
    expect(seatOf(seen, 's2')).toMatchObject({ cast: true, ballots: 3, ballot: { choice: 'NO' } })
    expect(seen.tally).toMatchObject({ yes: 0, no: 1, abstain: 0, notCast: 6 })
    expect(await workspace.deps.read.$count(motionEventsTable)).toBe(3)
  })

  test('[V3] alternate YES, head NO, alternate YES counts NO, once', async () => {
    const motionId = await openOrThrow()
    await cast(motionId, 's1.alternate', 'YES')
    await cast(motionId, 's1.head', 'NO')
    await cast(motionId, 's1.alternate', 'YES')
    const seen = await view(motionId)
    expect(seatOf(seen, 's1')).toMatchObject({ ballots: 3, ballot: { choice: 'NO', rank: 'head' } })
    expect(seen.tally).toMatchObject({ yes: 0, no: 1 })
  })

  test.each([
    ['secretariat', 's1', 'not-accredited-for-seat'],
    ['s2.head', 's1', 'not-accredited-for-seat'],
    ['nationalCoordinator', 's1', 'presiding-casts-none'],
    ['stranger', 's1', 'not-found'],
  ])('[V3] %s casting for %s is refused: %s', async (caster, seat, type) => {
    const motionId = await openOrThrow()
    expect(await cast(motionId, caster, 'YES', { seat })).toEqual({ ok: false, problem: { type } })
    expect(await acts()).toEqual(['motion.opened'])
  })

  test('[V4] a ballot on another text is refused and kept as evidence', async () => {
    const motionId = await openOrThrow()
    const received = sha256Hex('another text')
    expect(await cast(motionId, 's1.head', 'YES', { digest: received })).toEqual({
      ok: false,
      problem: { type: 'ballot-digest-mismatch', expected: sha256Hex(text), received },
    })
    expect(await view(motionId)).toMatchObject({ cast: 0, refusedBallots: 1 })
    expect(await acts()).toEqual(['motion.opened', 'ballot.refused'])
  })

  test('[V5] a ballot 1 ms before the deadline counts; at the deadline it is late, and kept as evidence', async () => {
    const motionId = await openOrThrow()
    workspace.advance(hourMs - 1)
    expect(await cast(motionId, 's1.head', 'YES')).toMatchObject({ ok: true })
    workspace.advance(1)
    expect(await cast(motionId, 's2.head', 'YES')).toMatchObject({ ok: false, problem: { type: 'ballot-late' } })
    expect(await view(motionId)).toMatchObject({ cast: 1, refusedBallots: 1 })
    expect(await acts()).toEqual(['motion.opened', 'ballot.cast', 'ballot.refused'])
  })

  test('[V5] by correspondence a choice shows to nobody but its own seat until closing; in a roll call to all', async () => {
    const motionId = await openOrThrow({ byPost: true })
    await cast(motionId, 's1.head', 'YES')
    for (const reader of ['nationalCoordinator', 'secretariat', 's2.head']) {
      const seen = await view(motionId, reader)
      expect(seen).toMatchObject({ visible: false, tally: null, tallyByConstituency: null, cast: 1 })
      expect(seatOf(seen, 's1')).toMatchObject({ cast: true, ballot: null, ballots: null })
      expect(JSON.stringify(seen)).not.toContain('"YES"')
    }
    expect((await view(motionId, 's1.alternate')).mySeats).toMatchObject([{ ballot: { choice: 'YES' }, refusal: null }])
    workspace.advance(hourMs)
    await closeDueMotions(workspace.deps, workspace.subjects)
    expect(seatOf(await view(motionId, 's2.head'), 's1')).toMatchObject({ ballot: { choice: 'YES' } })

    const rollCall = await openOrThrow()
    await cast(rollCall, 's1.head', 'YES')
    expect(seatOf(await view(rollCall, 's2.head'), 's1')).toMatchObject({ ballot: { choice: 'YES' } })
  })

  test('[L1] the record has no choice, and a digest that the five choices do not give', async () => {
    const motionId = await openOrThrow({ byPost: true })
    await cast(motionId, 's1.head', 'ABSTAIN')
    await cast(motionId, 's1.head', 'ABSTAIN')
    const rows = await workspace.deps.read.select().from(recordTable)
    const entries = rows.filter(row => row.act === 'ballot.cast').map(row => row.entry)
    const digests = entries.map(entry => /"eventDigest":"(\w+)"/.exec(entry)?.[1])
    expect(entries.join()).not.toContain('ABSTAIN')
    expect(new Set(digests).size).toBe(2)
    expect(await motionRecords(workspace.deps.read, [text])).toMatchObject([{ events: [], decision: null }])
  })

  test('what waits for a person: votes not cast in first, and none for those who cast no ballot', async () => {
    const { deps, actor } = workspace
    const first = await openOrThrow()
    const second = await openOrThrow({ subjectId: 'version-2' })
    await cast(first, 's1.head', 'YES')
    const waiting = await openBallotsFor(deps, await actor('s1.head'))
    expect(waiting.map(motion => motion.id)).toEqual([second, first])
    expect(await openBallotsFor(deps, await actor('secretariat'))).toEqual([])
    expect(await openBallotsFor(deps, await actor('nationalCoordinator'))).toEqual([])
    expect(await listMotions(deps, await actor('stranger'), {})).toEqual([])
  })
})

describe('closing', () => {
  test('[V5] before the deadline the chair closes only when every seat has cast', async () => {
    const { deps, subjects, told, actor } = workspace
    const motionId = await openOrThrow()
    await castAll(motionId, { ...allYes, p1: 'ABSTAIN', s4: 'NO' })
    expect(await closeMotion(deps, subjects, await actor('s1.head'), motionId)).toEqual({
      ok: false,
      problem: { type: 'not-permitted' },
    })
    expect(await closeMotion(deps, subjects, await actor('nationalCoordinator'), motionId)).toEqual({ ok: true })
    expect(await view(motionId)).toMatchObject({
      state: 'decided',
      outcome: 'ADOPTED',
      grade: { level: 'SUPERMAJORITY', suffix: null },
      tally: { yes: 5, no: 1, abstain: 1, notCast: 0 },
      tallyByConstituency: { NGO: { yes: 2 } },
    })
    expect(told).toEqual([
      [text, 'open'],
      [text, 'adopt'],
    ])
    expect((await acts()).at(-1)).toBe('motion.closed')
  })

  test('[V5] with a seat still to cast the chair cannot close', async () => {
    const { deps, subjects, actor } = workspace
    const motionId = await openOrThrow()
    await castAll(motionId, { s1: 'YES', n1: 'YES' })
    expect(await closeMotion(deps, subjects, await actor('nationalCoordinator'), motionId)).toMatchObject({
      ok: false,
      problem: { type: 'seats-still-to-cast', cast: 2, seats: 7 },
    })
  })

  test('two who close at once: one closes, the other is told that it is closed', async () => {
    const { deps, subjects, told, actor } = workspace
    const motionId = await openOrThrow()
    await castAll(motionId, allYes)
    const chair = await actor('nationalCoordinator')
    const [first, second] = await Promise.all([
      closeMotion(deps, subjects, chair, motionId),
      closeMotion(deps, subjects, chair, motionId),
    ])
    expect(first).toEqual({ ok: true })
    expect(second).toMatchObject({ ok: false, problem: { type: 'motion-not-open', phase: 'closed' } })
    expect(told).toHaveLength(2)
  })

  test.each([
    ['ADOPTED', 'adopt', { s1: 'YES', s2: 'YES', s3: 'NO', n1: 'YES' }],
    ['NOT_ADOPTED', 'reject', { s1: 'YES', s2: 'NO', s3: 'NO', n1: 'YES', n2: 'NO' }],
    ['TIE', 'release', { s1: 'YES', s2: 'NO', n1: 'YES', n2: 'NO' }],
    ['NO_QUORUM', 'release', { s1: 'YES', n1: 'YES' }],
    ['RETURNED', 'return', { s1: 'YES', s2: 'YES', s3: 'YES', n1: 'NO' }],
  ] as const)('[V7] [V8] [V9] time closes a vote: %s moves the text by %s', async (outcome, move, choices) => {
    const { deps, subjects, told } = workspace
    const motionId = await openOrThrow()
    await castAll(motionId, choices)
    workspace.advance(hourMs - 1)
    expect(await closeDueMotions(deps, subjects)).toBe(0)
    workspace.advance(1)
    expect(await closeDueMotions(deps, subjects)).toBe(1)
    expect(await closeDueMotions(deps, subjects)).toBe(0)
    expect(await view(motionId)).toMatchObject({ outcome, dueAt: null, decidedAt: deps.now() })
    expect(told.at(-1)).toEqual([text, move])
  })

  test('[V9] silent NGO seats are heard alone for seven days; then the text stands as adopted', async () => {
    const { deps, subjects, told } = workspace
    const motionId = await openOrThrow()
    await castAll(motionId, { s1: 'YES', s2: 'YES', s3: 'YES', n1: 'ABSTAIN' })
    workspace.advance(hourMs)
    await closeDueMotions(deps, subjects)
    const held = await view(motionId, 'n1.head')
    expect(held).toMatchObject({ state: 'held', outcome: 'HELD_NGO_SILENT', dueAt: deps.now() + 7 * dayMs })
    expect(held.mySeats).toMatchObject([{ ballot: null, refusal: null }])
    expect(told).toHaveLength(1)
    expect(await cast(motionId, 's4.head', 'NO')).toMatchObject({ problem: { type: 'held-for-ngo-seats' } })
    workspace.advance(7 * dayMs - 1)
    expect(await closeDueMotions(deps, subjects)).toBe(0)
    workspace.advance(1)
    await closeDueMotions(deps, subjects)
    expect(await view(motionId)).toMatchObject({ state: 'decided', outcome: 'ADOPTED_NGO_SILENT', tally: { yes: 3 } })
    expect(await acts()).toContain('motion.held')
    expect(told.at(-1)).toEqual([text, 'adopt'])
  })

  test('[V9] NGO seats that say no in the hold send the text back', async () => {
    const { deps, subjects, told } = workspace
    const motionId = await openOrThrow()
    await castAll(motionId, { s1: 'YES', s2: 'YES', s3: 'YES', n1: 'ABSTAIN' })
    workspace.advance(hourMs)
    await closeDueMotions(deps, subjects)
    await castAll(motionId, { n1: 'NO' })
    workspace.advance(7 * dayMs)
    await closeDueMotions(deps, subjects)
    expect(await view(motionId)).toMatchObject({ state: 'returned', outcome: 'RETURNED' })
    expect(told.at(-1)).toEqual([text, 'return'])
  })

  test('[V9] the second round opens after fourteen days, and can adopt over the objection', async () => {
    const { deps, subjects } = workspace
    const opposed = { s1: 'YES', s2: 'YES', s3: 'YES', s4: 'YES', p1: 'YES', n1: 'NO' } as const
    await castAll(await openOrThrow(), opposed)
    workspace.advance(hourMs)
    await closeDueMotions(deps, subjects)
    expect(await open()).toMatchObject({ ok: false, problem: { type: 'reconciliation-open' } })
    workspace.advance(14 * dayMs)
    const second = await openOrThrow()
    expect(await view(second)).toMatchObject({ round: 2 })
    await castAll(second, opposed)
    workspace.advance(hourMs)
    await closeDueMotions(deps, subjects)
    expect(await view(second)).toMatchObject({
      outcome: 'ADOPTED_OVER_NGO_OBJECTION',
      grade: { level: 'SUPERMAJORITY', suffix: 'NGO_OBJECTS' },
    })
  })

  test('[V8] after a tie the same text waits a day; a second tie ends it', async () => {
    const { deps, subjects, told } = workspace
    const tied = { s1: 'YES', s2: 'NO', n1: 'YES', n2: 'NO' } as const
    await castAll(await openOrThrow(), tied)
    workspace.advance(hourMs)
    await closeDueMotions(deps, subjects)
    expect(await open()).toMatchObject({ ok: false, problem: { type: 'tie-too-recent' } })
    workspace.advance(dayMs)
    const second = await openOrThrow()
    expect(await view(second)).toMatchObject({ afterTie: true, round: 1 })
    await castAll(second, tied)
    workspace.advance(hourMs)
    await closeDueMotions(deps, subjects)
    expect(await view(second)).toMatchObject({ outcome: 'NOT_ADOPTED' })
    expect(told.at(-1)).toEqual([text, 'reject'])
  })

  test('[V4] another version of the same text adopted meanwhile makes this vote stale', async () => {
    const { deps, subjects, told } = workspace
    const older = await openOrThrow()
    await castAll(older, allYes)
    workspace.advance(hourMs / 2)
    const newer = await openOrThrow({ subjectId: 'version-2' })
    await castAll(newer, allYes, sha256Hex('version-2'))
    const { actor } = workspace
    await closeMotion(deps, subjects, await actor('nationalCoordinator'), newer)
    workspace.advance(hourMs / 2)
    await closeDueMotions(deps, subjects)
    expect(await view(older)).toMatchObject({ outcome: 'STALE_BASE', grade: null })
    expect(told.at(-1)).toEqual([text, 'release'])
    expect(await acts()).toContain('motion.superseded')
  })

  test('[V4] a vote that is only held ends at once when another version is adopted', async () => {
    const { deps, subjects, actor } = workspace
    const held = await openOrThrow()
    await castAll(held, { s1: 'YES', s2: 'YES', s3: 'YES', n1: 'ABSTAIN' })
    workspace.advance(hourMs)
    await closeDueMotions(deps, subjects)
    const newer = await openOrThrow({ subjectId: 'version-2' })
    await castAll(newer, allYes, sha256Hex('version-2'))
    await closeMotion(deps, subjects, await actor('nationalCoordinator'), newer)
    expect(await view(held)).toMatchObject({ state: 'decided', outcome: 'STALE_BASE', dueAt: null })
  })

  test('[V5] a deadline is put later once, by the chair, and a ballot in the added time counts', async () => {
    const { deps, subjects, actor } = workspace
    const motionId = await openOrThrow()
    const { closesAt } = await view(motionId)
    const chair = await actor('nationalCoordinator')
    expect(await extendMotion(deps, await actor('s1.head'), motionId, closesAt + hourMs)).toMatchObject({ ok: false })
    expect(await extendMotion(deps, chair, motionId, closesAt)).toMatchObject({
      problem: { type: 'deadline-not-later' },
    })
    expect(await extendMotion(deps, chair, motionId, closesAt + 400 * dayMs)).toMatchObject({
      problem: { type: 'closes-too-late' },
    })
    expect(await extendMotion(deps, chair, motionId, closesAt + hourMs)).toEqual({ ok: true })
    expect(await extendMotion(deps, chair, motionId, closesAt + 2 * hourMs)).toMatchObject({
      problem: { type: 'deadline-already-extended' },
    })
    workspace.advance(hourMs)
    expect(await closeDueMotions(deps, subjects)).toBe(0)
    expect(await cast(motionId, 's1.head', 'YES')).toMatchObject({ ok: true })
  })

  test('[V5] a deadline that passed while nothing ran is kept by the next start, without waiting', async () => {
    const { deps, subjects } = workspace
    const motionId = await openOrThrow()
    await castAll(motionId, allYes)
    workspace.advance(3 * dayMs)
    const closer = startMotionCloser(deps, subjects)
    await closer.stop()
    expect(await view(motionId)).toMatchObject({ outcome: 'ADOPTED', decidedAt: deps.now() })
  })

  test('[V5] the closer follows the injected clock', async () => {
    const { deps, subjects, events } = workspace
    const motionId = await openOrThrow()
    const closer = startMotionCloser(deps, subjects)
    await closer.stop()
    expect(await view(motionId)).toMatchObject({ state: 'open' })
    const running = startMotionCloser(deps, subjects)
    workspace.advance(hourMs)
    await vi.waitFor(async () => expect(await view(motionId)).toMatchObject({ state: 'decided' }), { timeout: 5_000 })
    await running.stop()
    expect(events).toContainEqual({ type: 'changed', topic: 'sectionVersion', id: text })
  })
})

describe('the record of a vote', () => {
  const decided = async () => {
    const { deps, subjects } = workspace
    const motionId = await openOrThrow()
    await castAll(motionId, { ...allYes, n2: 'RECUSED' })
    await cast(motionId, 's1.head', 'NO')
    await cast(motionId, 's2.head', 'YES', { digest: sha256Hex('else') })
    workspace.advance(hourMs)
    await closeDueMotions(deps, subjects)
    return motionId
  }

  test('[L1] every text that the record vouches for is found again', async () => {
    await decided()
    expect(await checkRecord(workspace.deps, motionChecks)).toMatchObject({ ok: true, texts: 11 })
  })

  test.each([
    ['a ballot', 'ballot.cast', async () => alterEvent('"choice":"YES"', '"choice":"NO"')],
    ['the electorate', 'motion.opened', async () => alterMotion('snapshot', '"NGO"', '"PARTNER"')],
    ['the names of seats', 'motion.opened', async () => alterMotion('roster', 'Organisation n1', 'Organisation n3')],
    ['the decision', 'motion.closed', async () => alterMotion('decision', '"yes":5', '"yes":6')],
  ] as const)('[L1] altering %s is found at %s', async (_what, act, alter) => {
    await decided()
    await alter()
    expect(await checkRecord(workspace.deps, motionChecks)).toMatchObject({ ok: false, act, fault: 'content-altered' })
  })

  test('[E6] a decided vote is given away whole: the same inputs give the same decision', async () => {
    const motionId = await decided()
    const [record] = await motionRecords(workspace.deps.read, [text])
    expect(record).toMatchObject({ id: motionId, digest: sha256Hex(text), decision: { outcome: 'ADOPTED' } })
    expect(record?.events).toHaveLength(9)
    expect(sha256Hex(record?.snapshot ?? '')).toBe(record?.snapshotDigest)
  })

  async function alterEvent(from: string, to: string) {
    const { deps } = workspace
    await deps.transaction(async tx => {
      const rows = await tx.select().from(motionEventsTable)
      const row = rows.find(candidate => candidate.event.includes(from))
      if (!row) throw new Error('nothing to alter')
      await tx
        .update(motionEventsTable)
        .set({ event: row.event.replace(from, to) })
        .where(eq(motionEventsTable.seq, row.seq))
    })
  }

  async function alterMotion(column: 'snapshot' | 'roster' | 'decision', from: string, to: string) {
    const { deps } = workspace
    await deps.transaction(async tx => {
      const [row] = await tx.select().from(motionsTable)
      const before = row?.[column] ?? ''
      expect(before).toContain(from)
      await tx.update(motionsTable).set({ [column]: before.replace(from, to) })
    })
  }
})
