/** Minutes over a real server and real sockets, from the first word to the seal and after. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { asId, dayMs, hourMs, type MeetingId, type PersonId } from '#shared/core'
import { findGroupByCode } from '#server/group'
import { enterHouse, openText, spoilText, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { makeDocuments, type DocumentConnection } from '../../client/sync/documents.ts'
import { makeMemoryWords } from '../../client/sync/testing/memory-words.ts'
import { writtenWords } from '../../client/sync/written-words.ts'
import { storeAdjourned, storeBegun, storeConvened, type Sitting } from '../support/stored-meeting.ts'

let server: TestServer
let house: House
let meetings = 0
const connections: DocumentConnection[] = []

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
})
afterEach(() => {
  for (const connection of connections.splice(0)) connection.destroy()
})
afterAll(() => server.close())

const until = (condition: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(condition, { timeout: 20_000, interval: 5 })
const personId = async (role: string): Promise<PersonId> => (await sure(house.as(role, 'GET', '/api/me'))).person.id
const minutes = (sitting: Sitting, role = 'secretariat') =>
  sure(house.as(role, 'GET', `/api/meetings/${sitting.id}/minutes`))
const post = (role: string, path: string, body: unknown = {}) => house.as(role, 'POST', path, body)
const appoint = (sitting: Sitting, ...personIds: string[]) =>
  house.as('coordinator', 'PUT', `/api/meetings/${sitting.id}/minute-takers`, { personIds })
const open = async (role: string, documentId: string) => openText(server.url, await house.cookie(role), documentId)

async function convene(): Promise<Sitting> {
  const group = await findGroupByCode(server.deps.read, 'nwg')
  if (!group) throw new Error('no NWG')
  return storeConvened(server.deps, {
    id: asId<MeetingId>(`meeting-${++meetings}`),
    groupId: group.id,
    title: `Meeting ${meetings}`,
    items: [{ title: 'Shelters' }, { title: 'Other business' }],
    by: await personId('secretariat'),
  })
}

async function inSession(): Promise<Sitting> {
  const sitting = await convene()
  await storeBegun(server.deps, sitting, [{ personId: await personId('coordinator'), seatId: null }])
  return sitting
}

const adjourn = (sitting: Sitting) => storeAdjourned(server.deps, sitting)
const circulate = (sitting: Sitting) => sure(post('secretariat', `/api/meetings/${sitting.id}/minutes/circulate`))

/** A browser with a network that can be cut. */
async function browser(role: string) {
  const cookie = await house.cookie(role)
  const sockets = new Set<WebSocket>()
  let isCut = false
  class Cable extends WebSocket {
    constructor(url: string | URL) {
      // Nobody listens on port 1: as a network that is gone.
      super(isCut ? 'ws://127.0.0.1:1' : url, { headers: { cookie } })
      sockets.add(this)
    }
  }
  const words = makeMemoryWords()
  const { connect } = makeDocuments(() => ({
    origin: server.url.replace('http', 'ws'),
    socket: Cable as unknown as typeof globalThis.WebSocket,
    page: new EventTarget(),
    words,
  }))
  const who = await personId(role)
  return {
    open(documentId: string): DocumentConnection {
      const connection = connect(documentId, { personId: who })
      connections.push(connection)
      return connection
    },
    cut() {
      isCut = true
      for (const socket of sockets) socket.terminate()
    },
    mend() {
      isCut = false
    },
  }
}

const narrative = ({ doc }: Pick<DocumentConnection, 'doc'>) => doc.getXmlFragment('narrative')

/** Types into the paragraph that the server has made. */
function type(connection: DocumentConnection, words: string): void {
  const paragraph = narrative(connection).get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('a new text has a paragraph to write in')
  text.insert(text.length, words)
}

const shows = (connection: DocumentConnection, status: object) =>
  until(() => expect(connection.status()).toMatchObject(status))

test('[M5] two who begin in one text at once write into the same paragraph, and nothing is lost', async () => {
  const sitting = await inSession()
  await sure(appoint(sitting, await personId('interior')))
  const documentId = sitting.itemIds[0] ?? ''
  const [one, two] = await Promise.all([browser('secretariat'), browser('interior')])
  const [secretary, taker] = [one.open(documentId), two.open(documentId)]
  await Promise.all([shows(secretary, { kind: 'saved' }), shows(taker, { kind: 'saved' })])
  type(secretary, 'Six shelters. ')
  type(taker, 'Two are new. ')
  await until(() => {
    expect(narrative(secretary).toString()).toBe(narrative(taker).toString())
    expect(narrative(secretary).toString()).toMatch(/Six shelters\..*Two are new\.|Two are new\..*Six shelters\./)
  })
  expect(narrative(secretary).length).toBe(1)
})

test('[M5] a minute taker whose network drops keeps every word, and the line says so until all is stored', async () => {
  const sitting = await inSession()
  await sure(appoint(sitting, await personId('interior')))
  const documentId = sitting.itemIds[1] ?? ''
  const device = await browser('interior')
  const [taker, secretary] = [device.open(documentId), (await browser('secretariat')).open(documentId)]
  await Promise.all([shows(taker, { kind: 'saved' }), shows(secretary, { kind: 'saved' })])
  device.cut()
  type(taker, 'Said while the network was gone. ')
  type(secretary, 'Said in the room. ')
  await until(() => expect(taker.status().kind).not.toBe('saved'))
  await shows(secretary, { kind: 'saved' })
  expect(narrative(secretary).toString()).not.toContain('network')
  device.mend()
  await shows(taker, { kind: 'saved' })
  await until(() => {
    for (const words of ['Said while the network was gone.', 'Said in the room.']) {
      expect(narrative(secretary).toString()).toContain(words)
      expect(narrative(taker).toString()).toContain(words)
    }
  })
})

test('[M5] who loses the appointment is closed with 4403 at once, and who gains it writes', async () => {
  const sitting = await inSession()
  await sure(appoint(sitting, await personId('interior')))
  const writer = await open('interior', sitting.id)
  const reader = await open('labour', sitting.id)
  writer.write('Written in time.')
  await reader.sees('Written in time.')
  const code = writer.closed()
  await sure(appoint(sitting, await personId('labour')))
  expect(await code).toBe(4403)
  reader.write('Written by the next one.')
  const secretary = await open('secretariat', sitting.id)
  await secretary.sees('Written by the next one.')
  for (const client of [writer, reader, secretary]) client.leave()
})

test('[M5] circulation closes writers with 4423; what came too late is given back, and not in the minutes', async () => {
  const sitting = await inSession()
  const connection = (await browser('secretariat')).open(sitting.id)
  await shows(connection, { kind: 'saved' })
  type(connection, 'Written in time.')
  await shows(connection, { kind: 'saved' })
  await adjourn(sitting)
  // Right after the commit, through a socket that is still open.
  const unsubscribe = server.deps.bus.subscribe(event => {
    if (event.type === 'accessChanged') type(connection, ' Written too late.')
  })
  await circulate(sitting)
  unsubscribe()
  await until(() => {
    const returned = writtenWords(
      connection.returned.words().map(({ update }) => update),
      null,
    )
    expect(returned.map(block => block.text).join()).toContain('Written too late.')
  })
  const read = await minutes(sitting, 'rapporteur')
  expect(JSON.stringify(read.parts[0].text)).toContain('Written in time.')
  expect(JSON.stringify(read.parts)).not.toContain('too late')
  const back = await open('secretariat', sitting.id)
  const refused = back.closed()
  back.write('Tried once more.')
  expect(await refused).toBe(4423)
  back.leave()
})

test('[M5] sealed minutes are changed by no route and through no socket, not by the Secretariat either', async () => {
  const first = await inSession()
  const writer = await open('secretariat', first.id)
  writer.write('As it was.')
  await (await open('secretariat', first.id)).sees('As it was.')
  writer.leave()
  await adjourn(first)
  await circulate(first)
  const proposal = { itemId: null, quote: '', proposal: 'As it is.', reason: 'It is.' }
  const before = await minutes(first, 'interior')
  const seatId = before.correctionSeats[0].seatId
  const correction = await sure(post('interior', `/api/minutes/${before.id}/corrections`, { ...proposal, seatId }))
  await sure(post('secretariat', `/api/corrections/${correction.id}/disposition`, { accept: false, reason: 'It was.' }))

  // Nobody corrects them any more; and whoever signed in before that signs in again.
  server.advance(8 * dayMs)
  house = enterHouse(server)
  const second = await convene()
  await storeBegun(server.deps, second, [{ personId: await personId('coordinator'), seatId: null }])
  const { version } = await minutes(first)
  const preflight = await sure(
    house.as('coordinator', 'GET', `/api/motions/preflight?subjectKind=minutesVersion&subjectId=${version.id}`),
  )
  const vote = {
    subjectKind: 'minutesVersion',
    subjectId: version.id,
    mode: 'correspondence',
    closesAt: preflight.closesAt.correspondence,
  }
  const { id: motionId } = await sure(post('coordinator', '/api/motions', vote))
  await house.castAllYes(motionId, 'coordinator')
  await sure(house.close('coordinator', motionId))

  const sealed = await minutes(first)
  expect(sealed).toMatchObject({ state: 'sealed', chain: { ok: true } })
  const under = `/api/meetings/${first.id}`
  const attempts = [
    post('secretariat', `${under}/minutes/circulate`),
    post('secretariat', `${under}/minutes/correct`),
    appoint(first, await personId('interior')),
    post('interior', `${under}/statements`, { itemId: null, seatId, text: 'Late words.' }),
    post('interior', `/api/minutes/${sealed.id}/corrections`, { ...proposal, seatId }),
    post('secretariat', `/api/corrections/${correction.id}/disposition`, { accept: true, reason: '' }),
    post('secretariat', `/api/minutes-texts/${first.id}/resume-text`),
    post('coordinator', '/api/motions', vote),
  ]
  for (const attempt of attempts) expect((await attempt).status).toBe(409)
  const writerAgain = await open('secretariat', first.id)
  const code = writerAgain.closed()
  writerAgain.write('Rewritten.')
  expect(await code).toBe(4423)
  writerAgain.leave()
  const after = await minutes(first)
  expect({ ...after, serverNow: 0 }).toEqual({ ...sealed, serverNow: 0 })
  const chain = await sure(house.as('io-migration', 'GET', `/api/groups/${sealed.group.id}/minutes-chain`))
  expect(chain).toMatchObject({
    ok: true,
    links: [{ minutesId: sealed.id, digest: version.digest, seal: sealed.seal.seal }],
  })
  expect((await sure(house.as('rapporteur', 'GET', '/api/record/check'))).ok).toBe(true)
})

test('[M5] the list of live texts names those of minutes with what each may do', async () => {
  const sitting = await inSession()
  const listed = async (role: string) =>
    (await sure(house.as(role, 'GET', '/api/documents'))).filter((entry: any) => sitting.id === entry.id)
  expect(await listed('secretariat')).toMatchObject([{ kind: 'minutes', code: 'nwg', access: 'edit', frozen: false }])
  expect(await listed('io-migration')).toMatchObject([{ access: 'read', frozen: false }])
})

test.each([
  ['html', 'text/html; charset=utf-8'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['pdf', 'application/pdf'],
])(
  '[M5] minutes are taken away as %s by whoever may read the meeting, and by nobody else',
  async (format, mediaType) => {
    const sitting = await inSession()
    const get = async (cookie: string, query = '') =>
      fetch(`${server.url}/api/meetings/${sitting.id}/minutes.${format}${query}`, { headers: { cookie } })
    const draft = await get(await house.cookie('io-migration'))
    expect([draft.status, draft.headers.get('content-type')]).toEqual([200, mediaType])
    expect(draft.headers.get('content-disposition')).toMatch(
      /^attachment; filename="minutes-nwg-\d{4}-\d\d-\d\d-draft\./,
    )
    expect((await draft.arrayBuffer()).byteLength).toBeGreaterThan(1_000)
    expect((await get('')).status).toBe(401)
    expect((await get(await house.cookie('secretariat'), '?version=1')).status).toBe(404)
    await adjourn(sitting)
    await circulate(sitting)
    const version = await get(await house.cookie('secretariat'), '?version=1&language=fr')
    expect(version.headers.get('content-disposition')).toContain(`-v1.${format}"`)
    await version.arrayBuffer()
  },
)

test('[M5] a text of which a part was lost stands still until the Secretariat opens it again', async () => {
  const sitting = await inSession()
  const writer = await open('secretariat', sitting.id)
  for (const words of ['Kept.', 'Lost.']) {
    writer.write(words)
    const reader = await open('rapporteur', sitting.id)
    await reader.sees(words)
    reader.leave()
  }
  writer.leave()
  server = await server.restart(() => spoilText(server.dataFolder, sitting.id, 1))
  house = enterHouse(server)
  const found = await open('rapporteur', sitting.id)
  expect(found.text()).not.toContain('Lost.')
  found.leave()
  await adjourn(sitting)
  const tried = await post('secretariat', `/api/meetings/${sitting.id}/minutes/circulate`)
  expect(tried).toMatchObject({ status: 409, body: { type: '/problems/text-damaged' } })
  const path = `/api/minutes-texts/${sitting.id}/resume-text`
  expect((await post('coordinator', path)).status).toBe(403)
  await sure(post('secretariat', path))
  expect((await post('secretariat', path)).status).toBe(409)
  server.advance(hourMs)
  await circulate(sitting)
  expect(JSON.stringify((await minutes(sitting)).parts)).toContain('Kept.')
})
