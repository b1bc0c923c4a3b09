import { describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { asId, hourMs, sha256Hex } from '#shared/core'
import { closeDueMotions, listMotions, motionRecords, openBallotsFor } from '../index.ts'
import { motionEventsTable, personsTable, recordTable, refusedBallotsTable } from '#server/db'
import { castBallot } from './casting.ts'
import {
  acts,
  cast,
  inVoteWorkspace,
  openOrThrow,
  seatOf,
  text,
  view,
  workspace,
} from '../../../tests/support/vote-workspace.ts'

inVoteWorkspace()

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
    // Whoever cannot see the vote learns nothing of it, and leaves nothing in it.
    expect(await acts()).toEqual(['motion.opened', ...(type === 'not-found' ? [] : ['ballot.refused'])])
  })

  test('[V1] of somebody suspended since they were let in is refused and kept; another of the seat casts', async () => {
    const motionId = await openOrThrow()
    const { deps, subjects, seats, actor } = workspace
    const letIn = await actor('s1.head')
    await deps.transaction(async tx => {
      await tx.update(personsTable).set({ suspendedAt: deps.now() }).where(eq(personsTable.id, letIn.personId))
    })
    const ballot = {
      seatId: seats['s1'] ?? asId('none'),
      choice: 'YES',
      digest: sha256Hex(text),
      reason: null,
    } as const
    expect(await castBallot(deps, subjects, letIn, motionId, ballot)).toEqual({
      ok: false,
      problem: { type: 'access-suspended' },
    })
    expect(await acts()).toEqual(['motion.opened', 'ballot.refused'])
    const [kept] = await deps.read.select().from(refusedBallotsTable)
    expect(kept).toMatchObject({ personId: letIn.personId, problem: 'access-suspended' })
    expect(kept?.event).not.toContain('YES')
    expect(await cast(motionId, 's1.alternate', 'NO')).toMatchObject({ ok: true })
    expect(await view(motionId)).toMatchObject({ cast: 1, seats: 7, tally: { yes: 0, no: 1 } })
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

  test('[V5] a ballot that the server had in time counts, however long it waits for those before it', async () => {
    const motionId = await openOrThrow()
    const { deps, subjects, seats, actor } = workspace
    const caster = await actor('s1.head')
    let goOn = (): void => undefined
    const held = new Promise<void>(resolve => (goOn = resolve))
    const before = deps.transaction(() => held)
    workspace.advance(hourMs - 1)
    const seatId = seats['s1'] ?? asId('none')
    const ballot = { seatId, choice: 'YES', digest: sha256Hex(text), reason: null } as const
    const waiting = castBallot(deps, subjects, caster, motionId, ballot)
    workspace.advance(1)
    goOn()
    await before
    expect(await waiting).toMatchObject({ ok: true, value: { receivedAt: deps.now() - 1 } })
    await closeDueMotions(deps, subjects)
    expect(await view(motionId)).toMatchObject({ cast: 1, state: 'decided' })
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
