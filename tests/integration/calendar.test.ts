/** Calendars as programs read them: over HTTP, without a cookie. */
import ICAL from 'ical.js'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asId, type MeetingId, type PersonId } from '#shared/core'
import { groupsTable, personsTable } from '#server/db'
import { Hono } from 'hono'
import { calendarFeedRoutes } from '#server/calendar'
import type { AppEnv } from '#server/http'
import { startTestServer, type TestServer } from '#tests/support'
import { storeMeeting } from '../support/stored-meeting.ts'

let server: TestServer
let cookie: string
let meetingId: MeetingId

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  cookie = await server.signIn('interior')
  const { deps } = server
  const [group] = await deps.read.select().from(groupsTable).where(eq(groupsTable.kind, 'nwg'))
  const [person] = await deps.read.select().from(personsTable).where(eq(personsTable.email, 'secretariat@demo.example'))
  if (!group || !person) throw new Error('no demonstration')
  meetingId = await storeMeeting(deps, { groupId: asId(group.id), by: asId<PersonId>(person.id) })
})
afterAll(() => server.close())

const subscribe = async (headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.url}/api/calendar-feeds`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ groupId: null }),
  })
  return { status: response.status, body: await response.json() }
}

const uids = (text: string): readonly string[] =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map(one => String(one.getFirstPropertyValue('uid')))

describe('a subscribed calendar', () => {
  test('[M1] is read without a cookie, and costs nothing while nothing changes', async () => {
    const { body } = await subscribe()
    const answer = await fetch(body.url)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(uids(await answer.text())).toContain(`plenary-meeting-${meetingId}`)
    const etag = answer.headers.get('etag') ?? ''
    expect((await fetch(body.url, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  test('[D3] wrong, revoked and malformed addresses are answered alike, whoever asks', async () => {
    const { body } = await subscribe()
    expect((await server.call(cookie, 'DELETE', `/api/calendar-feeds/${body.id}`)).status).toBe(204)
    const told = async (address: string, headers = {}) => {
      const answer = await fetch(address, { headers })
      return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') }
    }
    const revoked = await told(body.url)
    expect(revoked).toMatchObject({ status: 404, text: 'Not found' })
    const wrong = [`${'A'.repeat(43)}.ics`, 'short.ics', '..%2f..%2fplenary.sqlite', 'A'.repeat(43), '']
    for (const file of wrong) expect(await told(`${server.url}/calendar/${file}`, { cookie })).toEqual(revoked)
  })

  test('[M1] asked for twice with one key, is one', async () => {
    const first = await subscribe({ 'idempotency-key': 'calendar-1' })
    expect(await subscribe({ 'idempotency-key': 'calendar-1' })).toEqual(first)
  })

  test('[D3] whoever tries addresses waits, and who reads their own from the same place does not', async () => {
    const { body } = await subscribe()
    const limited = { ...server.deps, config: { ...server.deps.config, limits: true } }
    const app = new Hono<AppEnv>().route('/calendar', calendarFeedRoutes(limited))
    const mine = new URL(body.url).pathname
    const ask = async (path: string) => (await app.request(path)).status
    for (let time = 0; time < 20; time++) expect(await ask(mine)).toBe(200)
    expect(await ask(mine)).toBe(429)
    const tried = []
    for (let time = 0; time < 40; time++) tried.push(await ask(`/calendar/${String(time).padStart(43, 'A')}.ics`))
    expect(tried.filter(status => status === 404)).toHaveLength(30)
    expect(tried.at(-1)).toBe(429)
  })
})

test('[M1] one meeting is a file of its own, for who may read it', async () => {
  const address = `${server.url}/api/meetings/${meetingId}/calendar`
  const answer = await fetch(address, { headers: { cookie } })
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="meeting-${meetingId}.ics"`)
  expect(uids(await answer.text())).toEqual([`plenary-meeting-${meetingId}`])
  expect((await fetch(address)).status).toBe(401)
})
