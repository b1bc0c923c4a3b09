import Sqlite from 'better-sqlite3'
import { asc } from 'drizzle-orm'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asId, hourMs, sha256Hex, type MotionId, type PersonId } from '#shared/core'
import { motionEventsTable, recordTable, secretPapersTable } from '#server/db'
import { checkRecord } from '#server/record'
import { askForJointAct, confirmJointAct } from '../after/together.ts'
import { castSecretBallot, closeDueMotions, listMotions, motionChecks, motionVotes, noteTextOpened } from '../index.ts'
import { valueOf } from '../../../tests/support/result.ts'
import {
  acts,
  cast,
  castAll,
  inVoteWorkspace,
  open,
  openOrThrow,
  seatNames,
  seatOf,
  text,
  view,
  workspace,
} from '../../../tests/support/vote-workspace.ts'

inVoteWorkspace()

const pass = async (ms: number): Promise<void> => {
  workspace.advance(ms)
  await closeDueMotions(workspace.deps, workspace.subjects)
}

describe('[V10] consensus', () => {
  const supported = {
    s1: 'SUPPORT',
    s2: 'SUPPORT',
    s3: 'SUPPORT',
    s4: 'SUPPORT',
    n1: 'SUPPORT',
    p1: 'SUPPORT',
  } as const

  test('[V10] without a block the text is adopted, with what stood aside in its grade', async () => {
    const motionId = await openOrThrow({ method: 'CONSENSUS' })
    await castAll(motionId, { ...supported, n2: 'STAND_ASIDE' })
    await pass(hourMs)
    expect(await view(motionId)).toMatchObject({
      method: 'CONSENSUS',
      outcome: 'ADOPTED',
      grade: { level: 'CONSENSUS_WITH_RESERVATIONS' },
    })
    expect(workspace.told.at(-1)).toEqual([text, 'adopt'])
  })

  test('[V10] a block leaves the text as it was, and a vote by ballots may follow', async () => {
    const motionId = await openOrThrow({ method: 'CONSENSUS' })
    await castAll(motionId, { ...supported, n2: 'BLOCK' })
    await pass(hourMs)
    expect(await view(motionId)).toMatchObject({ outcome: 'NO_CONSENSUS', state: 'decided', numbered: null })
    expect(workspace.told.at(-1)).toEqual([text, 'release'])
    expect(await open()).toMatchObject({ ok: true })
  })
})

describe('[V11] silence procedure', () => {
  /** One text of the lineage is adopted, and a second one is put to silence. */
  async function inSilence(): Promise<MotionId> {
    const first = await openOrThrow({ subjectId: 'first' })
    await castAll(first, { s1: 'YES', s2: 'YES', s3: 'YES', s4: 'YES', n1: 'YES' }, sha256Hex('first'))
    await pass(hourMs)
    return openOrThrow({ method: 'SILENCE', byPost: true, forMs: 72 * hourMs })
  }
  const look = async (person: string): Promise<void> => {
    await listMotions(workspace.deps, await workspace.actor(person), { state: 'open' })
  }
  const reachAll = async (): Promise<void> => {
    for (const name of seatNames) await look(`${name}.head`)
  }

  test('[V11] what was never adopted is not passed by silence', async () => {
    const opened = await open({ method: 'SILENCE', byPost: true, forMs: 72 * hourMs })
    expect(opened).toMatchObject({ ok: false, problem: { type: 'silence-not-allowed' } })
  })

  test('[V11] adopted when all were reached, an NGO seat opened the text, and nobody objected', async () => {
    const motionId = await inSilence()
    await reachAll()
    await noteTextOpened(workspace.deps, await workspace.actor('n1.head'), motionId)
    expect(seatOf(await view(motionId), 'n1')).toMatchObject({ delivered: true, textOpened: true })
    await pass(72 * hourMs)
    expect(await view(motionId)).toMatchObject({ outcome: 'ADOPTED_BY_SILENCE', numbered: { number: 2 } })
    expect(workspace.told.at(-1)).toEqual([text, 'adopt'])
    expect(await checkRecord(workspace.deps, motionChecks)).toMatchObject({ ok: true })
  })

  test('[V11] reading again notes nothing again', async () => {
    await inSilence()
    await look('n1.head')
    const events = await workspace.deps.read.$count(motionEventsTable)
    await look('n1.head')
    expect(await workspace.deps.read.$count(motionEventsTable)).toBe(events)
  })

  test('[V11] a seat that was not reached makes the notice void', async () => {
    const motionId = await inSilence()
    await look('n1.head')
    await pass(72 * hourMs)
    expect(await view(motionId)).toMatchObject({ outcome: 'VOID_NOTICE' })
    expect(workspace.told.at(-1)).toEqual([text, 'release'])
  })

  test('[V11] an amendment breaks it at that moment, and the text is free again', async () => {
    const motionId = await inSilence()
    expect(await cast(motionId, 'n1.head', 'AMEND')).toMatchObject({ ok: true })
    expect(await view(motionId)).toMatchObject({ outcome: 'BROKEN', state: 'decided', dueAt: null })
    expect(workspace.told.at(-1)).toEqual([text, 'release'])
    expect(await acts()).toContain('motion.closed')
  })

  test('[V11] without an NGO seat that opened the text it goes on once, and then ends without a decision', async () => {
    const motionId = await inSilence()
    await reachAll()
    await pass(72 * hourMs)
    const seen = await view(motionId)
    expect(seen).toMatchObject({ state: 'open', outcome: null, silenceExtended: true })
    expect(seen.closesAt).toBe(workspace.deps.now() + 72 * hourMs)
    await pass(72 * hourMs)
    expect(await view(motionId)).toMatchObject({ outcome: 'TERMINATED', state: 'decided' })
  })
})

describe('[V12] secret ballot', () => {
  const election = 'election-1'
  const put = async (motionId: MotionId, seat: string, candidate: string | null) => {
    const seatId = workspace.seats[seat]
    if (!seatId) throw new Error(seat)
    const body = {
      seatId,
      digest: sha256Hex(election),
      candidate: candidate === null ? null : asId<PersonId>(candidate),
    }
    return castSecretBallot(workspace.deps, await workspace.actor(`${seat}.head`), motionId, body)
  }

  test('[V12] the one with the majority of papers is elected, and the box is empty', async () => {
    const motionId = await openOrThrow({ subjectId: election })
    for (const seat of ['s1', 's2', 's3', 's4']) expect(await put(motionId, seat, 'n1.head')).toEqual({ ok: true })
    for (const seat of ['n1', 'n2']) await put(motionId, seat, 's1.head')
    await put(motionId, 'p1', null)
    const running = await view(motionId)
    expect(running).toMatchObject({ method: 'SECRET', cast: 7, tally: null, election: null, visible: false })
    await pass(hourMs)
    const seen = await view(motionId)
    expect(seen).toMatchObject({
      outcome: 'ADOPTED',
      tally: { yes: 4, no: 2, abstain: 1 },
      election: { elected: 'n1.head', blank: 1 },
    })
    expect(seen.roster.every(seat => seat.ballot === null)).toBe(true)
    expect(await workspace.deps.read.$count(secretPapersTable)).toBe(0)
    expect(await checkRecord(workspace.deps, motionChecks)).toMatchObject({ ok: true })
  })

  test('[V12] neither log nor record tells what a seat put in, and the box does not tell who', async () => {
    const motionId = await openOrThrow({ subjectId: election })
    await put(motionId, 's2', 'n1.head')
    const { read } = workspace.deps
    const [event] = await read.select().from(motionEventsTable)
    const record = await read.select().from(recordTable)
    const [paper] = await read.select().from(secretPapersTable)
    expect(event?.event).not.toContain('n1.head')
    expect(record.filter(({ act }) => act === 'ballot.cast').map(({ entry }) => entry.includes('n1.head'))).toEqual([
      false,
    ])
    expect(Object.keys(paper ?? {})).toEqual(['id', 'motionId', 'sealed'])
  })

  test('[V12] of a constituency with few papers the log of the decided vote tells no paper apart', async () => {
    const motionId = await openOrThrow({ subjectId: election })
    for (const seat of ['s1', 's2', 's3', 's4']) await put(motionId, seat, 's1.head')
    for (const seat of ['n1', 'n2', 'p1']) await put(motionId, seat, 'n1.head')
    await pass(hourMs)
    const { log } = await motionVotes.load(workspace.deps.read, motionId)
    const counted = log.map(text => JSON.parse(text).event).find(event => event.type === 'counted')
    expect(counted.papers).toEqual([
      ...[1, 2, 3].map(() => ({ constituency: null, candidate: 'n1.head' })),
      ...[1, 2, 3, 4].map(() => ({ constituency: 'STATE', candidate: 's1.head' })),
    ])
    expect(await view(motionId)).toMatchObject({
      outcome: 'ADOPTED',
      election: { elected: 's1.head', candidates: [{ by: { STATE: 4, NGO: null, PARTNER: null } }, {}] },
    })
    expect(await checkRecord(workspace.deps, motionChecks)).toMatchObject({ ok: true })
  })

  test('[V12] where papers lie in the file tells nothing of when they were put in, and emptying leaves none', async () => {
    const motionId = await openOrThrow({ subjectId: election })
    const papers = [null, 's1.head', 'n1.head', 's1.head', null, 'n1.head', 's1.head']
    for (const [index, seat] of ['s1', 's2', 's3', 's4', 'n1', 'n2', 'p1'].entries()) {
      await put(motionId, seat, papers[index] ?? null)
    }
    const { read, config } = workspace.deps
    const rows = await read.select().from(secretPapersTable).orderBy(asc(secretPapersTable.id))
    const lying = (): readonly string[] => {
      const other = new Sqlite(join(config.dataFolder, 'plenary.sqlite'))
      other.pragma('wal_checkpoint(TRUNCATE)')
      other.close()
      const bytes = readFileSync(join(config.dataFolder, 'plenary.sqlite'), 'latin1')
      return [...bytes.matchAll(new RegExp(`${motionId}([\\w+/=]{${rows[0]?.sealed.length}})`, 'g'))].map(
        ([, sealed]) => sealed ?? '',
      )
    }
    // A page is filled from its end.
    expect(lying().toReversed()).toEqual(rows.map(({ sealed }) => sealed))
    await pass(hourMs)
    expect(lying()).toEqual([])
  })

  test('[V12] copies of the files around one cast tell that a seat has cast, and nothing of what it chose', async () => {
    const motionId = await openOrThrow({ subjectId: election })
    const file = join(workspace.deps.config.dataFolder, 'plenary.sqlite')
    const copied = (): string => [file, `${file}-wal`].map(name => readFileSync(name, 'latin1')).join('')
    await put(motionId, 's2', 'n1.head')
    await put(motionId, 's3', null)
    // As columns lie beside one another in a row, and as a paper is written before it is sealed.
    expect(copied()).not.toMatch(/(?:ANY|STATE)\W{0,8}n1\.head/)
    const sealed = (await workspace.deps.read.select().from(secretPapersTable)).map(paper => paper.sealed)
    expect(new Set(sealed.map(paper => paper.length)).size).toBe(1)
    await pass(hourMs)
    expect(await view(motionId)).toMatchObject({ election: { candidates: [{ votes: 0 }, { votes: 1 }], blank: 1 } })
  })

  const box = async () => workspace.deps.read.select().from(secretPapersTable).orderBy(asc(secretPapersTable.id))
  type PaperRow = Awaited<ReturnType<typeof box>>[number]

  test.each<readonly [string, (rows: readonly PaperRow[]) => readonly PaperRow[]]>([
    ['is gone', ([, ...rest]) => rest],
    ['lies there twice', rows => [...rows, ...rows.slice(0, 1).map(row => ({ ...row, id: row.id + 1 }))]],
    ['lies in the place of another', rows => rows.map(row => ({ ...row, sealed: rows[0]?.sealed ?? '' }))],
    [
      'lies in the place of another, spelled otherwise',
      rows => rows.map((row, index) => ({ ...row, sealed: `${rows[0]?.sealed ?? ''}${' '.repeat(index)}` })),
    ],
    ['does not open', rows => rows.map(row => ({ ...row, sealed: row.sealed.replace(/^.{4}/, 'AAAA') }))],
  ])('[V12] where a paper %s, nothing is counted and the box stays as it is', async (_what, tamper) => {
    const motionId = await openOrThrow({ subjectId: election })
    for (const seat of ['s1', 's2', 's3', 's4']) await put(motionId, seat, seat === 's1' ? 'n1.head' : 's1.head')
    const tampered = tamper(await box()).toSorted((a, b) => a.id - b.id)
    await workspace.deps.transaction(async tx => {
      await tx.delete(secretPapersTable)
      await tx.insert(secretPapersTable).values([...tampered])
    })
    const other = await openOrThrow()
    await castAll(other, { s1: 'NO', s2: 'NO', s3: 'NO', s4: 'NO', n1: 'NO' })
    const before = await acts()
    await pass(hourMs)
    expect(await view(motionId)).toMatchObject({ state: 'open', outcome: null, election: null })
    expect(await view(other)).toMatchObject({ outcome: 'NOT_ADOPTED' })
    expect((await acts()).slice(before.length)).toEqual(['motion.closed'])
    expect(await box()).toEqual(tampered)
  })

  test('[V12, V13] a vote whose box cannot be counted is voided by chair and Secretariat', async () => {
    const { deps, subjects, actor } = workspace
    const motionId = await openOrThrow({ subjectId: election })
    await put(motionId, 's2', 'n1.head')
    await deps.transaction(async tx => {
      await tx.delete(secretPapersTable)
    })
    await pass(hourMs)
    const body = { act: 'void', cause: 'technicalFault', text: 'A paper is gone from the box.' } as const
    const chair = await actor('nationalCoordinator')
    const id = valueOf(await askForJointAct(deps, subjects, chair, motionId, body))
    valueOf(await confirmJointAct(deps, subjects, await actor('secretariat'), motionId, id))
    expect(await view(motionId)).toMatchObject({ state: 'decided', outcome: 'VOIDED' })
    await pass(hourMs)
    expect(await view(motionId)).toMatchObject({ state: 'decided', outcome: 'VOIDED' })
  })

  test.each([
    ['a second paper', 's2', 'n1.head', 'secret-ballot-final'],
    ['somebody who does not stand', 's3', 's4.head', 'choice-not-offered'],
  ])('[V12] %s is refused', async (_what, seat, candidate, type) => {
    const motionId = await openOrThrow({ subjectId: election })
    await put(motionId, 's2', 's1.head')
    expect(await put(motionId, seat, candidate)).toEqual({ ok: false, problem: { type } })
    expect(await workspace.deps.read.$count(secretPapersTable)).toBe(1)
  })

  test('[V12] an open ballot is no paper', async () => {
    const motionId = await openOrThrow({ subjectId: election })
    expect(await cast(motionId, 's1.head', 'YES', { digest: sha256Hex(election) })).toMatchObject({
      problem: { type: 'choice-not-offered' },
    })
  })
})
