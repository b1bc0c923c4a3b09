import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { asId, hourMs, sha256Hex } from '#shared/core'
import { closeDueMotions, motionChecks, motionRecords } from './index.ts'
import { stateAfterVote } from './after/statements.ts'
import { motionEventsTable, motionsTable, voteStatementsTable } from '#server/db'
import { checkRecord } from '#server/record'
import {
  allYes,
  cast,
  castAll,
  inVoteWorkspace,
  openOrThrow,
  text,
  workspace,
} from '../../tests/support/vote-workspace.ts'

inVoteWorkspace()

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

  test('[L1] [V3] altering in which rank somebody spoke for a seat is found', async () => {
    const motionId = await decided()
    const { deps, seats } = workspace
    const words = { seatId: seats['s1'] ?? asId(''), kind: 'explanation', text: 'As the budget allows.' } as const
    expect(await stateAfterVote(deps, await workspace.actor('s1.alternate'), motionId, words)).toMatchObject({
      ok: true,
    })
    expect(await checkRecord(deps, motionChecks)).toMatchObject({ ok: true })
    await deps.transaction(tx => tx.update(voteStatementsTable).set({ rank: 'head' }))
    expect(await checkRecord(deps, motionChecks)).toMatchObject({
      ...{ ok: false, act: 'motion.statementFiled', fault: 'content-altered' },
    })
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
