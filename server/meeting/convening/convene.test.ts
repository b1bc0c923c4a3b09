import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { asId, dayMs, hourMs, type GroupId, type MeetingId } from '#shared/core'
import type { Actor } from '#shared/access'
import type { MeetingBody } from '#shared/meeting/convening/schema'
import { createGroup } from '#server/group'
import { officesTable, personsTable } from '#server/db'
import {
  cancel,
  convene,
  convened,
  draft,
  draftWithItem,
  floors,
  meetingActs,
  meetingInput,
  parts,
  postpone,
} from '../../../tests/support/meeting-workspace.ts'
import { typeOf } from '../../../tests/support/result.ts'
import { inVoteWorkspace, workspace } from '../../../tests/support/vote-workspace.ts'
import { attendanceOf, presenceOf, repliesOf } from '../attendance-store.ts'
import { heldMeetings } from '../figures-store.ts'
import { invitationsOf } from '../invitation-store.ts'
import { readMeeting } from '../reading.ts'
import { checkIn } from '../room/attendance.ts'
import { startMeeting } from '../room/session.ts'
import { findMeeting, updateMeeting } from '../store.ts'
import { readConvening } from './convene.ts'
import { changeMeeting, draftMeeting } from './drafting.ts'
import { replyToMeeting, seeMeeting } from './replying.ts'

inVoteWorkspace()

const people = ['secretariat', 'nationalCoordinator', 's1.head', 's1.alternate', 'n1.head', 'stranger'] as const
const actor = (name: string) => workspace.actor(name)
const meeting = async (id: MeetingId) => {
  const found = await findMeeting(workspace.deps.read, id)
  if (!found) throw new Error('no such meeting')
  return found
}

/** The meeting as the figures would count it, had it been held. */
const heldAs = async (id: MeetingId) => {
  const now = workspace.deps.now()
  await workspace.deps.transaction(tx => updateMeeting(tx, id, { startedAt: now }))
  const held = await heldMeetings(workspace.deps.read, workspace.group, now)
  await workspace.deps.transaction(tx => updateMeeting(tx, id, { startedAt: null }))
  return held.filter(one => one.id === id)
}

/** Who may do what of the workflow's table; everybody else is refused. */
const movers = {
  draft: { secretariat: 'ok', nationalCoordinator: 'ok' },
  convene: { secretariat: 'ok', nationalCoordinator: 'ok' },
  postpone: { nationalCoordinator: 'ok' },
  cancel: { nationalCoordinator: 'ok' },
} as const

describe('who moves a meeting', () => {
  test.each(people)('[M1] %s drafts only if Secretariat or chair', async by => {
    const drafted = await draftMeeting(workspace.deps, await actor(by), meetingInput())
    const may: Partial<Record<string, string>> = movers.draft
    expect(typeOf(drafted)).toBe(may[by] ?? (by === 'stranger' ? 'not-found' : 'not-permitted'))
  })

  test.each(people)('[M1] draft → convened by %s only if Secretariat or chair', async by => {
    const id = await draftWithItem()
    const may: Partial<Record<string, string>> = movers.convene
    expect(typeOf(await convene(by, id))).toBe(may[by] ?? 'not-found')
  })

  test.each(people)('[M1] convened → draft as postponed by %s only if chair', async by => {
    const may: Partial<Record<string, string>> = movers.postpone
    const refusal = by === 'stranger' ? 'not-found' : 'not-permitted'
    expect(typeOf(await postpone(by, await convened()))).toBe(may[by] ?? refusal)
  })

  test.each(people)('[M1] convened → cancelled by %s only if chair', async by => {
    const may: Partial<Record<string, string>> = movers.cancel
    const refusal = by === 'stranger' ? 'not-found' : 'not-permitted'
    expect(typeOf(await cancel(by, await convened()))).toBe(may[by] ?? refusal)
  })

  test('[M1] draft → cancelled by the chair; a cancelled meeting moves no more', async () => {
    const id = await draftWithItem()
    expect(typeOf(await cancel('secretariat', id))).toBe('not-permitted')
    expect(typeOf(await cancel('nationalCoordinator', id))).toBe('ok')
    for (const again of [await convene('secretariat', id), await postpone('nationalCoordinator', id)]) {
      expect(again).toMatchObject({ problem: { type: 'meeting-moved-on', state: 'cancelled' } })
    }
  })

  test('[M1] two at once convene it once, and everybody is told once', async () => {
    const id = await draftWithItem()
    const both = await Promise.all([convene('secretariat', id), convene('nationalCoordinator', id)])
    expect(both.map(typeOf).toSorted()).toEqual(['meeting-moved-on', 'ok'])
    expect((await meetingActs()).filter(act => act === 'meeting.convened')).toHaveLength(1)
    const told = (await invitationsOf(workspace.deps.read, id)).map(one => `${one.personId} ${one.seatId}`)
    expect(new Set(told).size).toBe(told.length)
  })
})

describe('drafting', () => {
  test.each([
    [{ timeZone: 'Europe/Nowhere' }, 'time-zone-unknown'],
    [{ startsAt: 1, endsAt: 2 }, 'meeting-in-the-past'],
    [{ endsAt: 1 }, 'meeting-ends-before-it-starts'],
    [{ startsAt: Date.UTC(2031, 0, 1), endsAt: Date.UTC(2031, 0, 1, 2) }, 'meeting-too-far'],
    [{ startsAt: 8_639_999_999_999_000, endsAt: 8_640_000_000_000_000 }, 'meeting-too-far'],
    [{ endsAt: 8_640_000_000_000_000 }, 'meeting-too-long'],
    [{ kind: 'twg' }, 'invalid-input'],
    [{ kind: 'joint' }, 'invalid-input'],
    [{ kind: 'donors' }, 'ok'],
    [{ bodies: [asId<GroupId>('nowhere')] }, 'invalid-input'],
    [{ groupId: asId<GroupId>('nowhere') }, 'not-found'],
  ] as const)('[M1] with %j: %s', async (change, outcome) => {
    expect(typeOf(await draftMeeting(workspace.deps, await actor('secretariat'), meetingInput(change)))).toBe(outcome)
  })

  test('[M7] a joint meeting is drafted by the Secretariat, or by whoever chairs each group that would meet', async () => {
    const { deps } = workspace
    const made = await deps.transaction(async tx =>
      createGroup(tx, deps, { kind: 'twg', code: 'p', name: 'TWG Prevention', position: 1, by: null }),
    )
    const bodies = [made.ok ? made.value.id : expect.fail(made.problem.type)]
    const joint = { kind: 'joint', bodies } as const
    const chair = await actor('nationalCoordinator')
    const drafted = async (by: Actor, what: Partial<MeetingBody>) =>
      typeOf(await draftMeeting(deps, by, meetingInput(what)))
    const both = { ...chair, chairs: [...chair.chairs, ...bodies] }
    expect(await drafted(chair, joint)).toBe('not-permitted')
    expect(await drafted(chair, { kind: 'partners', bodies })).toBe('not-permitted')
    expect(await drafted(both, joint)).toBe('ok')
    expect(await drafted(await actor('secretariat'), joint)).toBe('ok')

    const change = async (by: Actor, id: MeetingId, what: object) => typeOf(await changeMeeting(deps, by, id, what))
    const alone = await draft()
    expect(await change(chair, alone, joint)).toBe('not-permitted')
    expect(await change(both, alone, joint)).toBe('ok')
    // Who meets already stays, whoever asks for something else.
    expect(await change(chair, alone, { kind: 'partners' })).toBe('ok')
  })

  test('[D4] a draft is seen by those who prepare it, and by everybody once convened', async () => {
    const id = await draftWithItem()
    const sees = async (by: string) => typeOf(await readMeeting(workspace.deps, parts(), floors(), await actor(by), id))
    expect([await sees('nationalCoordinator'), await sees('s1.head')]).toEqual(['ok', 'not-found'])
    await convene('secretariat', id)
    expect([await sees('s1.head'), await sees('stranger')]).toEqual(['ok', 'not-found'])
  })

  test('[M1] a draft changes in everything; once convened only in title, place and link', async () => {
    const id = await draftWithItem()
    const change = async (what: object) => changeMeeting(workspace.deps, await actor('secretariat'), id, what)
    const later = workspace.deps.now() + 9 * dayMs
    expect(typeOf(await change({ startsAt: later, endsAt: later + hourMs, timeZone: 'UTC' }))).toBe('ok')
    expect(typeOf(await change({ timeZone: 'Mars/Olympus' }))).toBe('time-zone-unknown')
    await convene('secretariat', id)
    expect(typeOf(await change({ title: 'Tenth meeting', place: 'Room 5', link: 'https://meet.example' }))).toBe('ok')
    expect(await change({ startsAt: later + hourMs })).toMatchObject({ problem: { type: 'meeting-moved-on' } })
    expect(await meeting(id)).toMatchObject({ title: 'Tenth meeting', place: 'Room 5', startsAt: later, sequence: 0 })
  })
})

describe('convening', () => {
  test('[M1] all that stands against it is told at once, before and in the refusal', async () => {
    const id = await draft({ startsAt: workspace.deps.now() + hourMs, endsAt: workspace.deps.now() + 2 * hourMs })
    const before = await readConvening(workspace.deps, parts(), await actor('secretariat'), id)
    const problems = [{ type: 'agenda-empty' }, { type: 'notice-too-short', urgent: false }]
    expect(before).toMatchObject({ value: { problems } })
    expect(await convene('secretariat', id)).toMatchObject({ problem: { type: 'agenda-empty', problems } })
    expect((await meeting(id)).state).toBe('draft')
    expect(await invitationsOf(workspace.deps.read, id)).toEqual([])
  })

  test('[M1] an urgent meeting is convened with its reason, which is kept; with more time it needs none', async () => {
    const soon = workspace.deps.now() + 50 * hourMs
    const urgent = await draftWithItem({ startsAt: soon, endsAt: soon + hourMs })
    expect(typeOf(await convene('secretariat', urgent))).toBe('urgent-without-reason')
    expect(typeOf(await convene('secretariat', urgent, 'A raid last night.'))).toBe('ok')
    expect((await meeting(urgent)).urgentReason).toBe('A raid last night.')
    const ordinary = await draftWithItem()
    await convene('secretariat', ordinary, 'A raid last night.')
    expect((await meeting(ordinary)).urgentReason).toBeNull()
  })

  test('[M1] everybody of all seats is invited, heads, alternates and officers; who cannot sign in is not', async () => {
    await workspace.deps.transaction(async tx => {
      await tx.update(personsTable).set({ suspendedAt: 1 }).where(eq(personsTable.id, 'n2.head'))
    })
    const id = await convened()
    const told = await invitationsOf(workspace.deps.read, id)
    expect(
      told
        .filter(one => one.seatId === null)
        .map(one => one.personId)
        .toSorted(),
    ).toEqual(['nationalCoordinator', 'secretariat'])
    expect(told.flatMap(one => (one.seatId === null ? [] : one.personId)).toSorted()).toEqual(
      ['n1', 'p1', 's1', 's2', 's3', 's4']
        .map(seat => `${seat}.head`)
        .concat('s1.alternate')
        .toSorted(),
    )
    expect(await meetingActs()).toEqual(['meeting.drafted', 'agendaItem.added', 'meeting.convened'])
  })
})

describe('postponing', () => {
  test('[M1] those invited go on seeing it; the sequence rises, the answers are dropped, and all are told anew', async () => {
    const id = await convened()
    const seatId = workspace.seats['n1'] ?? asId('')
    await replyToMeeting(workspace.deps, await actor('n1.head'), id, { seatId, reply: 'coming' })
    await seeMeeting(workspace.deps, await actor('n1.head'), id)
    await postpone('nationalCoordinator', id)
    expect(await meeting(id)).toMatchObject({ state: 'draft', sequence: 1, reason: 'The hall is flooded.' })
    expect(typeOf(await readMeeting(workspace.deps, parts(), floors(), await actor('n1.head'), id))).toBe('ok')
    expect([...(await repliesOf(workspace.deps.read, id))]).toEqual([])

    const before = await invitationsOf(workspace.deps.read, id)
    expect(typeOf(await convene('secretariat', id))).toBe('ok')
    const after = await invitationsOf(workspace.deps.read, id)
    expect(after.map(one => one.id).toSorted()).toEqual(before.map(one => one.id).toSorted())
    expect(after.every(one => one.sequence === 1 && one.seenAt === null)).toBe(true)
    expect(await meeting(id)).toMatchObject({ state: 'convened', sequence: 1, reason: null })
  })

  test.each([
    ['postponed and convened again', true],
    ['cancelled', false],
  ] as const)('[M3] whoever had checked in counts for nothing once it is %s', async (_, again) => {
    const id = await convened()
    workspace.advance((await meeting(id)).startsAt - workspace.deps.now())
    for (const by of ['nationalCoordinator', 's1.head']) {
      const seatId = by === 's1.head' ? (workspace.seats['s1'] ?? asId('')) : null
      expect(typeOf(await checkIn(workspace.deps, await actor(by), id, { seatId }))).toBe('ok')
    }
    workspace.advance(1)
    const put = again ? postpone('nationalCoordinator', id) : cancel('nationalCoordinator', id)
    expect(typeOf(await put)).toBe('ok')
    const here = async () => presenceOf(workspace.deps.read, id, (await actor('nationalCoordinator')).personId)
    expect(await here()).toEqual([])
    if (!again) return
    expect(typeOf(await convene('secretariat', id))).toBe('ok')
    expect(await attendanceOf(workspace.deps.read, id)).toEqual([])
    const [held] = await heldAs(id)
    expect(held?.stays).toEqual([])
    expect(await startMeeting(workspace.deps, parts(), await actor('nationalCoordinator'), id)).toMatchObject({
      problem: { type: 'start-not-open', opensAt: (await meeting(id)).startsAt - hourMs },
    })
    workspace.advance((await meeting(id)).startsAt - workspace.deps.now() - hourMs)
    const start = async () => startMeeting(workspace.deps, parts(), await actor('nationalCoordinator'), id)
    expect(typeOf(await start())).toBe('chair-not-present')
    await checkIn(workspace.deps, await actor('nationalCoordinator'), id, { seatId: null })
    expect(typeOf(await start())).toBe('ok')
  })

  test('[M1] the new date has its own notice', async () => {
    const id = await convened()
    await postpone('nationalCoordinator', id, 3)
    expect(typeOf(await convene('secretariat', id))).toBe('urgent-without-reason')
    expect(typeOf(await postpone('nationalCoordinator', await convened(), -1))).toBe('meeting-in-the-past')
    expect(typeOf(await postpone('nationalCoordinator', await convened(), 1_200))).toBe('meeting-too-far')
  })
})

describe('answering', () => {
  const reply = async (by: string, id: MeetingId, seat: string) =>
    replyToMeeting(workspace.deps, await actor(by), id, {
      seatId: workspace.seats[seat] ?? asId(seat),
      reply: 'coming',
    })

  test.each([
    ['n1.head', 'n1', 'ok'],
    ['s1.alternate', 's1', 'ok'],
    ['s2.head', 's1', 'not-permitted'],
    ['secretariat', 's1', 'not-permitted'],
    ['nationalCoordinator', 's1', 'not-permitted'],
    ['s1.head', 'elsewhere', 'seat-not-invited'],
    ['stranger', 's1', 'not-found'],
  ])('[M3] %s for the seat %s: %s', async (by, seat, outcome) => {
    expect(typeOf(await reply(by, await convened(), seat))).toBe(outcome)
  })

  test('[M3] the answers make the forecast, and the same answer twice is one act', async () => {
    const id = await convened()
    const read = async () => {
      const found = await readConvening(workspace.deps, parts(), await actor('secretariat'), id)
      return found.ok ? found.value : null
    }
    expect(await read()).toMatchObject({ warnings: ['no-ngo-coming'] })
    for (const seat of ['s1', 's2', 's3', 'n1', 'n1']) await reply(`${seat}.head`, id, seat)
    expect(await read()).toMatchObject({
      warnings: [],
      quorum: [{ seats: 7, needed: 4, coming: 4, ngoSeats: 2, ngoNeeded: 1, ngoComing: 1 }],
    })
    expect((await meetingActs()).filter(act => act === 'meeting.replied')).toHaveLength(4)
  })

  test('[M3] before it is convened and after it was cancelled nobody answers', async () => {
    const id = await convened()
    await cancel('nationalCoordinator', id)
    expect(typeOf(await reply('n1.head', id, 'n1'))).toBe('meeting-moved-on')
  })
})

test('[M1] the Secretariat holds no office any more and convenes nothing', async () => {
  const id = await draftWithItem()
  await workspace.deps.transaction(async tx => {
    await tx.update(officesTable).set({ endsAt: workspace.deps.now() }).where(eq(officesTable.office, 'secretariat'))
  })
  expect(typeOf(await convene('secretariat', id))).toBe('not-found')
})
