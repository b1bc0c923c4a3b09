import { describe, expect, test, vi } from 'vitest'
import { dayMs, hourMs, sha256Hex } from '#shared/core'
import { closeDueMotions, closeMotion, extendMotion, startMotionCloser } from '../index.ts'
import {
  acts,
  allYes,
  cast,
  castAll,
  inVoteWorkspace,
  open,
  openOrThrow,
  text,
  view,
  workspace,
} from '../../../tests/support/vote-workspace.ts'

inVoteWorkspace()

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

  test.each([
    { subject: 'a text closed until then', subjectId: 'closed-1', asked: true },
    { subject: 'any other text', subjectId: text, asked: false },
  ])('[G8] with the outcome on $subject, open sockets are asked again: $asked', async ({ subjectId, asked }) => {
    const { deps, subjects, actor, events } = workspace
    const motionId = await openOrThrow({ subjectId })
    await castAll(motionId, allYes, sha256Hex(subjectId))
    expect(events.some(event => event.type === 'accessChanged')).toBe(false)
    expect(await closeMotion(deps, subjects, await actor('nationalCoordinator'), motionId)).toEqual({ ok: true })
    expect(events.some(event => event.type === 'accessChanged')).toBe(asked)
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
