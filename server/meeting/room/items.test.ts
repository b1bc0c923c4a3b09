import { beforeEach, describe, expect, test } from 'vitest'
import { asId, minuteMs, type AgendaItemId, type MeetingId } from '#shared/core'
import type { ItemState } from '#shared/meeting'
import { add, floorNow, lastActs, meetingNow, parts, underWay } from '../../../tests/support/meeting-workspace.ts'
import { typeOf } from '../../../tests/support/result.ts'
import { actor, inVoteWorkspace, workspace } from '../../../tests/support/vote-workspace.ts'
import { backlogOf, findItem, updateItem } from '../agenda-store.ts'
import { insertPaper, papersOf } from '../paper-store.ts'
import { finishItem, postponeItem, reopenItem, setCurrentItem } from './items.ts'
import { adjournMeeting } from './session.ts'

inVoteWorkspace()

let id: MeetingId
let one: AgendaItemId
let two: AgendaItemId

beforeEach(async () => {
  id = await underWay()
  one = (await floorNow(id)).items[0]?.id ?? expect.fail('has an item')
  two = await add(id, 'Second')
})

const item = async (itemId: AgendaItemId) =>
  (await findItem(workspace.deps.read, itemId)) ?? expect.fail('no such item')
const current = async (itemId: AgendaItemId | null, by = 'secretariat') =>
  setCurrentItem(workspace.deps, parts(), await actor(by), id, itemId)

async function make(move: 'finish' | 'postpone' | 'reopen', itemId: AgendaItemId, by = 'secretariat') {
  const who = await actor(by)
  if (move === 'finish') return finishItem(workspace.deps, parts(), who, itemId)
  return move === 'postpone'
    ? postponeItem(workspace.deps, parts(), who, itemId)
    : reopenItem(workspace.deps, parts(), who, itemId)
}

describe('the current item', () => {
  test('[M2] is one; the time of the one before is counted, and that of the same is not begun again', async () => {
    await current(one)
    workspace.advance(3 * minuteMs)
    await current(one)
    workspace.advance(minuteMs)
    await current(two)
    expect(await item(one)).toMatchObject({ state: 'open', usedMs: 4 * minuteMs, openedAt: null })
    expect(await item(two)).toMatchObject({ state: 'open', usedMs: 0, openedAt: workspace.deps.now() })
    workspace.advance(minuteMs)
    await current(one)
    workspace.advance(minuteMs)
    await current(null)
    expect(await item(one)).toMatchObject({ usedMs: 5 * minuteMs, openedAt: null })
    expect((await meetingNow(id)).currentItemId).toBeNull()
  })

  test('[M2] of two who turn to different items at once, the later one counts, and only one item runs', async () => {
    await Promise.all([current(one), current(two, 'nationalCoordinator')])
    const { currentItemId } = await meetingNow(id)
    const running = [await item(one), await item(two)].filter(each => each.openedAt !== null)
    expect(running.map(each => each.id)).toEqual([currentItemId])
  })

  test.each([
    ['secretariat', 'ok'],
    ['nationalCoordinator', 'ok'],
    ['s1.head', 'not-permitted'],
    ['n1.head', 'not-permitted'],
    ['stranger', 'not-found'],
  ])('[M2] %s sets it: %s', async (by, outcome) => {
    expect(typeOf(await current(one, by))).toBe(outcome)
  })

  test('[M2] is of this meeting, and not struck', async () => {
    expect(typeOf(await current(asId('nothing')))).toBe('not-found')
    const struck = { ...(await item(two)), removed: { at: workspace.deps.now(), by: null } }
    await workspace.deps.transaction(tx => updateItem(tx, struck))
    expect(await current(two)).toEqual({ ok: false, problem: { type: 'item-removed', ...struck.removed } })
  })

  test('[M2] there is none once the meeting is over', async () => {
    await adjournMeeting(workspace.deps, parts(), await actor('nationalCoordinator'), id)
    expect(typeOf(await current(one))).toBe('meeting-not-under-way')
  })

  test('[M2] set to the same it is the same: nothing is recorded or told', async () => {
    await current(one)
    const before = [workspace.events.length, await lastActs(1)]
    await current(one)
    expect([workspace.events.length, await lastActs(1)]).toEqual(before)
  })
})

const moves: readonly (readonly [ItemState, 'finish' | 'postpone' | 'reopen', string, ItemState])[] = [
  ['planned', 'finish', 'ok', 'finished'],
  ['planned', 'postpone', 'ok', 'postponed'],
  ['planned', 'reopen', 'item-moved-on', 'planned'],
  ['open', 'finish', 'ok', 'finished'],
  ['open', 'postpone', 'ok', 'postponed'],
  ['open', 'reopen', 'ok', 'open'],
  ['finished', 'finish', 'ok', 'finished'],
  ['finished', 'postpone', 'item-moved-on', 'finished'],
  ['finished', 'reopen', 'ok', 'open'],
  ['postponed', 'finish', 'item-moved-on', 'postponed'],
  ['postponed', 'postpone', 'ok', 'postponed'],
  ['postponed', 'reopen', 'ok', 'open'],
]

describe('what becomes of an item', () => {
  test.each(moves)('[M2] %s, %s: %s, then %s', async (from, move, outcome, to) => {
    const before = await item(two)
    await workspace.deps.transaction(tx => updateItem(tx, { ...before, state: from }))
    expect(typeOf(await make(move, two))).toBe(outcome)
    expect((await item(two)).state).toBe(to)
  })

  test.each(['s1.head', 'n1.head'])('[M2] %s decides none of it', async by => {
    for (const move of ['finish', 'postpone', 'reopen'] as const) {
      expect(typeOf(await make(move, two, by))).toBe('not-permitted')
    }
  })

  test('[M2] a current item that is finished is current no more, with its time counted', async () => {
    await current(one)
    workspace.advance(2 * minuteMs)
    await make('finish', one)
    expect(await item(one)).toMatchObject({ state: 'finished', usedMs: 2 * minuteMs, openedAt: null })
    expect((await meetingNow(id)).currentItemId).toBeNull()
  })

  test('[M2] of two at once, one finishing and one postponing it, the second is told', async () => {
    const both = await Promise.all([make('finish', one), make('postpone', one, 'nationalCoordinator')])
    expect(both).toEqual([
      { ok: true, value: undefined },
      { ok: false, problem: { type: 'item-moved-on', state: 'finished' } },
    ])
  })
})

describe('what is not finished', () => {
  test('[M2] is proposed to the next meeting with its papers, and stays in this one as postponed', async () => {
    await current(one)
    await make('finish', one)
    const aob = await add(id, 'Any other business', { type: 'anyOtherBusiness' })
    const under = await add(id, 'A part of it', { parentId: two })
    await workspace.deps.transaction(tx =>
      insertPaper(tx, {
        id: asId('paper'),
        itemId: two,
        kind: 'file',
        name: 'Figures',
        digest: 'f'.repeat(64),
        addedBy: asId('secretariat'),
        addedAt: workspace.deps.now(),
        removedAt: null,
        mediaType: 'application/pdf',
        bytes: 10,
      }),
    )
    await adjournMeeting(workspace.deps, parts(), await actor('nationalCoordinator'), id)
    const states = await Promise.all([one, two, under, aob].map(async each => (await item(each)).state))
    expect(states).toEqual(['finished', 'postponed', 'postponed', 'finished'])
    const backlog = await backlogOf(workspace.deps.read, workspace.group)
    const [second, part] = backlog
    expect(backlog).toMatchObject([
      { carriedFromId: two, state: 'planned', parentId: null, meetingId: null },
      { carriedFromId: under, state: 'planned', parentId: second?.id },
    ])
    expect(part?.title).toBe('A part of it')
    expect(await papersOf(workspace.deps.read, second ? [second.id] : [])).toMatchObject([{ name: 'Figures' }])
    expect(await papersOf(workspace.deps.read, [two])).toHaveLength(1)
  })
})
