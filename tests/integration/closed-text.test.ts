/** Closing a text for writing while people have it open, over a real server and sockets. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterHouse, openText, startTestServer, sure, type House, type TestServer } from '#tests/support'

let server: TestServer
let house: House

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
})
afterAll(() => server.close())

const open = async (role: string, sectionId: string) => openText(server.url, await house.cookie(role), sectionId)
const act = (role: string, sectionId: string, path: 'close-text' | 'reopen-text', body?: unknown) =>
  house.as(role, 'POST', `/api/sections/${sectionId}/${path}`, body)

/** The text as the server has it stored, asked by somebody who only now comes in. */
async function stored(sectionId: string): Promise<string> {
  const reader = await open('rapporteur', sectionId)
  const text = reader.text()
  reader.leave()
  return text
}

test('[G8] a writer is closed with 4423 within a second of the act, and nothing sent after it is stored', async () => {
  const id = await house.sectionId('C.3.2')
  const [writer, reader] = await Promise.all([open('ngo-shelter', id), open('rapporteur', id)])
  writer.write('Written in time.')
  await reader.sees('Written in time.')

  let decidedAt = 0
  // Announced right after the commit: what is written here goes out through a socket that is still open.
  const unsubscribe = server.deps.bus.subscribe(event => {
    if (event.type !== 'accessChanged') return
    decidedAt = performance.now()
    writer.write('Written too late.')
  })
  const code = writer.closed()
  await sure(act('chair-protection', id, 'close-text', { reason: 'Until the session.' }))
  expect(await code).toBe(4423)
  expect(performance.now() - decidedAt).toBeLessThan(1_000)
  unsubscribe()
  writer.leave()

  // Who reads stays, and who comes back reads and does not write.
  const back = await open('ngo-shelter', id)
  await back.sees('Written in time.')
  const refused = back.closed()
  back.write('Tried once more.')
  expect(await refused).toBe(4423)
  back.leave()
  for (const text of [await stored(id), reader.text()]) {
    expect(text).toContain('Written in time.')
    expect(text).not.toMatch(/too late|once more/)
  }

  await sure(act('chair-protection', id, 'reopen-text'))
  const again = await open('ngo-shelter', id)
  again.write('Written after it was opened.')
  await reader.sees('Written after it was opened.')
  again.leave()
  reader.leave()
})

test('[G8] everybody is told, and refusals say what stands against the act', async () => {
  const id = await house.sectionId('C.3.3')
  expect(await act('ngo-shelter', id, 'close-text', {})).toMatchObject({ status: 403 })
  expect(await act('chair-protection', id, 'reopen-text')).toMatchObject({
    status: 409,
    body: { type: '/problems/text-open' },
  })
  expect(await act('chair-protection', id, 'close-text', { reason: 'x'.repeat(501) })).toMatchObject({ status: 400 })
  const closed = await sure(act('chair-protection', id, 'close-text', {}))
  expect(closed).toMatchObject({
    access: 'comment',
    frozen: { at: expect.any(Number), by: { name: expect.any(String) }, reason: null, untilOutcome: null },
  })
  expect(await act('chair-protection', id, 'close-text', {})).toMatchObject({
    status: 409,
    body: { type: '/problems/text-closed', since: closed.frozen.at },
  })
  const documents = await sure(house.as('ngo-shelter', 'GET', '/api/documents'))
  expect(documents.find((entry: any) => entry.id === id)).toMatchObject({ access: 'comment', frozen: true })
  await sure(act('chair-protection', id, 'reopen-text'))
})

test('[workflow] a text closed with its version opens with the outcome of the vote, and its writers write again', async () => {
  const id = await house.sectionId('C.3.4')
  const { digest } = await sure(house.as('chair-protection', 'GET', `/api/sections/${id}/preview`))
  const writer = await open('welfare', id)
  const code = writer.closed()
  const version = await sure(
    house.as('chair-protection', 'POST', `/api/sections/${id}/versions`, { digest, closeText: true }),
  )
  writer.write('Under the vote.')
  expect(await code).toBe(4423)
  writer.leave()

  const motion = await house.openVote('chair-protection', 'sectionVersion', version.id)
  await house.castAllYes(motion, 'chair-protection')
  const waiting = await open('welfare', id)
  await sure(house.close('chair-protection', motion))
  // The socket that was open for reading writes now: nobody has to come in anew.
  waiting.write('After the vote.')
  const reader = await open('rapporteur', id)
  await reader.sees('After the vote.')
  for (const client of [waiting, reader]) client.leave()
  expect(await stored(id)).not.toContain('Under the vote.')

  const { entries } = await sure(house.as('rapporteur', 'GET', `/api/record?subject=${id}`))
  expect(entries.map((entry: any) => [entry.act, entry.actor === null])).toEqual([
    ['section.textReopened', true],
    ['section.textClosed', false],
  ])
  expect((await sure(house.as('rapporteur', 'GET', '/api/record/check'))).ok).toBe(true)
})
