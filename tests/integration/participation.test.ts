/** Who wrote a text, from the keys that were pressed to the share that is told, over a real server. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterHouse, openText, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { frozenLetters, lengthOf } from '#shared/participation'

let server: TestServer
let house: House
let year: number

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
  year = new Date(server.deps.now()).getUTCFullYear()
})
afterAll(() => server.close())

const read = (role: string, path = '') => house.as(role, 'GET', `/api/participation/${year}${path}`)

async function groupOf(code: string): Promise<string> {
  const { groups } = await sure(read('ngo-shelter'))
  return groups.find((one: any) => one.group.code === code).group.id
}
const detailOf = async (role: string, code: string) => sure(read(role, `/groups/${await groupOf(code)}`))

async function sharesOf(code: string) {
  const { sections } = await detailOf('ngo-shelter', 'protection')
  return sections.find((one: any) => one.code === code)
}

async function write(role: string, sectionId: string, sentence: string): Promise<void> {
  const text = await openText(server.url, await house.cookie(role), sectionId)
  const other = await openText(server.url, await house.cookie('coordinator'), sectionId)
  text.write(sentence)
  await other.sees(sentence)
  for (const one of [text, other]) one.leave()
}

async function adopt(kind: 'amendment' | 'sectionVersion', id: string): Promise<void> {
  const motionId = await house.openVote('chair-protection', kind, id)
  await house.castAllYes(motionId, 'chair-protection')
  await sure(house.close('chair-protection', motionId))
}

test('[A5] an adopted version carries the share of its text by constituency, to the letter', async () => {
  const { adopted } = await sharesOf('C.3.1')
  const { content } = await sure(house.as('ngo-shelter', 'GET', `/api/versions/${adopted.versionId}`))
  expect(adopted.letters).toMatchObject({ STATE: 0, PARTNER: 0, OFFICE: 0, UNKNOWN: 0 })
  expect(adopted.letters.NGO).toBeGreaterThan(0)
  expect(adopted.letters.TEMPLATE).toBeGreaterThan(0)
  expect(lengthOf(adopted.letters)).toBe(frozenLetters(content).length)
})

test('[A5] [A2] letters are of the seat whose person typed them, those of an adopted amendment of the seat that proposed it', async () => {
  const sectionId = await house.sectionId('C.3.2')
  const before = (await sharesOf('C.3.2')).working
  await write('ngo-legal-aid', sectionId, 'Legal aid is free for everybody.')
  await write('welfare', sectionId, 'The ministry pays for it.')
  const after = (await sharesOf('C.3.2')).working
  expect(after).toEqual({ ...before, NGO: before.NGO + 32, STATE: before.STATE + 25 })

  const versionId = await house.submit('C.3.2')
  const { content, digest } = await sure(house.as('welfare', 'GET', `/api/versions/${versionId}`))
  const place = [content.narrative.content.length - 2]
  const { seats } = await sure(house.as('health', 'GET', `/api/versions/${versionId}/amendments`))
  const changes = [{ place, quote: 'free for everybody', replacement: 'free of charge' }]
  const body = { seatId: seats[0].seatId, digest, changes, reason: 'Shorter.' }
  const { id } = await sure(house.as('health', 'POST', `/api/versions/${versionId}/amendments`, body))
  await adopt('amendment', id)
  const { amendedBy } = await sure(house.as('welfare', 'GET', `/api/versions/${versionId}/amendments`))
  await adopt('sectionVersion', amendedBy.id)

  const { adopted } = await sharesOf('C.3.2')
  expect(adopted.versionId).toBe(amendedBy.id)
  const [gone, come] = ['for everybody'.length, 'of charge'.length]
  expect(adopted.letters).toEqual({ ...after, NGO: after.NGO - gone, STATE: after.STATE + come })

  const { figures } = await detailOf('ngo-shelter', 'protection')
  expect(figures).toMatchObject({
    amendments: { ngo: { proposed: 0 }, others: { proposed: 1, adopted: 1 } },
    // The demonstration's, the amendment's and the text's.
    votes: { ended: 3, stands: { CONCUR: { adopted: 3 } } },
    texts: { adopted: { sections: 2, uncounted: 0 } },
  })
})

test('[A5] [D4] after a restart the same letters are counted alike', async () => {
  const before = await sharesOf('C.3.2')
  server = await server.restart()
  house = enterHouse(server)
  expect(await sharesOf('C.3.2')).toEqual(before)
})

test('[G12] [D4] observers read the figures of every group, and the sources of those they sit in', async () => {
  expect((await sure(read('io-children'))).groups).toHaveLength(5)
  expect(await detailOf('io-children', 'protection')).toMatchObject({ votes: null, amendments: null, sessions: [] })
  expect(await detailOf('io-children', 'children')).toMatchObject({ votes: [], amendments: [] })
  expect((await detailOf('rapporteur', 'protection')).votes).toHaveLength(3)
})

test('[G12] figures are for those who are signed in, and of years that there are', async () => {
  expect((await server.call(null, 'GET', `/api/participation/${year}`)).status).toBe(401)
  expect((await house.as('ngo-shelter', 'GET', `/api/participation/${year + 1}`)).status).toBe(404)
  expect((await house.as('ngo-shelter', 'GET', '/api/participation/nonsense')).status).toBe(400)
  expect((await read('ngo-shelter', '/groups/none')).status).toBe(404)
})

test('[G12] the same figures come as a table for a spreadsheet', async () => {
  const response = await fetch(`${server.url}/api/participation/${year}/figures.csv`, {
    headers: { cookie: await house.cookie('ngo-shelter') },
  })
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="participation-${year}.csv"`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n')
  expect(lines).toHaveLength(6)
  expect(lines[1]).toMatch(new RegExp(`^${year},.*,nwg,National Working Group,1,4,4,4,20,2,0,1,1,`))
})
