import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { asId, dayMs, hourMs, minuteMs, sha256Hex, type MeetingId, type PersonId } from '#shared/core'
import { calendarLimit } from '#shared/calendar'
import { meetingStates } from '#shared/meeting'
import { calendarFeedsTable, recordTable } from '#server/db'
import { createGroup, endAccreditation } from '#server/group'
import { updateMeeting } from '#server/meeting'
import { updatePerson } from '#server/people'
import { storeMeeting, type MeetingFacts } from '../../tests/support/stored-meeting.ts'
import { inVoteWorkspace, workspace } from '../../tests/support/vote-workspace.ts'
import { feedCalendar, meetingCalendar } from './reading.ts'
import { listCalendars, revoke, subscribe } from './subscribing.ts'

inVoteWorkspace()

const by = asId<PersonId>('secretariat')
let meetingId: MeetingId

beforeEach(async () => {
  meetingId = await store()
})

const store = (facts: Partial<MeetingFacts> = {}): Promise<MeetingId> =>
  storeMeeting(workspace.deps, {
    ...{ groupId: workspace.group, by, title: 'Meeting of the group', items: [{ title: 'Shelters in the north' }] },
    ...facts,
  })

const change = (changes: Parameters<typeof updateMeeting>[2]) =>
  workspace.deps.transaction(tx => updateMeeting(tx, meetingId, changes))

async function address(as: string, groupId: typeof workspace.group | null = null): Promise<string> {
  const made = await subscribe(workspace.deps, await workspace.actor(as), { groupId })
  if (!made.ok) throw new Error(made.problem.type)
  return made.value.url
}

const tokenIn = (url: string): string => /\/calendar\/(.+)\.ics$/.exec(url)?.[1] ?? ''

async function subscribed(as: string, groupId: typeof workspace.group | null = null): Promise<string> {
  return tokenIn(await address(as, groupId))
}

function eventsIn(file: string | null) {
  if (file === null) return null
  return new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map(event => ({
    uid: String(event.getFirstPropertyValue('uid')),
    sequence: event.getFirstPropertyValue('sequence'),
    status: String(event.getFirstPropertyValue('status')),
    summary: String(event.getFirstPropertyValue('summary')),
    description: String(event.getFirstPropertyValue('description')),
    changedAt: (event.getFirstPropertyValue('last-modified') as ICAL.Time).toJSDate().getTime(),
  }))
}

const read = async (token: string) => eventsIn(await feedCalendar(workspace.deps, token))

describe('one meeting', () => {
  const file = async (as: string) => meetingCalendar(workspace.deps, await workspace.actor(as), meetingId)

  test('[M1] says what is on the agenda and where its page is, and names nobody', async () => {
    const answer = await file('s1.head')
    const text = answer.ok ? answer.value : ''
    expect(eventsIn(text)).toMatchObject([
      {
        uid: `plenary-meeting-${meetingId}`,
        summary: 'Meeting of the group',
        description: `1. Shelters in the north\n\nhttp://localhost/meetings/${meetingId}`,
      },
    ])
    expect(text).not.toMatch(/mailto|@example|Person |ATTENDEE|VALARM|code-/i)
  })

  test.each([
    ['s1.head', true],
    ['secretariat', true],
    ['stranger', false],
  ])('[D4] %s: %s', async (as, given) => {
    const answer = await file(as)
    expect(answer.ok ? true : answer.problem).toEqual(given || { type: 'not-found' })
  })

  test('[D4] one that is only prepared is for those who prepare it', async () => {
    await change({ state: 'draft', convenedAt: null })
    expect(await file('s1.head')).toMatchObject({ problem: { type: 'not-found' } })
    const answer = await file('secretariat')
    expect(answer.ok && eventsIn(answer.value)).toMatchObject([
      { status: 'TENTATIVE', summary: 'Meeting of the group' },
    ])
  })

  test('[M1] is in the language of who asks', async () => {
    const reader = asId<PersonId>('s1.head')
    await workspace.deps.transaction(tx => updatePerson(tx, reader, { locale: 'fr' }))
    await change({ state: 'cancelled', reason: 'Les élections' })
    const answer = await file('s1.head')
    expect(answer.ok && eventsIn(answer.value)).toMatchObject([{ summary: 'Annulée\u202f: Meeting of the group' }])
  })
})

describe('what becomes of a meeting', () => {
  const statuses = {
    draft: 'TENTATIVE',
    convened: 'CONFIRMED',
    inSession: 'CONFIRMED',
    suspended: 'CONFIRMED',
    adjourned: 'CONFIRMED',
    recorded: 'CONFIRMED',
    cancelled: 'CANCELLED',
  } as const

  test.each(meetingStates)('[M1] %s, it is still in the calendars that had it', async state => {
    const token = await subscribed('s1.head')
    await change({ state })
    expect(await read(token)).toMatchObject([{ uid: `plenary-meeting-${meetingId}`, status: statuses[state] }])
  })

  test('[M1] put off, convened anew and cancelled, it is one entry with a higher SEQUENCE each time', async () => {
    const token = await subscribed('s1.head')
    const { deps } = workspace
    const [before] = (await read(token)) ?? []
    workspace.advance(hourMs)
    await change({ state: 'draft', reason: 'The minister is away', sequence: 1, changedAt: deps.now() })
    expect(await read(token)).toMatchObject([
      { uid: before?.uid, sequence: 1, status: 'TENTATIVE', summary: 'Postponed: Meeting of the group' },
    ])
    const startsAt = deps.now() + 30 * dayMs
    await change({ state: 'convened', startsAt, endsAt: startsAt + hourMs, sequence: 2, changedAt: deps.now() })
    expect(await read(token)).toMatchObject([
      { uid: before?.uid, sequence: 2, status: 'CONFIRMED', changedAt: deps.now() },
    ])
    await change({ state: 'cancelled', reason: 'Elections', sequence: 3 })
    const [cancelled] = (await read(token)) ?? []
    expect(cancelled).toMatchObject({ sequence: 3, status: 'CANCELLED', summary: 'Cancelled: Meeting of the group' })
    expect(cancelled?.description).toMatch(/^Elections\n\n1\. Shelters/)
  })

  test('[D4] one that never was convened is in none', async () => {
    await change({ state: 'cancelled', convenedAt: null })
    expect(await read(await subscribed('secretariat'))).toEqual([])
  })
})

describe('a subscription', () => {
  async function otherGroup() {
    const made = await workspace.deps.transaction(tx =>
      createGroup(tx, workspace.deps, { kind: 'twg', code: 'prevention', name: 'Prevention', position: 0, by: null }),
    )
    if (!made.ok) throw new Error(made.problem.type)
    return made.value.id
  }

  test('[M1] to all is of the meetings that one is to attend; to a group, of that group', async () => {
    const prevention = await otherGroup()
    const other = await store({ groupId: prevention })
    const uids = async (as: string, groupId: typeof prevention | null = null) =>
      (await read(await subscribed(as, groupId)))?.map(event => event.uid).toSorted()
    const [mine, theirs] = [meetingId, other].map(id => `plenary-meeting-${id}`)
    expect(await uids('s1.head')).toEqual([mine])
    expect(await uids('s1.head', prevention)).toEqual([theirs])
    expect(await uids('nationalCoordinator')).toEqual([mine])
    expect(await uids('secretariat')).toEqual([mine, theirs].toSorted())
  })

  test('[D4] to a group whose meetings one may not read, or that is none, there is none', async () => {
    const stranger = await workspace.actor('stranger')
    const notFound = { ok: false, problem: { type: 'not-found' } }
    expect(await subscribe(workspace.deps, stranger, { groupId: workspace.group })).toEqual(notFound)
    const member = await workspace.actor('s1.head')
    expect(await subscribe(workspace.deps, member, { groupId: asId('none') })).toEqual(notFound)
  })

  test('[D3] its address is kept nowhere, only its digest', async () => {
    const url = await address('s1.head')
    expect(url).toMatch(/^http:\/\/localhost\/calendar\/[\w-]+\.ics$/)
    const kept = JSON.stringify([
      await workspace.deps.read.select().from(calendarFeedsTable),
      await workspace.deps.read.select().from(recordTable),
    ])
    expect(kept).not.toContain(tokenIn(url))
    expect(kept).toContain(sha256Hex(tokenIn(url)))
  })

  test('[D3] a wrong address, a revoked one, and one whose person is suspended or has not confirmed give nothing', async () => {
    const { deps, actor } = workspace
    const reader = asId<PersonId>('s1.head')
    const token = await subscribed('s1.head')
    const person = (changes: Parameters<typeof updatePerson>[2]) =>
      deps.transaction(tx => updatePerson(tx, reader, changes))
    expect(await feedCalendar(deps, 'secret-0')).toBeNull()
    await person({ suspendedAt: deps.now() })
    expect(await feedCalendar(deps, token)).toBeNull()
    await person({ suspendedAt: null, confidentialityConfirmedAt: null })
    expect(await feedCalendar(deps, token)).toBeNull()
    await person({ confidentialityConfirmedAt: deps.now() })
    expect(await read(token)).toHaveLength(1)
    await revoke(deps, await actor('s1.head'), sha256Hex(token))
    expect(await feedCalendar(deps, token)).toBeNull()
  })

  test('[D4] rights are looked at at each reading: who loses the seat loses the meetings', async () => {
    const { deps } = workspace
    const token = await subscribed('s1.head', workspace.group)
    expect(await read(token)).toHaveLength(1)
    const given = workspace.accreditations['s1.head'] ?? ''
    const ended = await deps.transaction(tx => endAccreditation(tx, deps, given, null))
    expect(ended).toMatchObject({ ok: true })
    expect(await read(token)).toEqual([])
  })

  test('[L1] is one’s own to list and to end, and both ends are recorded', async () => {
    const { deps, actor } = workspace
    const token = await subscribed('s1.head', workspace.group)
    const id = sha256Hex(token)
    const mine = await actor('s1.head')
    expect(await listCalendars(deps, await actor('s2.head'))).toEqual([])
    expect(await listCalendars(deps, mine)).toEqual([
      { id, group: { id: workspace.group, name: 'NWG' }, createdAt: deps.now(), lastReadAt: null },
    ])
    expect(await revoke(deps, await actor('s2.head'), id)).toMatchObject({ problem: { type: 'not-found' } })
    expect(await revoke(deps, mine, id)).toMatchObject({ ok: true })
    expect(await revoke(deps, mine, id)).toMatchObject({ ok: true })
    expect(await listCalendars(deps, mine)).toEqual([])
    const acts = (await deps.read.select().from(recordTable)).map(row => row.act).filter(act => act.startsWith('cal'))
    expect(acts).toEqual(['calendar.subscribed', 'calendar.revoked'])
  })

  test('[M1] notes when it was read, to the hour', async () => {
    const { deps, actor, advance } = workspace
    const token = await subscribed('s1.head')
    const lastRead = async () => (await listCalendars(deps, await actor('s1.head')))[0]?.lastReadAt
    const first = deps.now()
    await read(token)
    advance(30 * minuteMs)
    await read(token)
    expect(await lastRead()).toBe(first)
    advance(30 * minuteMs)
    await read(token)
    expect(await lastRead()).toBe(first + hourMs)
  })

  test('[M1] the twenty-first of one person is refused until one is ended', async () => {
    const { deps, actor } = workspace
    const tokens: string[] = []
    for (let number = 1; number <= calendarLimit; number++) tokens.push(await subscribed('s1.head'))
    const mine = await actor('s1.head')
    const refused = { ok: false, problem: { type: 'too-many-calendars', limit: calendarLimit } }
    expect(await subscribe(deps, mine, { groupId: null })).toEqual(refused)
    await revoke(deps, mine, sha256Hex(tokens[0] ?? ''))
    expect(await subscribe(deps, mine, { groupId: null })).toMatchObject({ ok: true })
  })
})
