import { beforeEach, describe, expect, test } from 'vitest'
import {
  asId,
  dayMs,
  hourMs,
  minuteMs,
  sha256Hex,
  type AgendaItemId,
  type MeetingId,
  type MotionId,
} from '#shared/core'
import { closeDueMotions, closeMotion, motionsOfMeeting } from '#server/motion'
import { createGroup, endAccreditation } from '#server/group'
import { meetingBodiesTable } from '#server/db'
import { arrive, floorNow, meetingNow, parts, underWay } from '../../../tests/support/meeting-workspace.ts'
import { typeOf } from '../../../tests/support/result.ts'
import {
  actor,
  allYes,
  cast,
  castAll,
  inVoteWorkspace,
  seat,
  text,
  view,
  workspace,
} from '../../../tests/support/vote-workspace.ts'
import { backlogOf, findItem, insertItem, updateItem } from '../agenda-store.ts'
import type { AgendaItem } from '../meeting.ts'
import { checkIn, checkOut } from './attendance.ts'
import { finishItem, postponeItem } from './items.ts'
import { adjournMeeting, suspendMeeting } from './session.ts'
import { openItemVote } from './vote.ts'

inVoteWorkspace()

const everybody = ['s1', 's2', 's3', 's4', 'n1', 'n2', 'p1'].map(name => `${name}.head`)
let id: MeetingId
let itemId: AgendaItemId

beforeEach(async () => {
  id = await underWay()
  itemId = await decisionOn(text)
})

/** An item that binds a text by its digest. */
async function decisionOn(subjectId: string, more: Partial<AgendaItem> = {}): Promise<AgendaItemId> {
  const { deps, group } = workspace
  const item: AgendaItem = {
    id: deps.newId(),
    groupId: group,
    meetingId: id,
    parentId: null,
    position: 7,
    type: 'decision',
    title: 'Decide on it',
    note: '',
    presenterSeatId: null,
    plannedMinutes: 10,
    state: 'planned',
    usedMs: 0,
    openedAt: null,
    subject: { kind: 'sectionVersion', id: subjectId, digest: sha256Hex(subjectId) },
    secondCall: false,
    secondCallNoticeAt: null,
    carriedFromId: null,
    createdBy: asId('secretariat'),
    createdAt: deps.now(),
    removed: null,
    ...more,
  }
  await deps.transaction(tx => insertItem(tx, item))
  return item.id
}

const open = async (by = 'nationalCoordinator', on = itemId) =>
  openItemVote(workspace.deps, parts(), await actor(by), on, { minutes: 10 })
async function opened(): Promise<MotionId> {
  const result = await open()
  return result.ok ? result.value : expect.fail(result.problem.type)
}
const item = async () => (await findItem(workspace.deps.read, itemId)) ?? expect.fail('no such item')
const frozen = async (motionId: MotionId) => {
  const motions = await motionsOfMeeting(workspace.deps.read, id)
  return motions.find(motion => motion.id === motionId)?.snapshot ?? expect.fail('not of this meeting')
}
const adjourn = async () => adjournMeeting(workspace.deps, parts(), await actor('nationalCoordinator'), id)

describe('[V5] the count comes with the floor', () => {
  const counted = async () => (await floorNow(id)).items.flatMap(one => one.motions)

  test('[V5] [M8] of a roll call it is what the vote itself shows, ballot by ballot', async () => {
    await arrive(id, ...everybody)
    const motionId = await opened()
    await castAll(motionId, { s1: 'YES', n1: 'NO' })
    const { tally, tallyByConstituency, cast: seatsCast } = await view(motionId)
    expect(await counted()).toMatchObject([{ id: motionId, cast: seatsCast, tally, tallyByConstituency }])
    expect(tally).toMatchObject({ yes: 1, no: 1, notCast: 5 })
  })

  test('[V5] where several groups meet it is not there: not everybody may read the vote of each', async () => {
    await arrive(id, ...everybody)
    const motionId = await opened()
    await workspace.deps.transaction(async tx => {
      const made = await createGroup(tx, workspace.deps, {
        kind: 'twg',
        code: 'other',
        name: 'TWG',
        position: 1,
        by: null,
      })
      if (made.ok) await tx.insert(meetingBodiesTable).values({ meetingId: id, groupId: made.value.id })
    })
    await castAll(motionId, { s1: 'YES' })
    expect(await counted()).toMatchObject([{ cast: 1, tally: null, tallyByConstituency: null }])
  })
})

describe('the roll of a vote under an item', () => {
  test('[V6, M3] is who is there: seats, not persons, and the same as the meter said', async () => {
    await arrive(id, 's1.head', 's1.alternate', 's2.head', 's3.head', 'n1.head', 'secretariat')
    const before = (await floorNow(id)).quorum[0]
    const motion = await frozen(await opened())
    expect(before).toMatchObject({ present: 4, needed: 4, ngoPresent: 1, quorate: true })
    expect(motion.roll).toEqual(['s1', 's2', 's3', 'n1'].map(seat).toSorted())
  })

  test('[V6] leaves out who has left, and who came after the opening', async () => {
    await arrive(id, ...everybody)
    await checkOut(workspace.deps, await actor('s2.head'), id, { seatId: seat('s2') })
    await checkOut(workspace.deps, await actor('n2.head'), id, { seatId: seat('n2') })
    const motionId = await opened()
    await arrive(id, 's2.head')
    expect((await frozen(motionId)).roll).toEqual(['s1', 's3', 's4', 'n1', 'p1'].map(seat).toSorted())
  })

  test('[V6, G3] leaves out a seat whose person lost the accreditation while there', async () => {
    await arrive(id, ...everybody)
    workspace.advance(1)
    await workspace.deps.transaction(tx =>
      endAccreditation(tx, workspace.deps, workspace.accreditations['s4.head'] ?? '', null),
    )
    workspace.advance(1)
    expect((await frozen(await opened())).roll).not.toContain(seat('s4'))
  })

  test.each([
    ['too few seats', ['s1.head', 's2.head', 'n1.head']],
    ['no NGO seat', ['s1.head', 's2.head', 's3.head', 's4.head', 'p1.head']],
  ])('[V6] with %s the vote is not opened', async (_, there) => {
    await arrive(id, ...there)
    expect(typeOf(await open())).toBe('inquorate-at-opening')
    expect((await floorNow(id)).quorum[0]).toMatchObject({ quorate: false })
  })
})

describe('opening a vote under an item', () => {
  beforeEach(() => arrive(id, ...everybody))

  test.each([
    ['nationalCoordinator', 'ok'],
    ['secretariat', 'not-permitted'],
    ['s1.head', 'not-permitted'],
    ['stranger', 'not-found'],
  ])('[M6] %s: %s', async (by, outcome) => {
    expect(typeOf(await open(by))).toBe(outcome)
  })

  test('[M6] shows under its item on everybody’s floor, counts only, and the item is taken up', async () => {
    const motionId = await opened()
    await cast(motionId, 's1.head', 'YES')
    const { items } = await floorNow(id)
    expect(items.find(one => one.id === itemId)).toMatchObject({
      state: 'open',
      motions: [
        {
          id: motionId,
          state: 'open',
          cast: 1,
          seats: 7,
          closesAt: workspace.deps.now() + 10 * minuteMs,
          outcome: null,
        },
      ],
    })
    expect(workspace.events).toContainEqual({ type: 'changed', topic: 'meeting', id })
  })

  test('[V4] needs the text that stands on the agenda, digest for digest', async () => {
    const other = await decisionOn('version-2', { subject: { kind: 'sectionVersion', id: 'version-2', digest: 'a' } })
    expect(typeOf(await open('nationalCoordinator', other))).toBe('subject-altered')
    const none = await decisionOn('', { subject: null, type: 'discussion' })
    expect(typeOf(await open('nationalCoordinator', none))).toBe('item-not-votable')
    const gone = await decisionOn('nothing')
    expect(typeOf(await open('nationalCoordinator', gone))).toBe('item-not-votable')
  })

  test.each([
    ['finished', 'item-moved-on'],
    ['postponed', 'item-moved-on'],
    ['open', 'ok'],
  ] as const)('[M2] of an item that is %s: %s', async (state, outcome) => {
    const before = await item()
    await workspace.deps.transaction(tx => updateItem(tx, { ...before, state }))
    expect(typeOf(await open())).toBe(outcome)
  })

  test('[M2] not while the session is suspended, and not of an item that was struck', async () => {
    const struck = await decisionOn('version-2', { removed: { at: workspace.deps.now(), by: null } })
    expect(typeOf(await open('nationalCoordinator', struck))).toBe('item-removed')
    await suspendMeeting(workspace.deps, await actor('nationalCoordinator'), id, null)
    expect(typeOf(await open())).toBe('meeting-not-under-way')
  })

  test('[V4] of two chairs at once, one opens it', async () => {
    expect((await Promise.all([open(), open()])).map(typeOf)).toEqual(['ok', 'subject-already-under-vote'])
  })

  test('[V6] a second call waits from the notice that named it', async () => {
    const { convenedAt } = await meetingNow(id)
    const second = await decisionOn('version-2', { secondCall: true, secondCallNoticeAt: convenedAt })
    const result = await open('nationalCoordinator', second)
    const motion = result.ok ? await frozen(result.value) : expect.fail(result.problem.type)
    expect(motion.call).toEqual({ number: 2, noticeAt: convenedAt })
    expect(workspace.deps.now() - (convenedAt ?? 0)).toBeGreaterThan(7 * dayMs)
  })
})

describe('a second call that no notice names', () => {
  test('[V6] is an ordinary one', async () => {
    await arrive(id, ...everybody)
    const flagged = await decisionOn('version-2', { secondCall: true })
    const result = await open('nationalCoordinator', flagged)
    const motion = result.ok ? await frozen(result.value) : expect.fail(result.problem.type)
    expect(motion.call).toEqual({ number: 1 })
  })
})

describe('adjourning', () => {
  beforeEach(() => arrive(id, ...everybody))

  test('[M2] waits for the vote that is open, and postponing its item too', async () => {
    const motionId = await opened()
    const refused = { ok: false, problem: { type: 'vote-open-in-meeting', motionIds: [motionId] } }
    expect(await adjourn()).toEqual(refused)
    expect(await postponeItem(workspace.deps, parts(), await actor('secretariat'), itemId)).toEqual(refused)
    expect((await meetingNow(id)).state).toBe('inSession')
    await castAll(motionId, allYes)
    await closeMotion(workspace.deps, workspace.subjects, await actor('nationalCoordinator'), motionId)
    expect(typeOf(await adjourn())).toBe('ok')
    expect((await item()).state).toBe('finished')
    expect((await backlogOf(workspace.deps.read, workspace.group)).map(one => one.carriedFromId)).not.toContain(itemId)
  })

  test('[V9] does not wait for one that is held for the NGO seats', async () => {
    const motionId = await opened()
    await castAll(motionId, { s1: 'YES', s2: 'YES', s3: 'YES', n1: 'ABSTAIN' })
    workspace.advance(hourMs)
    await closeDueMotions(workspace.deps, workspace.subjects)
    expect((await view(motionId)).state).toBe('held')
    expect(typeOf(await adjourn())).toBe('ok')
    expect((await item()).state).toBe('finished')
  })

  test('[M2] an item whose vote found no quorum is proposed again', async () => {
    const motionId = await opened()
    workspace.advance(hourMs)
    await closeDueMotions(workspace.deps, workspace.subjects)
    expect((await view(motionId)).state).toBe('decided')
    expect(typeOf(await adjourn())).toBe('ok')
    expect((await backlogOf(workspace.deps.read, workspace.group)).map(one => one.carriedFromId)).toContain(itemId)
  })

  test('[M2] finishing an item goes on while its vote is open', async () => {
    await opened()
    expect(typeOf(await finishItem(workspace.deps, parts(), await actor('secretariat'), itemId))).toBe('ok')
  })
})

test('[G6, V3] the Co-ordinator who presides stands in for no seat', async () => {
  const { deps } = workspace
  await arrive(id, 's1.head', 's2.head', 'n1.head')
  expect(typeOf(await checkIn(deps, await actor('nationalCoordinator'), id, { seatId: seat('s4') }))).toBe(
    'not-permitted',
  )
  expect((await floorNow(id)).quorum[0]).toMatchObject({ present: 3 })
})
