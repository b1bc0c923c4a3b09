import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { canonicalJson, dayMs, hourMs, sha256Hex } from '#shared/core'
import { parseContent } from '#shared/minutes'
import { documentUpdatesTable, meetingsTable, minutesVersionsTable, motionsTable } from '#server/db'
import { openMotion, stateAfterVote } from '#server/motion'
import {
  acts,
  actor,
  all,
  begin,
  circulate,
  circulated,
  convene,
  decide,
  everybody,
  held,
  inMinutesWorkspace,
  minutesOf,
  parts,
  seat,
  sealed,
  subjects,
  week,
  workspace,
  write,
  adjourn,
} from '../../tests/support/minutes-workspace.ts'
import { circulateMinutes, takeUpMinutes } from './circulating.ts'
import { proposeCorrection } from './correcting.ts'
import { minutesDue, minutesOverdue } from './overdue.ts'
import { fileStatement } from './statements.ts'

inMinutesWorkspace()

const refusal = (who: string) => ({ problem: { type: who === 'stranger' ? 'not-found' : 'not-permitted' } })

test.each(everybody)('[M5] whether %s may circulate is as the table says', async who => {
  const { id } = await held()
  const done = await circulateMinutes(workspace.deps, parts(), await actor(who), id, {})
  expect(done).toMatchObject(who === 'secretariat' ? { ok: true } : refusal(who))
})

test.each(everybody)('[M5] whether %s may take circulated minutes up again is as the table says', async who => {
  const { id } = await circulated()
  const done = await takeUpMinutes(workspace.deps, await actor(who), id)
  expect(done).toMatchObject(who === 'secretariat' ? { ok: true } : refusal(who))
})

test('[M5] circulation freezes the committed words and the locked blocks, byte for byte', async () => {
  const sitting = await convene(['The shelters'])
  await begin(sitting)
  const [itemId] = sitting.itemIds
  await write(sitting.id, 'All came in time.')
  await write(itemId ?? '', 'Six shelters are open.')
  const filed = await fileStatement(workspace.deps, await actor('o1.head'), sitting.id, {
    itemId: itemId ?? null,
    seatId: seat('o1'),
    text: 'We advise against it.',
  })
  expect(filed).toMatchObject({ ok: true })
  await adjourn(sitting)
  const before = await minutesOf(sitting)
  expect(await circulate(sitting)).toMatchObject({ ok: true })

  const [row] = await workspace.deps.read.select().from(minutesVersionsTable)
  const content = parseContent(row?.content ?? '')
  expect(canonicalJson(JSON.parse(row?.content ?? ''))).toBe(row?.content)
  expect(sha256Hex(row?.content ?? '')).toBe(row?.digest)
  expect(row?.digest).toBe(before.draftDigest)
  expect(content).toMatchObject({
    format: 'plenary/minutes/1',
    version: 1,
    meeting: { id: sitting.id, group: { code: 'nwg' }, timeZone: 'Europe/Vienna' },
    parts: [
      { item: null, blocks: [{ type: 'attendance' }, { type: 'quorum', groups: [{ quorate: true, present: 7 }] }] },
      { item: { number: '1', title: 'The shelters' }, blocks: [{ type: 'statement', text: 'We advise against it.' }] },
    ],
  })
  expect(row?.content).toContain('All came in time.')
  expect(row?.content).toContain('Six shelters are open.')

  // What everybody reads from now on is what was frozen, whatever happens to the live text.
  const after = await minutesOf(sitting, 'o1.head')
  expect(after.parts).toEqual(before.parts)
  expect(after).toMatchObject({ state: 'circulated', version: { number: 1, digest: row?.digest, intact: true } })
})

test('[M5] the text that was looked at is circulated, or none', async () => {
  const sitting = await held()
  const { draftDigest } = await minutesOf(sitting)
  await write(sitting.id, 'Somebody wrote on.')
  expect(await circulate(sitting, draftDigest ?? '')).toMatchObject({ problem: { type: 'minutes-text-moved-on' } })
  expect(await circulate(sitting, (await minutesOf(sitting)).draftDigest ?? '')).toMatchObject({ ok: true })
})

test('[M5] the draft’s digest is told to whoever may circulate it, and to nobody else', async () => {
  const sitting = await held()
  expect((await minutesOf(sitting)).draftDigest).toMatch(/^[0-9a-f]{64}$/)
  expect((await minutesOf(sitting, 's1.head')).draftDigest).toBeNull()
})

test('[M5] while the session runs nothing is circulated', async () => {
  const sitting = await convene()
  await begin(sitting)
  expect(await circulate(sitting)).toMatchObject({ problem: { type: 'meeting-not-adjourned' } })
})

test('[M5] minutes circulated once are circulated again only after they were taken up', async () => {
  const sitting = await circulated()
  expect(await circulate(sitting)).toMatchObject({ problem: { type: 'minutes-moved-on', state: 'circulated' } })
  await takeUpMinutes(workspace.deps, await actor('secretariat'), sitting.id)
  expect(await circulate(sitting)).toMatchObject({ ok: true })
  const { versions } = await minutesOf(sitting)
  expect(versions.map(version => version.number)).toEqual([1, 2])
  expect(versions[0]?.digest).not.toBe(versions[1]?.digest)
})

test('[M5] minutes before the body, and sealed ones, are neither circulated nor taken up', async () => {
  const first = await circulated()
  await convene()
  const takeUp = async (id: typeof first.id) => takeUpMinutes(workspace.deps, await actor('secretariat'), id)
  expect(await takeUp(first.id)).toMatchObject({ problem: { type: 'minutes-moved-on', state: 'beforeBody' } })
  expect(await circulate(first)).toMatchObject({ problem: { type: 'minutes-moved-on', state: 'beforeBody' } })
})

test('[M5] sealed minutes are changed by no act of the Secretariat', async () => {
  const { first } = await sealed()
  const before = await minutesOf(first)
  const secretariat = await actor('secretariat')
  const { deps } = workspace
  expect(await circulate(first)).toMatchObject({ problem: { type: 'minutes-sealed' } })
  expect(await takeUpMinutes(deps, secretariat, first.id)).toMatchObject({ problem: { type: 'minutes-sealed' } })
  const correction = { itemId: null, seatId: seat('s1'), quote: '', proposal: 'More.', reason: 'It is missing.' }
  expect(await proposeCorrection(deps, await actor('s1.head'), before.id ?? never(), correction)).toMatchObject({
    problem: { type: 'minutes-sealed' },
  })
  const statement = { itemId: null, seatId: seat('s1'), text: 'Late words.' }
  expect(await fileStatement(deps, await actor('s1.head'), first.id, statement)).toMatchObject({
    problem: { type: 'minutes-sealed' },
  })
  expect(await minutesOf(first)).toEqual(before)
})

test('[M5, V9] a vote of the meeting that has no outcome yet holds circulation up', async () => {
  const sitting = await convene()
  await begin(sitting)
  const [itemId] = sitting.itemIds
  const opened = await openMotion(workspace.deps, subjects(), await actor('nationalCoordinator'), {
    subjectKind: 'sectionVersion',
    subjectId: 'version-1',
    closesAt: workspace.deps.now() + 3 * hourMs,
    mode: 'meeting',
    roll: Object.values(workspace.seats).filter(id => id !== seat('o1')),
    meeting: { meetingId: sitting.id, itemId: itemId ?? never() },
  })
  if (!opened.ok) throw new Error(opened.problem.type)
  await adjourn(sitting)
  expect(await circulate(sitting)).toMatchObject({
    problem: { type: 'vote-open-in-meeting', motionIds: [opened.value] },
  })
  const [motion] = await workspace.deps.read.select().from(motionsTable)
  workspace.advance(hourMs)
  await decide(opened.value, motion?.digest ?? '', { ...all('YES'), s1: 'NO' })
  expect(await circulate(sitting)).toMatchObject({ ok: true })
  const block = (await minutesOf(sitting)).parts[1]?.blocks[0]
  expect(block).toMatchObject({
    type: 'motion',
    outcome: 'ADOPTED',
    tally: { yes: 6, no: 1 },
    ngoTally: { seats: 2, yes: 2 },
    grade: { level: 'SUPERMAJORITY', suffix: null },
    decision: { year: 2026, number: 1 },
    quorum: {
      opening: { seats: 7, present: 7, needed: 4, ngoSeats: 2, ngoPresent: 2, ngoNeeded: 1 },
      closing: { seats: 7, present: 7, needed: 4, ngoSeats: 2, ngoPresent: 2, ngoNeeded: 1 },
    },
  })
})

test('[V13] what a seat says to a vote stands under its count as circulated, and nothing that is said later', async () => {
  const sitting = await convene()
  await begin(sitting)
  const [itemId = never()] = sitting.itemIds
  const opened = await openMotion(workspace.deps, subjects(), await actor('nationalCoordinator'), {
    subjectKind: 'sectionVersion',
    subjectId: 'version-1',
    closesAt: workspace.deps.now() + hourMs,
    mode: 'meeting',
    roll: Object.values(workspace.seats).filter(id => id !== seat('o1')),
    meeting: { meetingId: sitting.id, itemId },
  })
  if (!opened.ok) throw new Error(opened.problem.type)
  const [motion] = await workspace.deps.read.select().from(motionsTable)
  await decide(opened.value, motion?.digest ?? '', { ...all('YES'), n1: 'NO' })
  await adjourn(sitting)
  const say = async (text: string) => {
    const said = { seatId: seat('n1'), kind: 'explanation', text } as const
    expect(await stateAfterVote(workspace.deps, await actor('n1.head'), opened.value, said)).toMatchObject({ ok: true })
  }
  await say('Victims come last.')
  await say('Victims are not heard first.')
  const blockOf = async () => (await minutesOf(sitting)).parts[1]?.blocks[0]
  const statement = {
    seat: { seatId: seat('n1'), constituency: 'NGO' },
    kind: 'explanation',
    number: 2,
    text: 'Victims are not heard first.',
    afterCertification: false,
  }
  const first = { tally: { yes: 6, no: 1 }, statements: [statement] }
  expect(await blockOf()).toMatchObject(first)
  expect(await circulate(sitting)).toMatchObject({ ok: true })
  await say('Nor are their children.')
  expect(await blockOf()).toMatchObject(first)
  expect(JSON.stringify(await blockOf())).not.toContain('n1.head')
})

test('[M5] a text of which a part cannot be read is not circulated', async () => {
  const sitting = await held()
  await write(sitting.id, 'Words that are lost.')
  await workspace.deps.transaction(async tx => {
    const { documentId } = documentUpdatesTable
    await tx.update(documentUpdatesTable).set({ checksum: 1 }).where(eq(documentId, sitting.id))
  })
  expect(await circulate(sitting)).toMatchObject({ problem: { type: 'text-damaged' } })
  expect((await minutesOf(sitting)).parts[0]?.text).toBeNull()
})

test('[M5] minutes are due ten days after the session, and overdue after that', async () => {
  const sitting = await held()
  const due = { meetingId: sitting.id, groupId: workspace.group }
  expect(await minutesDue(workspace.deps.read)).toMatchObject([due])
  const [meeting] = await workspace.deps.read.select().from(meetingsTable)
  expect((await minutesOf(sitting)).circulateUntil).toBe((meeting?.adjournedAt ?? 0) + 10 * dayMs)
  workspace.advance(10 * dayMs)
  expect(await minutesOverdue(workspace.deps.read, workspace.deps.now())).toEqual([])
  workspace.advance(1)
  expect(await minutesOverdue(workspace.deps.read, workspace.deps.now())).toMatchObject([due])
  await circulate(sitting)
  expect(await minutesDue(workspace.deps.read)).toEqual([])
})

test('[M5] corrections are taken for seven days from each circulation', async () => {
  const { version } = await minutesOf(await circulated())
  expect((version?.correctionsUntil ?? 0) - (version?.circulatedAt ?? 0)).toBe(week)
})

test('[M5, L1] each circulation is on record with its digest', async () => {
  const sitting = await circulated()
  expect(await acts((await minutesOf(sitting)).id ?? '')).toEqual(['minutes.opened', 'minutes.circulated'])
})

function never(): never {
  throw new Error('expected something')
}
