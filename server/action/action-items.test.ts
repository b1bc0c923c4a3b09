import { describe, expect, test } from 'vitest'
import {
  asId,
  dayMs,
  hourMs,
  type ActionItemId,
  type AgendaItemId,
  type OrganisationId,
  type PersonId,
  type SeatId,
} from '#shared/core'
import { meetingStates } from '#shared/meeting'
import { minutesStates } from '#shared/minutes'
import {
  actionItemsTable,
  meetingsTable,
  minutesTable,
  organisationsTable,
  personsTable,
  recordTable,
} from '#server/db'
import { accredit, createGroup, createSeat } from '#server/group'
import { minutesPort } from '#server/minutes'
import { storeMeeting, type MeetingFacts } from '../../tests/support/stored-meeting.ts'
import { inVoteWorkspace, seat, workspace } from '../../tests/support/vote-workspace.ts'
import { closeActionItem } from './closing.ts'
import { listActionItems } from './reading.ts'
import { changeActionItem, setActionItem } from './setting.ts'

inVoteWorkspace()

const item = asId<AgendaItemId>('agenda-1')
const parts = () => ({ subjects: workspace.subjects, minutes: minutesPort })

/** A meeting of the NWG that began an hour ago, with one item. */
function meet(facts: Partial<MeetingFacts> = {}) {
  return storeMeeting(workspace.deps, {
    groupId: workspace.group,
    by: asId<PersonId>('secretariat'),
    state: 'inSession',
    minutes: 'live',
    startsAt: workspace.deps.now() - hourMs,
    items: [{ id: item, type: 'discussion', title: 'Shelters' }],
    ...facts,
  })
}

async function set(
  meetingId: Awaited<ReturnType<typeof meet>>,
  {
    by = 'secretariat',
    ...part
  }: { by?: string; ownerSeatId?: SeatId; dueOn?: string; itemId?: AgendaItemId | null } = {},
) {
  return setActionItem(workspace.deps, parts(), await workspace.actor(by), meetingId, {
    itemId: item,
    text: 'Send the list of shelters.',
    ownerSeatId: seat('n1'),
    dueOn: '2026-12-01',
    ...part,
  })
}

async function setOrThrow(...args: Parameters<typeof set>): Promise<ActionItemId> {
  const made = await set(...args)
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return made.value.id
}

async function close(id: ActionItemId, by: string, done: boolean, note = '') {
  return closeActionItem(workspace.deps, await workspace.actor(by), id, { done, note })
}

async function list(by: string, query: Parameters<typeof listActionItems>[3] = {}) {
  return listActionItems(workspace.deps, parts(), await workspace.actor(by), query)
}

const acts = async () =>
  (await workspace.deps.read.select().from(recordTable).orderBy(recordTable.number))
    .map(row => row.act)
    .filter(act => act.startsWith('actionItem.'))

/** An observer, and a thematic group in which they sit; they do not sit in the NWG. */
async function addObserverElsewhere() {
  const { deps } = workspace
  return deps.transaction(async tx => {
    const createdAt = deps.now()
    const twg = await createGroup(tx, deps, { kind: 'twg', code: 'children', name: 'Children', position: 1, by: null })
    if (!twg.ok) throw new Error(twg.problem.type)
    const row = { id: 'io', name: 'Children’s Fund', kind: 'io', createdAt }
    await tx.insert(organisationsTable).values(row)
    await tx.insert(personsTable).values({
      id: 'observer',
      name: 'Person observer',
      email: 'observer@example.org',
      organisationId: 'io',
      userHandle: 'observer',
      locale: 'en',
      confidentialityConfirmedAt: createdAt,
      createdAt,
    })
    const groupId = twg.value.id
    const about = {
      groupId,
      label: 'Fund',
      constituency: 'OBSERVER',
      organisationId: asId<OrganisationId>('io'),
      by: null,
    } as const
    const made = await createSeat(tx, deps, about)
    if (!made.ok) throw new Error(made.problem.type)
    const { seatId } = made.value
    const given = await accredit(tx, deps, { seatId, personId: asId('observer'), rank: 'head', by: null })
    if (!given.ok) throw new Error(given.problem.type)
    return { groupId, seatId }
  })
}

describe('writing down', () => {
  test.each([
    { by: 'secretariat', may: true },
    { by: 'nationalCoordinator', may: true },
    { by: 's2.head', may: true },
    { by: 'n1.head', may: false },
    { by: 's1.alternate', may: false },
  ])('[M6] in a meeting whose minutes s2.head writes, $by may: $may', async ({ by, may }) => {
    const meeting = await meet({ minuteTakers: [asId('s2.head')] })
    expect(await set(meeting, { by })).toMatchObject(may ? { ok: true } : { problem: { type: 'not-permitted' } })
  })

  test('[M6] for somebody who may not read the meeting there is none', async () => {
    expect(await set(await meet(), { by: 'stranger' })).toMatchObject({ problem: { type: 'not-found' } })
  })

  test.each([
    ...meetingStates.map(state => ({ state, minutes: null, open: state === 'inSession' || state === 'suspended' })),
    ...minutesStates.map(minutes => ({
      state: 'adjourned' as const,
      minutes,
      open: minutes === 'live' || minutes === 'corrections',
    })),
  ])(
    '[M6] in a meeting that is $state, minutes $minutes, it can be written down: $open',
    async ({ state, minutes, open }) => {
      const meeting = await storeMeeting(workspace.deps, {
        groupId: workspace.group,
        by: asId<PersonId>('secretariat'),
        state,
        startsAt: workspace.deps.now() - hourMs,
        ...(minutes && { minutes }),
      })
      const refusal = minutes === null ? 'meeting-not-under-way' : 'minutes-moved-on'
      expect(await set(meeting, { itemId: null })).toMatchObject(open ? { ok: true } : { problem: { type: refusal } })
    },
  )

  test('[M6] the owner is a seat of a group that meets', async () => {
    const { groupId, seatId } = await addObserverElsewhere()
    const alone = await meet()
    expect(await set(alone, { ownerSeatId: seatId })).toMatchObject({ problem: { type: 'seat-not-invited', seatId } })
    const joint = await meet({ others: [groupId], items: [] })
    expect(await set(joint, { itemId: null, ownerSeatId: seatId })).toMatchObject({
      ok: true,
      value: { ownerSeatId: seatId },
    })
  })

  test('[M6] the day it is due has not passed where the meeting is', async () => {
    // It is 23 November, 09:00, in UTC and the evening of the 22nd in Honolulu.
    expect(await set(await meet(), { dueOn: '2026-11-22' })).toMatchObject({
      problem: { type: 'due-in-the-past', today: '2026-11-23' },
    })
    const far = await meet({ timeZone: 'Pacific/Honolulu', items: [] })
    expect(await set(far, { itemId: null, dueOn: '2026-11-22' })).toMatchObject({ ok: true })
  })

  test('[M6] an item of another meeting’s agenda is not found', async () => {
    await meet()
    const other = await meet({ items: [] })
    expect(await set(other)).toMatchObject({ problem: { type: 'not-found' } })
  })

  test('[M6] it is announced, and the record has the digest of its words', async () => {
    const id = await setOrThrow(await meet())
    expect(workspace.events).toContainEqual({ type: 'changed', topic: 'actionItem', id })
    const [entry] = (await workspace.deps.read.select().from(recordTable)).filter(row => row.act === 'actionItem.set')
    expect(entry?.entry).not.toContain('shelters')
  })
})

describe('altering', () => {
  test('[M6] words, owner and day change while the minutes are written, and not once they went round', async () => {
    const meeting = await meet()
    const id = await setOrThrow(meeting)
    const by = await workspace.actor('secretariat')
    const change = { text: 'Send both lists.', ownerSeatId: seat('s1'), dueOn: '2026-12-24' }
    expect(await changeActionItem(workspace.deps, parts(), by, id, change)).toMatchObject({ ok: true, value: change })
    expect((await list('secretariat'))[0]).toMatchObject({ text: 'Send both lists.', dueOn: '2026-12-24' })
    await workspace.deps.transaction(tx => tx.update(minutesTable).set({ state: 'circulated' }))
    await workspace.deps.transaction(tx => tx.update(meetingsTable).set({ state: 'adjourned' }))
    expect(await changeActionItem(workspace.deps, parts(), by, id, { text: 'Once more.' })).toMatchObject({
      problem: { type: 'minutes-moved-on', state: 'circulated' },
    })
  })

  test('[M6] an item overdue already may be reworded without a new day', async () => {
    const id = await setOrThrow(await meet(), { dueOn: '2026-11-23' })
    workspace.advance(3 * dayMs)
    const by = await workspace.actor('secretariat')
    expect(await changeActionItem(workspace.deps, parts(), by, id, { text: 'At last.' })).toMatchObject({ ok: true })
    expect(await changeActionItem(workspace.deps, parts(), by, id, { dueOn: '2026-11-24' })).toMatchObject({
      problem: { type: 'due-in-the-past' },
    })
  })

  test('[M6] what is closed is not altered', async () => {
    const id = await setOrThrow(await meet())
    await close(id, 'secretariat', true)
    const by = await workspace.actor('secretariat')
    expect(await changeActionItem(workspace.deps, parts(), by, id, { text: 'Again.' })).toMatchObject({
      problem: { type: 'action-item-closed', state: 'done' },
    })
  })

  test.each(['n1.head', 's3.head'])('[M6] %s does not alter it, the owner included', async who => {
    const id = await setOrThrow(await meet())
    const by = await workspace.actor(who)
    expect(await changeActionItem(workspace.deps, parts(), by, id, { text: 'Less.' })).toMatchObject({
      problem: { type: 'not-permitted' },
    })
  })
})

describe('closing', () => {
  test.each([
    { by: 'n1.head', may: true },
    { by: 'secretariat', may: true },
    { by: 'nationalCoordinator', may: true },
    { by: 'n2.head', may: false },
    { by: 's1.alternate', may: false },
  ])('[M6] what n1 has to do, $by may close: $may', async ({ by, may }) => {
    const id = await setOrThrow(await meet())
    expect(await close(id, by, true)).toMatchObject(may ? { ok: true } : { problem: { type: 'not-permitted' } })
  })

  test('[M6] giving up needs a reason', async () => {
    const id = await setOrThrow(await meet())
    expect(await close(id, 'n1.head', false)).toMatchObject({ problem: { type: 'drop-without-reason' } })
    expect(await close(id, 'n1.head', false, 'The law has changed.')).toMatchObject({ value: { state: 'dropped' } })
  })

  test('[M6] of two who close it the same way both are told that it is closed, and it is closed once', async () => {
    const id = await setOrThrow(await meet())
    const both = await Promise.all([close(id, 'n1.head', true), close(id, 'secretariat', true)])
    expect(both.map(one => one.ok)).toEqual([true, true])
    expect(await acts()).toEqual(['actionItem.set', 'actionItem.done'])
  })

  test('[M6] of two who close it in different ways the second is told', async () => {
    const id = await setOrThrow(await meet())
    const both = await Promise.all([close(id, 'n1.head', true), close(id, 'secretariat', false, 'Not needed.')])
    expect(both).toMatchObject([{ ok: true }, { problem: { type: 'action-item-closed', state: 'done' } }])
  })
})

describe('reading', () => {
  test('[M6] it is open until closed, overdue from the day after on, and stands before what is closed', async () => {
    const meeting = await meet()
    const first = await setOrThrow(meeting, { dueOn: '2026-11-24' })
    const second = await setOrThrow(meeting, { dueOn: '2026-11-25' })
    workspace.advance(2 * dayMs)
    const seen = await list('n1.head', { owner: asId('me') })
    expect(seen.map(one => [one.id, one.overdue, one.mine])).toEqual([
      [first, true, true],
      [second, false, true],
    ])
    await close(first, 'n1.head', true)
    expect((await list('n1.head')).map(one => one.id)).toEqual([second, first])
    expect((await list('n1.head', { state: 'open' })).map(one => one.id)).toEqual([second])
    expect((await list('n1.head', { state: 'closed' }))[0]?.closed).toMatchObject({ by: 'Person n1.head' })
    expect(await list('n2.head', { owner: asId('me') })).toEqual([])
  })

  test('[M6] [D4] an observer sees those of the groups they sit in and no others', async () => {
    const { groupId, seatId } = await addObserverElsewhere()
    await setOrThrow(await meet())
    expect(await list('observer')).toEqual([])
    const joint = await meet({ others: [groupId], items: [] })
    await setOrThrow(joint, { itemId: null, ownerSeatId: seatId })
    const [seen, ...others] = await list('observer')
    expect(others).toEqual([])
    expect(seen).toMatchObject({ mine: true, may: { close: true, change: false } })
    if (seen) expect(await close(seen.id, 'observer', true)).toMatchObject({ ok: true })
  })

  test('[M6] who may still alter it is told', async () => {
    await setOrThrow(await meet())
    expect((await list('secretariat'))[0]?.may).toEqual({ change: true, close: true })
    expect((await list('n1.head'))[0]?.may).toEqual({ change: false, close: true })
    expect((await list('s3.head'))[0]?.may).toEqual({ change: false, close: false })
  })
})

test('[M6] what somebody may not read takes no place in their list', async () => {
  const { deps } = workspace
  const { groupId, seatId } = await addObserverElsewhere()
  const hidden = await meet()
  await setOrThrow(hidden)
  const theirs = await storeMeeting(deps, {
    groupId,
    by: asId<PersonId>('secretariat'),
    state: 'inSession',
    minutes: 'live',
    startsAt: deps.now() - hourMs,
    items: [],
  })
  const [row] = await deps.read.select().from(actionItemsTable)
  if (!row) throw new Error('no action item')
  await deps.transaction(async tx => {
    for (let number = 0; number < 500; number++) {
      const other = { id: `other-${number}`, dueOn: '2026-01-01' }
      await tx.insert(actionItemsTable).values({ ...row, ...other })
    }
    const own = { id: 'own', groupId, meetingId: theirs, itemId: null, ownerSeatId: seatId }
    await tx.insert(actionItemsTable).values({ ...row, ...own })
  })
  const listed = await list('observer')
  expect(listed.map(one => one.id)).toEqual(['own'])
})
