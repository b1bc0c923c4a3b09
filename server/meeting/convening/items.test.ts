import { describe, expect, test } from 'vitest'
import { asId, sha256Hex, type AgendaItemId, type MeetingId } from '#shared/core'
import { agendaLimit, numbered } from '#shared/meeting'
import { itemBody } from '#shared/meeting/convening/schema'
import { add, convened, draft, draftWithItem, meetingActs, parts } from '../../../tests/support/meeting-workspace.ts'
import { typeOf } from '../../../tests/support/result.ts'
import { inVoteWorkspace, text, workspace } from '../../../tests/support/vote-workspace.ts'
import { backlogOf, findItem, itemsOfMeeting, updateItem } from '../agenda-store.ts'
import { findMeeting, updateMeeting } from '../store.ts'
import { proposeItem, readBacklog, takeFromBacklog } from './backlog.ts'
import { addItem, changeItem, moveItem, strikeItem } from './items.ts'
import { cancelMeeting } from './putting-off.ts'
import { proposeUnfinished } from './unfinished.ts'

inVoteWorkspace()

const people = ['secretariat', 'nationalCoordinator', 's1.head', 'n1.head', 'stranger'] as const
const actor = (name: string) => workspace.actor(name)
const conducts = (by: string) => by === 'secretariat' || by === 'nationalCoordinator'
const refusal = (by: string) => (by === 'stranger' ? 'not-found' : 'not-permitted')
const bare = (title: string, more: object = {}) => itemBody.parse({ type: 'discussion', title, ...more })
const agenda = async (id: MeetingId) =>
  numbered(await itemsOfMeeting(workspace.deps.read, id)).map(item => `${item.number} ${item.title}`)
const move = async (by: string, id: AgendaItemId, after: AgendaItemId | null, parentId: AgendaItemId | null = null) =>
  moveItem(workspace.deps, await actor(by), id, { parentId, after })
const strike = async (by: string, id: AgendaItemId) => strikeItem(workspace.deps, parts(), await actor(by), id)
const change = async (id: AgendaItemId, what: object) =>
  changeItem(workspace.deps, parts(), await actor('secretariat'), id, what)

async function take(id: AgendaItemId, state: 'open' | 'finished' | 'postponed') {
  const item = await findItem(workspace.deps.read, id)
  if (item) await workspace.deps.transaction(tx => updateItem(tx, { ...item, state }))
}

describe('who edits the agenda', () => {
  test.each(people)('[M2] %s adds, changes, moves and strikes only if chair or Secretariat', async by => {
    const id = await convened()
    const item = await add(id, 'Shelters')
    const expected = conducts(by) ? 'ok' : refusal(by)
    const me = await actor(by)
    expect(typeOf(await addItem(workspace.deps, parts(), me, id, bare('Another')))).toBe(expected)
    expect(typeOf(await changeItem(workspace.deps, parts(), me, item, { title: 'Homes' }))).toBe(expected)
    expect(typeOf(await move(by, item, null))).toBe(expected)
    expect(typeOf(await strike(by, item))).toBe(expected)
  })

  test('[M1] a change to the agenda of a convened meeting is a change of its calendar entry, without a new SEQUENCE', async () => {
    const id = await convened()
    const before = await findMeeting(workspace.deps.read, id)
    workspace.advance(60_000)
    await add(id, 'Shelters')
    const after = await findMeeting(workspace.deps.read, id)
    expect(after).toEqual({ ...before, changedAt: workspace.deps.now() })
  })

  test.each([
    ['inSession', 'ok'],
    ['suspended', 'ok'],
    ['adjourned', 'meeting-moved-on'],
    ['recorded', 'meeting-moved-on'],
    ['cancelled', 'meeting-moved-on'],
  ] as const)('[M2] while the meeting is %s: %s', async (state, expected) => {
    const id = await convened()
    await workspace.deps.transaction(tx => updateMeeting(tx, id, { state }))
    const added = await addItem(workspace.deps, parts(), await actor('secretariat'), id, bare('Late'))
    expect(typeOf(added)).toBe(expected)
  })
})

describe('order', () => {
  test('[M2] an item moved to a place that two wanted: both end in one order without gaps', async () => {
    const id = await draft()
    const [a, b, c] = [await add(id, 'A'), await add(id, 'B'), await add(id, 'C')]
    const both = await Promise.all([move('secretariat', c, null), move('nationalCoordinator', b, null)])
    expect(both.map(typeOf)).toEqual(['ok', 'ok'])
    expect(await agenda(id)).toEqual(['1 B', '2 C', '3 A'])
    expect((await itemsOfMeeting(workspace.deps.read, id)).map(item => item.position)).toEqual([0, 1, 2])
    expect(typeOf(await move('secretariat', a, b, c))).toBe('ok')
    expect(await agenda(id)).toEqual(['1 B', '2 C', '2.1 A'])
  })

  test('[M2] moving an item that somebody struck says who did, and when', async () => {
    const id = await draft()
    const [a, b] = [await add(id, 'A'), await add(id, 'B')]
    await strike('nationalCoordinator', b)
    const removed = { type: 'item-removed', by: 'nationalCoordinator', at: workspace.deps.now() }
    expect(await move('secretariat', b, null)).toMatchObject({
      problem: { ...removed, name: 'Person nationalCoordinator' },
    })
    expect(await move('secretariat', a, b)).toMatchObject({ problem: removed })
    expect(await strike('secretariat', b)).toMatchObject({ problem: removed })
    expect(await change(b, { title: 'C' })).toMatchObject({ problem: removed })
    expect(await agenda(id)).toEqual(['1 A'])
  })

  test('[M2] an item struck takes its sub-items along and leaves no gap; all are kept', async () => {
    const id = await draft()
    const a = await add(id, 'A')
    await add(id, 'B')
    const under = await add(id, 'A1', { parentId: a })
    expect(typeOf(await strike('secretariat', a))).toBe('ok')
    expect(await agenda(id)).toEqual(['1 B'])
    expect(await findItem(workspace.deps.read, under)).toMatchObject({ removed: { by: 'secretariat' } })
  })

  test('[M2] there is one level of sub-items, and an agenda has an end', async () => {
    const id = await draft()
    const a = await add(id, 'A')
    const under = await add(id, 'A1', { parentId: a })
    const deep = await addItem(
      workspace.deps,
      parts(),
      await actor('secretariat'),
      id,
      bare('A11', { parentId: under }),
    )
    expect(typeOf(deep)).toBe('item-too-deep')
    for (let made = 2; made < agendaLimit; made++) await add(id, `Item ${made}`)
    const over = await addItem(workspace.deps, parts(), await actor('secretariat'), id, bare('One more'))
    expect(over).toMatchObject({ problem: { type: 'agenda-too-long', limit: agendaLimit } })
  })
})

describe('what an item names', () => {
  test('[V4] a decision is bound to the digest that the server finds', async () => {
    const id = await draft()
    const item = await add(id, 'The section', { type: 'decision', subject: { kind: 'sectionVersion', id: text } })
    expect((await findItem(workspace.deps.read, item))?.subject?.digest).toBe(sha256Hex(text))
    expect(typeOf(await change(item, { subject: { kind: 'sectionVersion', id: 'nothing' } }))).toBe('invalid-input')
    expect(typeOf(await change(item, { type: 'information' }))).toBe('ok')
    expect((await findItem(workspace.deps.read, item))?.subject).toBeNull()
  })

  test('[M1] a presenter’s seat is one of those invited', async () => {
    const id = await draft()
    const item = await add(id, 'Shelters', { presenterSeatId: workspace.seats['n1'] ?? null })
    expect(typeOf(await change(item, { presenterSeatId: asId('elsewhere') }))).toBe('seat-not-invited')
  })

  test.each(['open', 'finished', 'postponed'] as const)(
    '[M2] an item that is %s is neither struck nor retyped',
    async state => {
      const id = await draft()
      const item = await add(id, 'Shelters')
      await take(item, state)
      expect(await strike('secretariat', item)).toMatchObject({ problem: { type: 'item-taken-up', state } })
      expect(typeOf(await change(item, { type: 'information' }))).toBe('item-taken-up')
      expect(typeOf(await change(item, { plannedMinutes: 20 }))).toBe('ok')
    },
  )
})

describe('the backlog', () => {
  const propose = async (by: string, title: string) =>
    proposeItem(workspace.deps, parts(), await actor(by), workspace.group, bare(title))
  const waiting = async () => (await backlogOf(workspace.deps.read, workspace.group)).map(item => item.title)

  test.each(people)('[M7] %s proposes only if chair or Secretariat', async by => {
    expect(typeOf(await propose(by, 'Hotline'))).toBe(conducts(by) ? 'ok' : refusal(by))
  })

  test('[M7] an item taken onto an agenda stands there last, once, and waits no more', async () => {
    const proposed = await propose('secretariat', 'Hotline')
    const item = proposed.ok ? proposed.value : asId<AgendaItemId>('')
    const id = await draftWithItem()
    const takeIt = async () => takeFromBacklog(workspace.deps, await actor('secretariat'), id, item)
    expect([typeOf(await takeIt()), typeOf(await takeIt())]).toEqual(['ok', 'ok'])
    expect(await agenda(id)).toEqual(['1 State of the plan', '2 Hotline'])
    expect(await waiting()).toEqual([])
    expect((await meetingActs()).filter(act => act === 'agendaItem.scheduled')).toHaveLength(1)
    const other = await draft()
    expect(typeOf(await takeFromBacklog(workspace.deps, await actor('secretariat'), other, item))).toBe('not-found')
  })

  test('[M7] an item of the backlog is struck, and read by members only', async () => {
    const proposed = await propose('secretariat', 'Hotline')
    const read = async (by: string) =>
      typeOf(await readBacklog(workspace.deps, parts(), await actor(by), workspace.group))
    expect([await read('n1.head'), await read('stranger')]).toEqual(['ok', 'not-found'])
    expect(typeOf(await strike('secretariat', proposed.ok ? proposed.value : asId('')))).toBe('ok')
    expect(await waiting()).toEqual([])
  })

  test('[M2] what a meeting did not finish is proposed once, with its sub-items, and stays on its agenda', async () => {
    const id = await convened()
    const [done, left] = [await add(id, 'Done'), await add(id, 'Left')]
    await add(id, 'Left, too', { parentId: left })
    await take(done, 'finished')
    await take(left, 'postponed')
    const meeting = { id, groupId: workspace.group }
    const first = await workspace.deps.transaction(tx => proposeUnfinished(tx, workspace.deps, meeting))
    const again = await workspace.deps.transaction(tx => proposeUnfinished(tx, workspace.deps, meeting))
    expect([first.length, again.length]).toEqual([3, 0])
    expect(await agenda(id)).toEqual(['1 State of the plan', '2 Done', '3 Left', '3.1 Left, too'])

    const backlog = await readBacklog(workspace.deps, parts(), await actor('s1.head'), workspace.group)
    expect(backlog.ok && backlog.value.items).toMatchObject([
      { title: 'State of the plan', carriedFrom: { meetingId: id, title: 'Ninth meeting' } },
      { title: 'Left', parentId: null },
      { title: 'Left, too', parentId: first[1] },
    ])
    const next = await draft()
    const carried = first[1] ?? asId<AgendaItemId>('')
    await takeFromBacklog(workspace.deps, await actor('secretariat'), next, carried)
    expect(await agenda(next)).toEqual(['1 Left', '1.1 Left, too'])
    expect(await findItem(workspace.deps.read, carried)).toMatchObject({ carriedFromId: left, state: 'planned' })
  })

  test('[M2] what a cancelled meeting had on its agenda is proposed for the next', async () => {
    const id = await convened()
    await cancelMeeting(workspace.deps, parts(), await actor('nationalCoordinator'), id, 'No text is ready.')
    expect(await waiting()).toEqual(['State of the plan'])
  })
})
