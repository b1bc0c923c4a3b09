import { describe, expect, test } from 'vitest'
import { dayMs, hourMs, sha256Hex } from '#shared/core'
import { recordTable } from '#server/db'
import { checkRecord } from '#server/record'
import {
  castSecretBallot,
  closeDueMotions,
  listMotions,
  motionChecks,
  noteTextOpened,
  remindDueMotions,
} from '../index.ts'
import {
  castAll,
  inVoteWorkspace,
  openOrThrow,
  seatNames,
  seatOf,
  view,
  workspace,
} from '../../../tests/support/vote-workspace.ts'

inVoteWorkspace()

const pass = async (ms: number): Promise<number> => {
  workspace.advance(ms)
  return remindDueMotions(workspace.deps)
}

const entries = async () => {
  const rows = await workspace.deps.read.select().from(recordTable)
  return rows.filter(({ act }) => act === 'motion.reminded').map(({ entry }) => entry)
}

describe('[V5] reminders', () => {
  test('[V5] at half time, a day and two hours before, each once, to seats that have not cast', async () => {
    const motionId = await openOrThrow({ byPost: true, forMs: 7 * dayMs })
    await castAll(motionId, { s1: 'YES', n1: 'NO' })
    expect(await pass(83 * hourMs)).toBe(0)
    expect(await pass(hourMs)).toBe(1)
    expect(await pass(hourMs)).toBe(0)
    const [first] = await entries()
    expect(first).toContain('"stage":"half"')
    for (const name of ['s2', 's3', 's4', 'n2', 'p1']) expect(first).toContain(String(workspace.seats[name]))
    for (const name of ['s1', 'n1']) expect(first).not.toContain(String(workspace.seats[name]))
    expect(await pass(59 * hourMs)).toBe(1)
    expect(await pass(22 * hourMs)).toBe(1)
    expect((await view(motionId)).reminders?.sent.map(({ stage, seats }) => [stage, seats])).toEqual([
      ['half', 5],
      ['day', 5],
      ['hours', 5],
    ])
    expect(await checkRecord(workspace.deps, motionChecks)).toMatchObject({ ok: true })
  })

  test('[V5] nobody is reminded when every seat has cast, in a meeting, and after the close', async () => {
    const all = Object.fromEntries(seatNames.map(name => [name, 'YES'] as const))
    await castAll(await openOrThrow({ byPost: true, forMs: dayMs }), all)
    await openOrThrow({ subjectId: 'other' })
    expect(await pass(13 * hourMs)).toBe(0)
    workspace.advance(20 * dayMs)
    await closeDueMotions(workspace.deps, workspace.subjects)
    expect(await remindDueMotions(workspace.deps)).toBe(0)
  })

  test('[V11] by silence those are reminded that have not opened the text', async () => {
    const first = await openOrThrow({ subjectId: 'first' })
    await castAll(first, { s1: 'YES', s2: 'YES', s3: 'YES', s4: 'YES', n1: 'YES' }, sha256Hex('first'))
    workspace.advance(hourMs)
    await closeDueMotions(workspace.deps, workspace.subjects)
    const motionId = await openOrThrow({ method: 'SILENCE', byPost: true, forMs: 72 * hourMs })
    await noteTextOpened(workspace.deps, await workspace.actor('n1.head'), motionId)
    expect(await pass(36 * hourMs)).toBe(1)
    expect((await view(motionId)).reminders?.sent).toMatchObject([{ stage: 'half', seats: 6 }])
  })

  test('[V12] a paper in the box is having cast', async () => {
    const motionId = await openOrThrow({ subjectId: 'election-1', byPost: true, forMs: 2 * dayMs })
    const seatId = workspace.seats['s1']
    if (!seatId) throw new Error('s1')
    const body = { seatId, digest: sha256Hex('election-1'), candidate: null }
    await castSecretBallot(workspace.deps, await workspace.actor('s1.head'), motionId, body)
    expect(await pass(dayMs)).toBe(1)
    expect((await view(motionId)).reminders?.sent[0]?.seats).toBe(6)
  })

  test('[V11] which seats were reached is told to those who have to reach them, and to nobody else', async () => {
    const motionId = await openOrThrow({ byPost: true, forMs: dayMs })
    await listMotions(workspace.deps, await workspace.actor('n1.head'), { state: 'open' })
    expect(seatOf(await view(motionId), 'n1')).toMatchObject({ delivered: true, textOpened: false })
    const seen = await view(motionId, 'n1.head')
    expect(seen.reminders).toBe(null)
    expect(seatOf(seen, 'n1')).toMatchObject({ delivered: null, textOpened: null })
  })
})
