import { expect, test } from 'vitest'
import { asId, type CorrectionId, type MinutesId } from '#shared/core'
import { itemsOfMeeting } from '#server/meeting'
import {
  acts,
  actor,
  adjourn,
  begin,
  circulate,
  circulated,
  convene,
  everybody,
  inMinutesWorkspace,
  minutesOf,
  putToVote,
  seat,
  week,
  workspace,
  write,
  type Sitting,
} from '../../tests/support/minutes-workspace.ts'
import { disposeOfCorrection, proposeCorrection } from './correcting.ts'
import { takeUpMinutes } from './circulating.ts'
import { fileStatement } from './statements.ts'

inMinutesWorkspace()

const idOf = async (sitting: Sitting): Promise<MinutesId> => (await minutesOf(sitting)).id ?? asId('none')

async function propose(
  sitting: Sitting,
  who = 's1.head',
  more: { seat?: string; quote?: string; proposal?: string; item?: boolean } = {},
) {
  return proposeCorrection(workspace.deps, await actor(who), await idOf(sitting), {
    itemId: more.item ? (sitting.itemIds[0] ?? null) : null,
    seatId: seat(more.seat ?? who.split('.')[0] ?? ''),
    quote: more.quote ?? '',
    proposal: more.proposal ?? 'Seven shelters',
    reason: 'One was left out.',
  })
}

const dispose = async (id: CorrectionId, accept: boolean, reason = '', who = 'secretariat') =>
  disposeOfCorrection(workspace.deps, await actor(who), id, { accept, reason })

async function proposed(sitting: Sitting): Promise<CorrectionId> {
  const made = await propose(sitting)
  if (!made.ok) throw new Error(made.problem.type)
  return made.value
}

const proposers: Readonly<Record<(typeof everybody)[number], string | null>> = {
  nationalCoordinator: 'not-permitted',
  secretariat: 'not-permitted',
  's1.head': null,
  's1.alternate': null,
  'n1.head': null,
  'o1.head': 'not-own-statement',
  rapporteur: 'not-permitted',
  stranger: 'not-found',
}

test.each(everybody)('[M5] whether %s may propose a correction is as the table says', async who => {
  const sitting = await circulated()
  const made = await propose(sitting, who)
  const type = proposers[who]
  expect(made).toMatchObject(type === null ? { ok: true } : { problem: { type } })
})

test('[M5] nobody proposes for another’s seat', async () => {
  expect(await propose(await circulated(), 's1.head', { seat: 's2' })).toMatchObject({
    problem: { type: 'not-permitted' },
  })
})

test('[M5] an observer corrects what it has said itself, and nothing else', async () => {
  const sitting = await convene()
  await begin(sitting)
  const statement = { itemId: null, seatId: seat('o1'), text: 'We advise against it.' }
  await fileStatement(workspace.deps, await actor('o1.head'), sitting.id, statement)
  await adjourn(sitting)
  await circulate(sitting)
  const by = (quote: string, item = false) => propose(sitting, 'o1.head', { quote, item })
  expect(await by('advise against')).toMatchObject({ ok: true })
  expect(await by('We advise against it.')).toMatchObject({ ok: true })
  for (const other of [
    by('Six shelters'),
    by(''),
    by('e'),
    by('against it'),
    by('dvise against'),
    by('advise against', true),
  ]) {
    expect(await other).toMatchObject({ problem: { type: 'not-own-statement' } })
  }
})

test('[M5] corrections are proposed for seven days, and not after', async () => {
  const sitting = await circulated()
  workspace.advance(week)
  expect(await propose(sitting)).toMatchObject({ ok: true })
  workspace.advance(1)
  expect(await propose(sitting)).toMatchObject({ problem: { type: 'corrections-closed' } })
  expect((await minutesOf(sitting, 's1.head')).correctionSeats).toEqual([])
})

test('[M5] a correction names an item of the meeting and says something', async () => {
  const other = await circulated()
  const sitting = await circulated()
  const made = await proposeCorrection(workspace.deps, await actor('s1.head'), await idOf(sitting), {
    itemId: other.itemIds[0] ?? null,
    seatId: seat('s1'),
    quote: '',
    proposal: 'b',
    reason: 'c',
  })
  expect(made).toMatchObject({ problem: { type: 'invalid-input', errors: [{ path: '/itemId' }] } })
  expect(await propose(sitting, 's1.head', { quote: '', proposal: '' })).toMatchObject({
    problem: { type: 'invalid-input', errors: [{ path: '/proposal' }] },
  })
})

test('[M5] a correction quotes words of the text as it was circulated, under the item where they stand', async () => {
  const sitting = await convene(['The shelters'])
  await begin(sitting)
  await write(sitting.id, 'All came in time.')
  await write(sitting.itemIds[0] ?? '', 'Six shelters are open.')
  await adjourn(sitting)
  await circulate(sitting)
  const by = (quote: string, item = true) => propose(sitting, 's1.head', { quote, item })
  const refused = { problem: { type: 'quote-not-in-minutes', version: 1 } }
  expect(await by('Six shelters')).toMatchObject({ ok: true })
  expect(await by('Six\n shelters are')).toMatchObject({ ok: true })
  expect(await by('Seven shelters')).toMatchObject(refused)
  expect(await by('Six shelters', false)).toMatchObject(refused)
  await takeUpMinutes(workspace.deps, await actor('secretariat'), sitting.id)
  await write(sitting.itemIds[0] ?? '', 'Written since.')
  expect(await by('Written since.')).toMatchObject(refused)
  expect(await by('are open')).toMatchObject({ ok: true })
})

test('[M5] minutes that nobody has seen yet take no corrections', async () => {
  const sitting = await convene()
  await begin(sitting)
  expect(await propose(sitting)).toMatchObject({ problem: { type: 'minutes-moved-on', state: 'live' } })
})

test.each(everybody)('[M5] whether %s decides on corrections is as the table says', async who => {
  const id = await proposed(await circulated())
  const done = await dispose(id, true, '', who)
  const type = who === 'stranger' ? 'not-found' : 'not-permitted'
  expect(done).toMatchObject(who === 'secretariat' ? { ok: true } : { problem: { type } })
})

test('[M5] a correction is refused with a reason, and decided once', async () => {
  const sitting = await circulated()
  const id = await proposed(sitting)
  expect(await dispose(id, false)).toMatchObject({ problem: { type: 'invalid-input', errors: [{ path: '/reason' }] } })
  expect(await dispose(id, false, 'There are six.')).toMatchObject({ ok: true })
  expect(await dispose(id, true)).toMatchObject({ problem: { type: 'correction-disposed' } })
  expect((await minutesOf(sitting, 'n1.head')).corrections).toMatchObject([
    { id, version: 1, state: 'refused', disposition: { reason: 'There are six.' }, seat: { label: 'Seat s1' } },
  ])
  expect(await acts(id)).toEqual(['correction.proposed', 'correction.refused'])
})

test('[M5] minutes go round again only when every correction is decided', async () => {
  const sitting = await circulated()
  const id = await proposed(sitting)
  await takeUpMinutes(workspace.deps, await actor('secretariat'), sitting.id)
  expect(await circulate(sitting)).toMatchObject({ problem: { type: 'corrections-open', correctionIds: [id] } })
  await dispose(id, true)
  await write(sitting.id, 'Seven shelters are open.')
  expect(await circulate(sitting)).toMatchObject({ ok: true })
  expect((await minutesOf(sitting)).version).toMatchObject({ number: 2 })
})

test('[M5] minutes before the body still take corrections, and are taken back with one that is accepted', async () => {
  const sitting = await circulated()
  await convene()
  const [one, two] = [await proposed(sitting), await proposed(sitting)]
  expect(await dispose(one, false, 'There are six.')).toMatchObject({ ok: true })
  expect((await minutesOf(sitting)).state).toBe('beforeBody')
  expect(await dispose(two, true)).toMatchObject({ ok: true })
  expect((await minutesOf(sitting)).state).toBe('circulated')
  expect((await acts(await idOf(sitting))).at(-1)).toBe('minutes.released')
  expect(await takeUpMinutes(workspace.deps, await actor('secretariat'), sitting.id)).toMatchObject({ ok: true })
})

const approvalsOf = async (meeting: Sitting) =>
  (await itemsOfMeeting(workspace.deps.read, meeting.id)).filter(item => item.type === 'minutesApproval').length

test.each([
  ['waits for its disposition', false, 0],
  ['was accepted and is not written in', true, 0],
] as const)('[M5] minutes are not put before the body while a correction %s', async (_what, accept, approvals) => {
  const sitting = await circulated()
  const id = await proposed(sitting)
  if (accept) await dispose(id, true)
  expect(await approvalsOf(await convene())).toBe(approvals)
  if (!accept) await dispose(id, true)
  await takeUpMinutes(workspace.deps, await actor('secretariat'), sitting.id)
  await circulate(sitting)
  expect(await approvalsOf(await convene())).toBe(1)
})

test('[M5] minutes are put before a meeting that begins when the time for corrections is over, and no sooner', async () => {
  const sitting = await circulated()
  const over = workspace.deps.now() + week
  expect(await approvalsOf(await convene([], over - 1))).toBe(0)
  expect((await minutesOf(sitting)).state).toBe('circulated')
  expect(await approvalsOf(await convene([], over))).toBe(1)
  expect((await minutesOf(sitting)).state).toBe('beforeBody')
})

test('[M5, V4] minutes before the body are put to the vote when the time for corrections is over and none waits', async () => {
  const sitting = await circulated()
  const second = await convene()
  const unopened = { problem: { type: 'subject-not-votable' } }
  workspace.advance(week - 1)
  expect(await putToVote(second)).toMatchObject(unopened)
  const id = await proposed(sitting)
  workspace.advance(1)
  expect(await putToVote(second)).toMatchObject(unopened)
  await dispose(id, false, 'There are six.')
  expect(await putToVote(second)).toMatchObject({ ok: true })
})
