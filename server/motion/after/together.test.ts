import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { asId, dayMs, hourMs, type JointActId, type MotionId } from '#shared/core'
import { statementVersionsLimit } from '#shared/motion'
import { officesTable, personsTable, recordTable } from '#server/db'
import { accredit } from '#server/group'
import { checkRecord } from '#server/record'
import { readAfterVote } from './after.ts'
import { closeDueMotions, motionChecks } from '../index.ts'
import { followUpsFor } from './follow-up.ts'
import { stateAfterVote } from './statements.ts'
import { askForJointAct, confirmJointAct, dropJointAct, publishVote } from './together.ts'
import {
  acts,
  allYes,
  cast,
  castAll,
  inVoteWorkspace,
  open,
  openOrThrow,
  seatOf,
  text,
  view,
  workspace,
} from '../../../tests/support/vote-workspace.ts'
import { valueOf } from '../../../tests/support/result.ts'
import type { JointActBody, VoteStatementBody } from '#shared/motion/schema'

inVoteWorkspace()

const chair = 'nationalCoordinator'
const technical = (act: 'pause' | 'resume'): JointActBody => ({ act, text: 'The network of the hall is down.' })
const voiding: JointActBody = { act: 'void', cause: 'wrongText', text: 'An annex was missing.' }
const certifying: JointActBody = { act: 'certify', text: '' }

const ask = async (by: string, motionId: MotionId, body: JointActBody) =>
  askForJointAct(workspace.deps, workspace.subjects, await workspace.actor(by), motionId, body)

const confirm = async (by: string, motionId: MotionId, id: JointActId) =>
  confirmJointAct(workspace.deps, workspace.subjects, await workspace.actor(by), motionId, id)

/** Asked by one and confirmed by the other. */
async function together(motionId: MotionId, body: JointActBody, one = chair, other = 'secretariat') {
  const asked = await ask(one, motionId, body)
  return asked.ok ? confirm(other, motionId, asked.value) : asked
}

const after = async (motionId: MotionId, as = chair) => {
  const read = await readAfterVote(workspace.deps, await workspace.actor(as), motionId)
  if (!read.ok) throw new Error(read.problem.type)
  return read.value
}

const state = async (by: string, motionId: MotionId, kind: VoteStatementBody['kind'], words = 'Our words.') =>
  stateAfterVote(workspace.deps, await workspace.actor(by), motionId, {
    seatId: workspace.seats[by.split('.')[0] ?? ''] ?? (by as never),
    kind,
    text: words,
  })

async function pass(ms: number): Promise<void> {
  workspace.advance(ms)
  await closeDueMotions(workspace.deps, workspace.subjects)
}

const opposed = { ...allYes, n1: 'NO', n2: 'NO' } as const

async function decided(choices: Parameters<typeof castAll>[1] = allYes): Promise<MotionId> {
  const motionId = await openOrThrow()
  await castAll(motionId, choices)
  await pass(hourMs)
  return motionId
}

/** Returned in the first round, adopted over the NGO seats' objection in the second. */
async function overObjection(): Promise<MotionId> {
  const first = await decided(opposed)
  expect(await view(first)).toMatchObject({ outcome: 'RETURNED' })
  await together(
    first,
    { act: 'reconcile', text: 'Two paragraphs are worded anew in the next version.' },
    chair,
    'n1.head',
  )
  return decided(opposed)
}

/** A second person for the seat, who may sign in. */
async function accreditAlternate(name: string): Promise<void> {
  const { deps, seats } = workspace
  const [id, createdAt] = [`${name}.alternate`, deps.now()]
  await deps.transaction(async tx => {
    await tx.insert(personsTable).values({
      ...{ id, name: `Person ${id}`, email: `${id}@example.org`, organisationId: name, userHandle: id, locale: 'en' },
      ...{ confidentialityConfirmedAt: createdAt, createdAt },
    })
    const seatId = seats[name]
    if (!seatId) throw new Error(name)
    valueOf(await accredit(tx, deps, { seatId, personId: asId(id), rank: 'alternate', by: null }))
  })
}

const allHold = async () => expect(await checkRecord(workspace.deps, motionChecks)).toMatchObject({ ok: true })

describe('an act of two', () => {
  test('[V13] takes two persons: who asked cannot confirm, and nobody else than the other capacity can', async () => {
    const motionId = await openOrThrow()
    const asked = await ask(chair, motionId, technical('pause'))
    if (!asked.ok) throw new Error(asked.problem.type)
    expect(await confirm(chair, motionId, asked.value)).toMatchObject({ problem: { type: 'needs-two-persons' } })
    for (const other of ['s1.head', 'n1.head']) {
      expect(await confirm(other, motionId, asked.value)).toMatchObject({ problem: { type: 'not-permitted' } })
    }
    expect(await ask('s1.head', motionId, technical('pause'))).toMatchObject({ problem: { type: 'not-permitted' } })
    expect(await ask('secretariat', motionId, technical('pause'))).toMatchObject({
      problem: { type: 'joint-act-pending' },
    })
    expect(await view(motionId)).toMatchObject({ paused: false })
    expect(await confirm('secretariat', motionId, asked.value)).toMatchObject({ ok: true })
    expect(await view(motionId)).toMatchObject({ paused: true, dueAt: null })
    await allHold()
  })

  test('[V13] lapses after 24 hours, and can be taken back until then by whoever asked', async () => {
    const motionId = await decided()
    const first = await ask(chair, motionId, voiding)
    workspace.advance(24 * hourMs)
    if (!first.ok) throw new Error(first.problem.type)
    expect(await confirm('secretariat', motionId, first.value)).toMatchObject({ problem: { type: 'joint-act-over' } })
    const second = await ask('secretariat', motionId, voiding)
    if (!second.ok) throw new Error(second.problem.type)
    const { deps, actor } = workspace
    expect(await dropJointAct(deps, await actor('n1.head'), motionId, second.value)).toMatchObject({
      problem: { type: 'not-permitted' },
    })
    expect(await dropJointAct(deps, await actor('secretariat'), motionId, second.value)).toEqual({
      ok: true,
      value: undefined,
    })
    expect((await after(motionId)).jointActs.map(act => act.state)).toEqual(['lapsed', 'withdrawn'])
    expect(await acts()).toContain('motion.jointActWithdrawn')
  })
})

describe('who holds the office no more', () => {
  const leave = (office: string) =>
    workspace.deps.transaction(async tx => {
      await tx.update(officesTable).set({ endsAt: workspace.deps.now() }).where(eq(officesTable.id, office))
    })
  const asked = async (by: string, motionId: MotionId): Promise<JointActId> => {
    const id = await ask(by, motionId, voiding)
    if (!id.ok) throw new Error(id.problem.type)
    return id.value
  }

  test('[V13] and was let in before confirms nothing, declines nothing and asks for nothing', async () => {
    const motionId = await decided()
    const id = await asked(chair, motionId)
    const { deps, subjects, actor } = workspace
    const letIn = await actor('secretariat')
    await leave('secretariat')
    const notPermitted = { ok: false, problem: { type: 'not-found' } }
    expect(await confirmJointAct(deps, subjects, letIn, motionId, id)).toEqual(notPermitted)
    expect(await dropJointAct(deps, letIn, motionId, id)).toEqual(notPermitted)
    expect(await askForJointAct(deps, subjects, letIn, motionId, certifying)).toEqual(notPermitted)
    expect(await publishVote(deps, letIn, motionId)).toEqual(notPermitted)
    expect(await view(motionId)).toMatchObject({ outcome: 'ADOPTED' })
  })

  test('[V13] has asked in vain: nobody confirms it, and the successor asks anew', async () => {
    const motionId = await decided()
    const id = await asked(chair, motionId)
    await leave(chair)
    expect((await after(motionId, 'secretariat')).jointActs).toMatchObject([
      { state: 'lapsed', mayConfirm: false, mayDecline: false },
    ])
    expect(await confirm('secretariat', motionId, id)).toEqual({
      ok: false,
      problem: { type: 'joint-act-over', state: 'lapsed' },
    })
    expect(await view(motionId, 'secretariat')).toMatchObject({ outcome: 'ADOPTED' })
    await workspace.deps.transaction(async tx => {
      const row = { id: 'successor', office: chair, personId: 'stranger', act: 'Decree 2' }
      await tx.insert(officesTable).values({ ...row, startsAt: workspace.deps.now(), endsAt: null })
    })
    expect(await together(motionId, voiding, 'stranger')).toMatchObject({ ok: true })
    expect(await view(motionId, 'secretariat')).toMatchObject({ outcome: 'VOIDED' })
    await allHold()
  })
})

describe('declining', () => {
  test('[V13] the other of the two declines, nothing happens, and it may be asked for again', async () => {
    const motionId = await decided()
    const asked = await ask(chair, motionId, voiding)
    if (!asked.ok) throw new Error(asked.problem.type)
    const { deps, actor } = workspace
    const drop = async (by: string) => dropJointAct(deps, await actor(by), motionId, asked.value)
    expect((await after(motionId, 'secretariat')).jointActs).toMatchObject([{ mayConfirm: true, mayDecline: true }])
    expect((await after(motionId, 's1.head')).jointActs).toMatchObject([{ mayConfirm: false, mayDecline: false }])
    for (const other of ['s1.head', 'n1.head']) {
      expect(await drop(other)).toMatchObject({ problem: { type: 'not-permitted' } })
    }
    expect(await drop('secretariat')).toMatchObject({ ok: true })
    expect((await after(motionId)).jointActs).toMatchObject([
      { state: 'declined', askedBy: 'Person nationalCoordinator', answeredBy: 'Person secretariat' },
    ])
    expect(await confirm('secretariat', motionId, asked.value)).toMatchObject({ problem: { type: 'joint-act-over' } })
    expect(await drop(chair)).toMatchObject({ problem: { type: 'joint-act-over', state: 'declined' } })
    expect(await acts()).toContain('motion.jointActDeclined')
    expect(await view(motionId)).toMatchObject({ outcome: 'ADOPTED' })
    expect(await together(motionId, voiding)).toMatchObject({ ok: true })
    await allHold()
  })
})

describe('what waits for whom', () => {
  const waiting = async (by: string) => followUpsFor(workspace.deps, await workspace.actor(by))

  test('[V9] of a returned text: chair and NGO heads reconcile, then the chair opens the second round', async () => {
    const motionId = await decided(opposed)
    const until = workspace.deps.now() + 14 * dayMs
    expect(await waiting(chair)).toMatchObject([{ id: motionId, reconcileUntil: until, secondRound: false }])
    expect(await waiting('n1.head')).toMatchObject([{ id: motionId, reconcileUntil: until }])
    for (const other of ['secretariat', 's1.head', 'stranger']) expect(await waiting(other)).toEqual([])
    const asked = await ask('n1.head', motionId, { act: 'reconcile', text: 'The shelters are named.' })
    if (!asked.ok) throw new Error(asked.problem.type)
    expect(await waiting(chair)).toMatchObject([
      { toAnswer: [{ act: 'reconcile', askedBy: 'Person n1.head' }], reconcileUntil: null },
    ])
    await confirm(chair, motionId, asked.value)
    expect(await waiting(chair)).toMatchObject([{ toAnswer: [], reconcileUntil: null, secondRound: true }])
    expect(await waiting('n1.head')).toEqual([])
    await openOrThrow()
    expect(await waiting(chair)).toEqual([])
  })

  test('[V9] of one adopted over the objection: the dissent of each seat, then chair and Secretariat certify', async () => {
    const motionId = await overObjection()
    expect(await waiting('n1.head')).toMatchObject([{ id: motionId, dissent: { seats: ['Organisation n1'] } }])
    expect(await waiting(chair)).toEqual([])
    await state('n1.head', motionId, 'dissent')
    expect(await waiting('n1.head')).toEqual([])
    await state('n2.head', motionId, 'waiver', '')
    for (const one of [chair, 'secretariat']) expect(await waiting(one)).toMatchObject([{ certify: true }])
    await together(motionId, certifying)
    for (const one of [chair, 'secretariat']) expect(await waiting(one)).toEqual([])
  })

  test('[V13] a pause that was asked for waits for the other of the two', async () => {
    const motionId = await openOrThrow()
    await ask('secretariat', motionId, technical('pause'))
    expect(await waiting(chair)).toMatchObject([{ toAnswer: [{ act: 'pause' }] }])
    for (const other of ['secretariat', 's1.head', 'n1.head']) expect(await waiting(other)).toEqual([])
  })
})

describe('pause and resume', () => {
  test('[V5] no ballot is taken in the pause, and the deadline moves by it', async () => {
    const motionId = await openOrThrow()
    const { closesAt } = await view(motionId)
    workspace.advance(hourMs / 2)
    await together(motionId, technical('pause'))
    await pass(5 * hourMs)
    expect(await cast(motionId, 's1.head', 'YES')).toMatchObject({ problem: { type: 'motion-not-open' } })
    expect(await view(motionId)).toMatchObject({ state: 'open', paused: true })
    await together(motionId, technical('resume'), 'secretariat', chair)
    expect(await view(motionId)).toMatchObject({ paused: false, dueAt: closesAt + 5 * hourMs })
    expect(await cast(motionId, 's1.head', 'YES')).toMatchObject({ ok: true })
    await pass(hourMs)
    expect(await view(motionId)).toMatchObject({ state: 'decided' })
    await allHold()
  })
})

describe('voiding', () => {
  test('[V13] a running vote ends, its ballots stay, and the text may be put to another', async () => {
    const motionId = await openOrThrow()
    await castAll(motionId, { s1: 'YES', n1: 'NO' })
    expect(await together(motionId, voiding)).toMatchObject({ ok: true })
    const seen = await view(motionId, 's2.head')
    expect(seen).toMatchObject({ state: 'decided', outcome: 'VOIDED', numbered: null })
    expect(seatOf(seen, 's1')).toMatchObject({ ballot: { choice: 'YES' } })
    expect(workspace.told.at(-1)).toEqual([text, 'release'])
    expect(await open()).toMatchObject({ ok: true })
    await allHold()
  })

  test('[V13] a decided one loses its outcome and keeps its number, which no other gets', async () => {
    const motionId = await decided()
    const { numbered } = await view(motionId)
    expect(await together(motionId, voiding)).toMatchObject({ ok: true })
    expect(await view(motionId)).toMatchObject({ outcome: 'VOIDED', grade: null, numbered })
    expect(workspace.told.at(-1)).toEqual([text, 'void'])
    expect(await view(await decided())).toMatchObject({ numbered: { number: (numbered?.number ?? 0) + 1 } })
    expect(await ask(chair, motionId, voiding)).toMatchObject({ problem: { type: 'vote-moved-on', state: 'voided' } })
    await allHold()
  })

  test('[V13] what is relied on is not undone', async () => {
    const motionId = await openOrThrow({ subjectId: 'held-1' })
    await castAll(motionId, allYes, (await view(motionId)).subject.digest)
    await pass(hourMs)
    expect(await together(motionId, voiding)).toMatchObject({
      problem: { type: 'vote-not-voidable', because: 'inPlan' },
    })
    expect(await view(motionId)).toMatchObject({ outcome: 'ADOPTED' })
  })
})

describe('reconciliation', () => {
  test('[V9] recorded by the chair and an NGO head, the second round opens before its time', async () => {
    const motionId = await decided(opposed)
    expect(await open()).toMatchObject({ problem: { type: 'reconciliation-open' } })
    const agreed: JointActBody = { act: 'reconcile', text: 'The shelters are named.' }
    expect(await ask('secretariat', motionId, agreed)).toMatchObject({ problem: { type: 'not-permitted' } })
    expect(await ask('s1.head', motionId, agreed)).toMatchObject({ problem: { type: 'not-permitted' } })
    expect(await together(motionId, agreed, 'n1.head', chair)).toMatchObject({ ok: true })
    expect((await after(motionId)).reconciledAt).toBe(workspace.deps.now())
    const second = await openOrThrow()
    expect(await view(second)).toMatchObject({ round: 2 })
    await allHold()
  })

  test('[V9] without a record it opens after fourteen days', async () => {
    await decided(opposed)
    workspace.advance(14 * dayMs)
    expect(await open()).toMatchObject({ ok: true })
  })
})

describe('certification', () => {
  test('[V9] over the NGO seats’ objection only with dissent or waiver of each, or after five days', async () => {
    const motionId = await overObjection()
    expect(await view(motionId)).toMatchObject({ outcome: 'ADOPTED_OVER_NGO_OBJECTION' })
    expect(await ask(chair, motionId, certifying)).toMatchObject({ problem: { type: 'certification-too-early' } })
    expect(await state('s1.head', motionId, 'dissent')).toMatchObject({
      problem: { type: 'statement-not-open', because: 'notObjecting' },
    })
    expect(await state('n1.head', motionId, 'dissent')).toMatchObject({ ok: true })
    expect((await after(motionId)).dissentAwaited).toEqual([
      { seatId: workspace.seats['n2'], organisationName: 'Organisation n2' },
    ])
    expect(await state('n2.head', motionId, 'waiver', '')).toMatchObject({ ok: true })
    expect(await together(motionId, certifying)).toMatchObject({ ok: true })
    expect(await state('n1.head', motionId, 'dissent')).toMatchObject({
      problem: { type: 'statement-not-open', because: 'certified' },
    })
    expect(await ask(chair, motionId, voiding)).toMatchObject({
      problem: { type: 'vote-moved-on', state: 'certified' },
    })
    await allHold()
  })

  test('[V3] [V9] an alternate’s waiver does not take the place of the head’s dissent', async () => {
    await accreditAlternate('n1')
    const motionId = await overObjection()
    const dissent = () => after(motionId).then(({ statements }) => statements.filter(one => !one.replaced))
    expect(await state('n1.alternate', motionId, 'waiver', '')).toMatchObject({ ok: true })
    expect((await after(motionId)).dissentAwaited).toEqual([
      { seatId: workspace.seats['n2'], organisationName: 'Organisation n2' },
    ])
    expect(await state('n1.head', motionId, 'dissent', 'The shelters are not paid for.')).toMatchObject({ ok: true })
    expect(await state('n1.alternate', motionId, 'waiver', '')).toMatchObject({ ok: true })
    expect(await dissent()).toMatchObject([{ kind: 'dissent', rank: 'head', by: 'Person n1.head' }])
    const { statements } = await after(motionId)
    const [standing] = await dissent()
    expect(statements.map(({ rank, kind, replacedBy }) => [rank, kind, replacedBy])).toEqual([
      ['alternate', 'waiver', standing?.id],
      ['head', 'dissent', null],
      ['alternate', 'waiver', standing?.id],
    ])
    expect((await after(motionId, 'n1.alternate')).mayState).toMatchObject([{ rank: 'alternate' }])
    expect((await after(motionId)).dissentAwaited).toEqual([
      { seatId: workspace.seats['n2'], organisationName: 'Organisation n2' },
    ])
    await allHold()
  })

  test('[V3] an alternate who hands in every version leaves the head theirs', async () => {
    await accreditAlternate('n1')
    const motionId = await overObjection()
    for (let number = 1; number <= statementVersionsLimit; number++) {
      expect(await state('n1.alternate', motionId, 'dissent', `Version ${number}.`)).toMatchObject({ ok: true })
    }
    expect(await state('n1.alternate', motionId, 'dissent')).toMatchObject({ problem: { type: 'too-many-versions' } })
    expect(await state('n1.head', motionId, 'dissent', 'The head’s own.')).toMatchObject({ ok: true })
  })

  test('[V9] none supplied: after five days it is certified without', async () => {
    const motionId = await overObjection()
    workspace.advance(5 * dayMs)
    expect(await together(motionId, certifying)).toMatchObject({ ok: true })
  })

  test('[V13] any other adopted outcome at once; then the Secretariat alone publishes it', async () => {
    const motionId = await decided()
    const { deps, actor } = workspace
    expect(await publishVote(deps, await actor('secretariat'), motionId)).toMatchObject({
      problem: { type: 'vote-moved-on' },
    })
    await together(motionId, certifying)
    expect(await publishVote(deps, await actor(chair), motionId)).toMatchObject({ problem: { type: 'not-permitted' } })
    expect(await publishVote(deps, await actor('secretariat'), motionId)).toMatchObject({ ok: true })
    expect(await after(motionId)).toMatchObject({ state: 'published' })
  })
})

describe('statements', () => {
  test('[V13] a seat that meant the other choice says so, and nothing is counted anew', async () => {
    const motionId = await openOrThrow()
    await castAll(motionId, { ...allYes, s4: 'NO' })
    expect(await state('s4.head', motionId, 'correction')).toMatchObject({
      problem: { type: 'statement-not-open', because: 'running' },
    })
    await pass(hourMs)
    const before = await view(motionId)
    expect(await state('s4.head', motionId, 'correction', 'We meant yes.')).toMatchObject({ ok: true })
    expect(await state('s4.head', motionId, 'correction', 'We meant to say yes.')).toMatchObject({ ok: true })
    expect((await after(motionId)).statements).toMatchObject([
      { kind: 'correction', number: 1, replaced: true },
      { kind: 'correction', number: 2, replaced: false, text: 'We meant to say yes.', by: 'Person s4.head' },
    ])
    const now = await view(motionId)
    expect([now.tally, now.outcome]).toEqual([before.tally, before.outcome])
    await allHold()
  })

  test('[V13] certified at once, the vote is explained and corrected for fourteen days, beside what stood', async () => {
    const motionId = await decided()
    expect(await state('s1.head', motionId, 'explanation', 'As the budget allows.')).toMatchObject({ ok: true })
    await together(motionId, certifying)
    expect(await state('s1.head', motionId, 'reservation')).toMatchObject({
      problem: { type: 'statement-not-open', because: 'certified' },
    })
    expect((await after(motionId, 's1.head')).mayState).toMatchObject([{ kinds: ['explanation', 'correction'] }])
    workspace.advance(14 * dayMs - 1)
    expect(await state('s1.head', motionId, 'explanation', 'The budget did not.')).toMatchObject({ ok: true })
    expect((await after(motionId)).statements).toMatchObject([
      { number: 1, replaced: false, afterCertification: false, text: 'As the budget allows.' },
      { number: 2, replaced: false, afterCertification: true, text: 'The budget did not.' },
    ])
    workspace.advance(1)
    expect(await state('s1.head', motionId, 'explanation')).toMatchObject({
      problem: { type: 'statement-not-open', because: 'periodOver' },
    })
    expect((await after(motionId, 's1.head')).mayState).toEqual([])
    await allHold()
  })

  test('[V3] only for one’s own seat, and an observer of the vote has none', async () => {
    const motionId = await decided()
    expect(await state('secretariat', motionId, 'explanation')).toMatchObject({ problem: { type: 'not-permitted' } })
    expect((await after(motionId, 's1.alternate')).mayState).toMatchObject([
      { kinds: ['explanation', 'reservation', 'correction'] },
    ])
  })
})

test('[V1] a stranger’s ballot leaves an entry and not what was chosen, and not without end', async () => {
  const motionId = await openOrThrow()
  for (let i = 0; i < 25; i++) {
    expect(await cast(motionId, 's2.head', 'NO', { seat: 's1' })).toMatchObject({
      problem: { type: 'not-accredited-for-seat' },
    })
  }
  const rows = await workspace.deps.read.select().from(recordTable)
  const entries = rows.filter(row => row.act === 'ballot.refused').map(row => row.entry)
  expect(entries).toHaveLength(20)
  expect(entries.join()).not.toContain('NO"')
  expect(await view(motionId)).toMatchObject({ refusedBallots: 0, cast: 0 })
  await allHold()
})
