import { describe, expect, test } from 'vitest'
import { asId, dayMs, type PersonId } from '#shared/core'
import { motionsTable } from '#server/db'
import { closeMotion } from '#server/motion'
import { minutesPort } from '#server/minutes'
import { storeMeeting } from '../../tests/support/stored-meeting.ts'
import { allYes, castAll, inVoteWorkspace, openOrThrow, text, workspace } from '../../tests/support/vote-workspace.ts'
import { listDecisions } from './reading.ts'
import { createDecisionWords } from './words.ts'

inVoteWorkspace()

async function find(query: Parameters<typeof listDecisions>[3] = {}, as = 'n1.head') {
  const { deps, subjects, actor } = workspace
  const parts = { minutes: minutesPort, words: createDecisionWords(subjects) }
  return listDecisions(deps, parts, await actor(as), query)
}
const labels = async (...args: Parameters<typeof find>) => (await find(...args)).decisions.map(one => one.label)

/** A vote of the NWG in which everybody says this. */
async function decide(choice: 'YES' | 'NO' = 'YES') {
  const { deps, subjects, actor } = workspace
  const motionId = await openOrThrow()
  await castAll(motionId, Object.fromEntries(Object.keys(allYes).map(seat => [seat, choice])))
  const closed = await closeMotion(deps, subjects, await actor('nationalCoordinator'), motionId)
  if (!closed.ok) throw new Error(closed.problem.type)
  return motionId
}

describe('the register', () => {
  test('[M6] a decision has its number, its text, its outcome and the count of the NGO seats beside the whole', async () => {
    const motionId = await decide()
    expect((await find()).decisions).toMatchObject([
      {
        motionId,
        label: 'NWG 2026/1',
        subject: { id: text, title: `Text ${text}` },
        outcome: 'ADOPTED',
        grade: { level: 'UNANIMOUS' },
        tally: { yes: 7 },
        ngoTally: { yes: 2 },
        meeting: null,
      },
    ])
  })

  test('[M6] a text that was not adopted is a decision too', async () => {
    await decide('NO')
    expect((await find()).decisions).toMatchObject([{ label: 'NWG 2026/1', outcome: 'NOT_ADOPTED', grade: null }])
  })

  test('[M6] a vote that is open is no decision yet', async () => {
    await openOrThrow()
    expect(await find()).toEqual({ decisions: [], registers: [] })
  })

  test('[M6] it is found by group, year, vote and text', async () => {
    const motionId = await decide()
    const all = ['NWG 2026/1']
    expect(await labels({ group: workspace.group })).toEqual(all)
    expect(await labels({ group: asId('other') })).toEqual([])
    expect(await labels({ year: 2026 })).toEqual(all)
    expect(await labels({ year: 2025 })).toEqual([])
    expect(await labels({ motion: motionId })).toEqual(all)
    expect(await labels({ subject: 'section-1' })).toEqual(all)
    expect(await labels({ subject: 'section-2' })).toEqual([])
    expect((await find({ year: 2025 })).registers).toMatchObject([{ code: 'nwg', years: [2026] }])
  })

  test.each([
    { words: 'version', found: true },
    { words: 'TEXT', found: true },
    { words: 'hotel lodz', found: true },
    { words: 'Łódź Hôtel', found: true },
    { words: 'words hostel', found: false },
    { words: '2026/1', found: true },
    { words: 'NWG 2026/1', found: true },
    { words: 'nwg 1/2026', found: true },
    { words: '2026/2', found: false },
    { words: '   ', found: true },
    { words: '%', found: false },
  ])('[M6] in title, text and number, “$words” is found: $found', async ({ words, found }) => {
    await decide()
    expect(await labels({ text: words })).toEqual(found ? ['NWG 2026/1'] : [])
  })

  test('[M6] [D4] who may read none of a group’s votes finds none of its decisions', async () => {
    await decide()
    expect(await find({}, 'stranger')).toEqual({ decisions: [], registers: [] })
  })

  test('[M6] a decision leads to the meeting it was taken in and to where its minutes stand', async () => {
    const motionId = await decide()
    const { deps, group } = workspace
    const meetingId = await storeMeeting(deps, {
      groupId: group,
      by: asId<PersonId>('secretariat'),
      state: 'adjourned',
      minutes: 'circulated',
      startsAt: deps.now() - dayMs,
      title: 'Seventh meeting',
    })
    await deps.transaction(tx => tx.update(motionsTable).set({ meetingId, itemId: 'item' }))
    expect((await find({ motion: motionId })).decisions[0]?.meeting).toEqual({
      id: meetingId,
      title: 'Seventh meeting',
      startsAt: deps.now() - dayMs,
      timeZone: 'Europe/Vienna',
      minutes: 'circulated',
    })
  })
})
