import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { asId, type MinutesId } from '#shared/core'
import { parseContent } from '#shared/minutes'
import { correctionsTable, minutesTable, minutesVersionsTable, statementsTable } from '#server/db'
import { itemsOfMeeting } from '#server/meeting'
import { checkRecord } from '#server/record'
import {
  acts,
  actor,
  adjourn,
  all,
  approve,
  begin,
  circulate,
  circulated,
  convene,
  decide,
  everybody,
  inMinutesWorkspace,
  minutesOf,
  putToVote,
  seat,
  sealed,
  workspace,
  type Sitting,
} from '../../tests/support/minutes-workspace.ts'
import { readChain } from './chain.ts'
import { minutesChecks } from './checks.ts'
import { disposeOfCorrection, proposeCorrection } from './correcting.ts'
import { addErratum } from './errata.ts'
import { fileStatement } from './statements.ts'

inMinutesWorkspace()

const idOf = async (sitting: Sitting): Promise<MinutesId> => (await minutesOf(sitting)).id ?? asId('none')
const add = async (sitting: Sitting, who = 'secretariat') =>
  addErratum(workspace.deps, await actor(who), await idOf(sitting), { text: 'For 12 May read 13 May.' })
const chain = async (who = 'secretariat') => {
  const read = await readChain(workspace.deps, await actor(who), workspace.group)
  if (!read.ok) throw new Error(read.problem.type)
  return read.value
}
const check = () => checkRecord(workspace.deps, minutesChecks)

test.each(everybody)('[M5] whether %s may add an erratum is as the table says', async who => {
  const { first } = await sealed()
  const type = who === 'stranger' ? 'not-found' : 'not-permitted'
  expect(await add(first, who)).toMatchObject(who === 'secretariat' ? { ok: true } : { problem: { type } })
})

test('[M5] minutes that can still be corrected take no erratum, and an erratum none either', async () => {
  expect(await add(await circulated())).toMatchObject({ problem: { type: 'minutes-moved-on', state: 'circulated' } })
})

test('[M5] an erratum goes before the next meeting, is sealed as the next link, and the original stays', async () => {
  const { first, second } = await sealed()
  const original = await minutesOf(first)
  const added = await add(first)
  if (!added.ok) throw new Error(added.problem.type)
  const circulatedText = (await minutesOf(first)).errata
  expect(circulatedText).toMatchObject([{ state: 'circulated', text: 'For 12 May read 13 May.', seal: null }])

  await adjourn(second)
  const third = await convene()
  const [item] = await itemsOfMeeting(workspace.deps.read, third.id)
  expect(item).toMatchObject({ type: 'minutesApproval', subject: { digest: circulatedText[0]?.digest } })
  await begin(third)
  const opened = await putToVote(third)
  if (!opened.ok) throw new Error(opened.problem.type)
  await decide(opened.value, circulatedText[0]?.digest ?? '', all('YES'))

  const after = await minutesOf(first)
  expect(after.errata).toMatchObject([{ state: 'sealed', seal: { number: 2, previous: original.seal?.seal } }])
  expect({ ...after, errata: [], chain: null, serverNow: 0 }).toEqual({
    ...original,
    errata: [],
    chain: null,
    serverNow: 0,
  })
  expect(await acts(added.value)).toEqual([
    'minutes.erratumCirculated',
    'minutes.putBefore',
    'minutes.approved',
    'minutes.sealed',
  ])
  const [, second2] = await workspace.deps.read.select().from(minutesVersionsTable)
  expect(parseContent(second2?.content ?? '')).toMatchObject({
    format: 'plenary/erratum/1',
    amends: { minutes: original.id, digest: original.version?.digest, seal: original.seal?.seal },
  })
})

test('[M5] an erratum that the body refuses is no part of the chain', async () => {
  const { first, second } = await sealed()
  await add(first)
  await adjourn(second)
  const third = await convene()
  await begin(third)
  const opened = await putToVote(third)
  if (!opened.ok) throw new Error(opened.problem.type)
  const [erratum] = (await minutesOf(first)).errata
  await decide(opened.value, erratum?.digest ?? '', all('NO'))
  expect((await minutesOf(first)).errata).toMatchObject([{ state: 'corrections', seal: null }])
  expect((await chain()).links).toHaveLength(1)
})

async function twoLinks(): Promise<readonly Sitting[]> {
  const { first, second } = await sealed()
  await adjourn(second)
  await circulate(second)
  const third = await convene()
  await begin(third)
  await approve(third, second)
  return [first, second]
}

test('[M5] the chain is read by whoever may read the group’s meetings, and verifies', async () => {
  const [first, second] = await twoLinks()
  expect(await chain('o1.head')).toMatchObject({
    ok: true,
    brokenAt: null,
    links: [
      { number: 1, kind: 'minutes', meetingId: first?.id, previous: '0'.repeat(64), ok: true },
      { number: 2, meetingId: second?.id, ok: true },
    ],
  })
  const refused = await readChain(workspace.deps, await actor('stranger'), workspace.group)
  expect(refused).toMatchObject({ problem: { type: 'not-found' } })
})

const alterations: readonly (readonly [string, () => Promise<unknown>, string])[] = [
  ['a text', () => alter(minutesVersionsTable, { content: '{"format":"plenary/minutes/1"}' }), 'content-altered'],
  ['a digest', () => alter(minutesVersionsTable, { digest: 'f'.repeat(64) }), 'digest-altered'],
  ['an approval', () => alter(minutesTable, { approval: '{}' }), 'content-altered'],
  ['a seal', () => alter(minutesTable, { seal: 'f'.repeat(64) }), 'digest-altered'],
  ['a state', () => alter(minutesTable, { state: 'live' }), 'content-missing'],
  ['a place in the chain', () => alter(minutesTable, { chainNumber: 7 }), 'content-missing'],
]

async function alter(table: typeof minutesVersionsTable | typeof minutesTable, values: object): Promise<unknown> {
  return workspace.deps.transaction(async tx => {
    const [first] = await tx.select({ id: table.id }).from(table)
    return tx
      .update(table)
      .set(values)
      .where(eq(table.id, first?.id ?? ''))
  })
}

test.each(alterations)(
  '[M5, L1] %s of sealed minutes that was altered in storage is found',
  async (what, change, fault) => {
    await twoLinks()
    expect(await check()).toMatchObject({ ok: true, texts: 4 })
    await change()
    expect(await check()).toMatchObject({ ok: false, fault })
    if (what === 'a text' || what === 'an approval' || what === 'a seal' || what === 'a place in the chain') {
      expect(await chain()).toMatchObject({ ok: false })
    }
  },
)

test('[M5, L1] what seats filed, and what became of it, is found altered', async () => {
  const sitting = await convene()
  await begin(sitting)
  const secretariat = await actor('secretariat')
  const s1 = await actor('s1.head')
  const { deps } = workspace
  await fileStatement(deps, s1, sitting.id, { itemId: null, seatId: seat('s1'), text: 'Our words.' })
  await adjourn(sitting)
  await circulate(sitting)
  const proposal = { itemId: null, seatId: seat('s1'), quote: '', proposal: 'b', reason: 'c' }
  const proposed = await proposeCorrection(deps, s1, await idOf(sitting), proposal)
  if (!proposed.ok) throw new Error(proposed.problem.type)
  await disposeOfCorrection(deps, secretariat, proposed.value, { accept: false, reason: 'It is right.' })
  expect(await check()).toMatchObject({ ok: true, texts: 4 })
  await deps.transaction(tx => tx.update(correctionsTable).set({ disposition: 'It is wrong.' }))
  expect(await check()).toMatchObject({ act: 'correction.refused', fault: 'content-altered' })
  await deps.transaction(tx => tx.update(correctionsTable).set({ proposal: 'B' }))
  expect(await check()).toMatchObject({ act: 'correction.proposed', fault: 'content-altered' })
  await deps.transaction(tx => tx.update(statementsTable).set({ text: 'Other words.' }))
  expect(await check()).toMatchObject({ act: 'statement.filed', fault: 'content-altered' })
})
