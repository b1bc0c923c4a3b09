import { describe, expect, test } from 'vitest'
import { asId, hourMs, type MeetingId, type SeatId } from '#shared/core'
import { accredit, endAccreditation } from '#server/group'
import { openMotion } from '#server/motion'
import {
  acts,
  cast,
  inVoteWorkspace,
  open,
  openOrThrow,
  text,
  workspace,
} from '../../../tests/support/vote-workspace.ts'

inVoteWorkspace()

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

  test('[M3] [V6] while the group meets no roll is typed: the vote is opened in its meeting, or by correspondence', async () => {
    const { deps, subjects, seats, actor } = workspace
    const closesAt = deps.now() + hourMs
    const about = { subjectKind: 'sectionVersion', subjectId: text, closesAt } as const
    const chair = await actor('nationalCoordinator')
    const sittings = { underWay: async () => asId<MeetingId>('sitting') }
    const typed = { ...about, mode: 'meeting', roll: Object.values(seats) } as const
    expect(await openMotion(deps, subjects, chair, typed, sittings)).toEqual({
      ok: false,
      problem: { type: 'meeting-in-session', meetingId: 'sitting' },
    })
    const byPost = { ...about, mode: 'correspondence' } as const
    expect(await openMotion(deps, subjects, chair, byPost, sittings)).toMatchObject({ ok: true })
  })
})
