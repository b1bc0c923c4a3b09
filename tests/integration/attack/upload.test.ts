/** The one route that takes files, over real sockets, by people who mean it ill or have a bad line. */
import { randomBytes } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { asId, sha256Hex, type AgendaItemId, type PersonId } from '#shared/core'
import { groupsTable, papersTable, personsTable } from '#server/db'
import { startTestServer, type TestServer } from '#tests/support'
import { storeMeeting } from '../../support/stored-meeting.ts'
import { docx } from '../../support/zip.ts'

let server: TestServer
let cookie: string
let itemId: AgendaItemId
let folder: string

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  cookie = await server.signIn('secretariat')
  folder = join(server.dataFolder, 'files')
})
afterAll(() => server.close())
beforeEach(async () => {
  itemId = await newItem(server)
})

async function newItem({ deps }: TestServer, code = 'nwg'): Promise<AgendaItemId> {
  const [group] = await deps.read.select().from(groupsTable).where(eq(groupsTable.code, code))
  const [person] = await deps.read.select().from(personsTable).where(eq(personsTable.email, 'secretariat@demo.example'))
  if (!group || !person) throw new Error('no demonstration')
  const by = asId<PersonId>(person.id)
  const id = deps.newId<AgendaItemId>()
  await storeMeeting(deps, { groupId: asId(group.id), by, items: [{ id }] })
  return id
}

const pdf = '%PDF-1.7\nThe decree'

async function send(name: string, body: string | Buffer, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/api/items/${itemId}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { cookie, ...headers },
    body: new Blob([new Uint8Array(Buffer.from(body))]),
  })
  return { status: response.status, body: await response.json(), headers: response.headers }
}

async function fetchFile(id: string, as = cookie, headers: Record<string, string> = {}, method = 'GET') {
  return fetch(`${server.url}/api/papers/${id}/file`, { method, headers: { cookie: as, ...headers } })
}

const namesOnDisk = () => readdir(folder)
const partsOnDisk = async () => (await namesOnDisk()).filter(name => name.endsWith('.part'))
const papers = async () => server.deps.read.select().from(papersTable).where(eq(papersTable.itemId, itemId))

/** Speaks HTTP by hand. */
function open(headers: string, path = `/api/items/${itemId}/files?name=a.pdf`): Socket {
  const socket = connect({ port: Number(new URL(server.url).port), host: 'localhost' })
  socket.on('error', () => undefined)
  socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n${headers}\r\n\r\n`)
  return socket
}

/** All that comes until the other side hangs up. */
async function everything(socket: Socket): Promise<string> {
  const pieces: Buffer[] = []
  socket.on('data', piece => pieces.push(piece))
  await new Promise(resolve => socket.once('close', resolve))
  return Buffer.concat(pieces).toString('latin1')
}

describe('size', () => {
  test('2 GB that are announced are refused before a byte is read', async () => {
    const answer = await everything(open('Content-Length: 2147483648'))
    expect(answer).toMatch(/^HTTP\/1.1 413 [\s\S]*connection: close[\s\S]*file-too-large/i)
    expect(await partsOnDisk()).toEqual([])
  })

  test('2 GB that are not announced cost neither memory nor disk', async () => {
    const before = process.memoryUsage().rss
    const socket = open('Transfer-Encoding: chunked')
    const answer = everything(socket)
    const piece = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000), Buffer.from('\r\n')])
    let sent = 0
    const more = (): void => {
      while (sent < 2048 && !socket.destroyed) {
        sent++
        if (!socket.write(piece)) return
      }
    }
    socket.on('drain', more)
    more()
    expect(await answer).toMatch(/413[\s\S]*file-too-large/)
    expect(sent).toBeLessThan(200)
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
    expect(await partsOnDisk()).toEqual([])
    expect(await papers()).toEqual([])
  })

  test('24 MB arrive whole', async () => {
    const body = Buffer.concat([Buffer.from(pdf), randomBytes(24 * 1024 * 1024)])
    const { status, body: paper } = await send('large.pdf', body)
    expect({ status, digest: paper.digest }).toEqual({ status: 201, digest: sha256Hex(body) })
    const answer = await fetchFile(paper.id)
    expect(sha256Hex(new Uint8Array(await answer.arrayBuffer()))).toBe(paper.digest)
  })

  test('every other route still takes no more than it did', async () => {
    const answer = await fetch(`${server.url}/api/items/${itemId}/papers`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ subjectKind: 'sectionVersion', subjectId: 'x'.repeat(300_000) }),
    })
    expect(answer.status).toBe(413)
  })

  test.each([
    ['a path beside it', () => `/api/items/${itemId}/files/?name=a.pdf`],
    ['capitals', () => `/api/items/${itemId}/FILES?name=a.pdf`],
    ['a longer path', () => `/api/items/${itemId}/files/more?name=a.pdf`],
  ])('%s is not the route of files, and its limit is the small one', async (_what, path) => {
    expect(await everything(open('Content-Length: 1000000', path()))).toMatch(/^HTTP\/1.1 413 [\s\S]*too-large/)
  })
})

describe('lines that fail', () => {
  test('a dropped connection leaves nothing behind', async () => {
    const socket = open('Content-Length: 1000000')
    socket.write(pdf)
    await vi.waitFor(async () => expect(await partsOnDisk()).toHaveLength(1))
    socket.destroy()
    await vi.waitFor(async () => expect(await partsOnDisk()).toEqual([]))
    expect(await papers()).toEqual([])
  })

  test('a slow upload, byte by byte, arrives', async () => {
    const socket = open(`Content-Length: ${pdf.length}\r\nConnection: close`)
    const answer = everything(socket)
    socket.setNoDelay(true)
    for (const byte of pdf) {
      await new Promise(resolve => socket.write(byte, resolve))
      await new Promise(resolve => setImmediate(resolve))
    }
    expect(await answer).toMatch(/^HTTP\/1.1 201 /)
    expect(await papers()).toMatchObject([{ digest: sha256Hex(pdf) }])
  })

  test('a file that ends before its announced end is not taken', async () => {
    const socket = open('Content-Length: 1000')
    socket.write(pdf)
    socket.end()
    await everything(socket)
    await vi.waitFor(async () => expect(await partsOnDisk()).toEqual([]))
    expect(await papers()).toEqual([])
  })

  test('what a server that was killed left half written is gone after the next start', async () => {
    await send('a.pdf', pdf)
    server = await server.restart(() => writeFile(join(folder, 'left.part'), 'half'))
    expect(await partsOnDisk()).toEqual([])
    expect(await namesOnDisk()).toContain(sha256Hex(pdf))
    cookie = await server.signIn('secretariat')
  })
})

describe('names', () => {
  test.each([
    ['..%2f, once decoded', '../../../etc/cron.d/evil.pdf', 'evil.pdf'],
    ['..%2f, never decoded', '..%2f..%2fevil.pdf', '%2f..%2fevil.pdf'],
    ['a path of Windows', '..\\..\\evil.pdf', 'evil.pdf'],
    ['a NUL', 'decree\0.pdf', 'decree.pdf'],
    ['300 letters', `${'a'.repeat(300)}.pdf`, `${'a'.repeat(116)}.pdf`],
    ['an override of the direction', 'decree\u202e.pdf', 'decree.pdf'],
    ['a header', 'a\r\nSet-Cookie: x=y\r\n.pdf', 'a Set-Cookie- x=y .pdf'],
  ])('%s is a name and no more', async (_what, raw, name) => {
    const { status, body } = await send(raw, `${pdf} ${raw}`)
    expect({ status, name: body.name }).toEqual({ status: 201, name })
    expect((await namesOnDisk()).every(one => /^[0-9a-f]{64}$/.test(one))).toBe(true)
    const answer = await fetchFile(body.id)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`)
  })

  test('a program that hides its ending behind an override of the direction is refused', async () => {
    expect(await send('decree\u202efdp.exe', pdf)).toMatchObject({
      status: 422,
      body: { type: '/problems/file-type-refused' },
    })
  })

  test('a name that is not UTF-8, one without end and none at all are refused or cleaned, and nothing breaks', async () => {
    const post = (query: string) =>
      fetch(`${server.url}/api/items/${itemId}/files${query}`, { method: 'POST', headers: { cookie }, body: pdf })
    expect((await post('')).status).toBe(400)
    expect((await post('?name=')).status).toBe(400)
    expect((await post(`?name=${'a'.repeat(5000)}.pdf`)).status).toBe(400)
    expect((await post('?name=%ff%fe.pdf')).status).toBe(201)
  })
})

describe('what is inside', () => {
  test.each([
    ['a lie about the content type', 'page.html', '<script>alert(1)</script>', 'application/pdf'],
    ['a program called a PDF', 'decree.pdf', 'MZ\x90', 'application/pdf'],
    ['a page called a picture', 'hall.png', '<html>', 'image/png'],
    ['a script called a text', 'notes.txt', '#!/bin/sh\n', 'text/plain'],
    ['an SVG', 'logo.svg', '<svg/>', 'image/svg+xml'],
  ])('%s is refused', async (_what, name, body, type) => {
    const answer = await send(name, body, { 'content-type': type })
    expect(answer).toMatchObject({ status: 422, body: { type: '/problems/file-type-refused' } })
    expect(await partsOnDisk()).toEqual([])
  })

  test('a zip bomb in a Word file is kept as it came and not unpacked', async () => {
    const bomb = docx({ more: [{ name: 'word/media/image.png', content: Buffer.alloc(64 * 1024 * 1024) }] })
    const { status, body } = await send('report.docx', bomb)
    expect(status).toBe(201)
    expect((await stat(join(folder, body.digest))).size).toBe(bomb.length)
  })

  test('a PDF that is a page as well is handed out as a file: not shown, not sniffed, in a sandbox', async () => {
    const { body } = await send('decree.pdf', `${pdf}<script>alert(document.cookie)</script>`, {
      'content-type': 'text/html',
    })
    const { headers } = await fetchFile(body.id)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="decree\.pdf"; filename\*=UTF-8''decree\.pdf$/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})

describe('who', () => {
  test('nobody without a session, from another site, or without the right', async () => {
    expect(await send('a.pdf', pdf, { cookie: '' })).toMatchObject({ status: 401 })
    expect(await send('a.pdf', pdf, { origin: 'https://elsewhere.example' })).toMatchObject({ status: 403 })
    expect(await send('a.pdf', pdf, { cookie: await server.signIn('labour') })).toMatchObject({ status: 403 })
    expect(await papers()).toEqual([])
  })

  test('a body of 20 MB by somebody without the right is not written to disk', async () => {
    const labour = await server.signIn('labour')
    let most = 0
    const watch = setInterval(() => void partsOnDisk().then(parts => (most = Math.max(most, parts.length))), 1)
    expect(await send('a.pdf', Buffer.alloc(20 * 1024 * 1024), { cookie: labour }).catch(() => null)).not.toMatchObject(
      { status: 201 },
    )
    clearInterval(watch)
    expect(most).toBe(0)
  })

  test('a file is read by who may read the meeting, and found by nobody else', async () => {
    const { body } = await send('a.pdf', pdf)
    expect((await fetchFile(body.id, await server.signIn('labour'))).status).toBe(200)
    expect((await fetchFile(body.id, '')).status).toBe(401)
    expect((await fetchFile('no-such-paper')).status).toBe(404)
    itemId = await newItem(server, 'prevention')
    const { body: theirs } = await send('a.pdf', pdf)
    expect((await fetchFile(theirs.id)).status).toBe(200)
    const observer = await server.signIn('io-migration')
    expect((await fetchFile(body.id, observer)).status).toBe(200)
    expect((await fetchFile(theirs.id, observer)).status).toBe(404)
  })
})

test('the route stands in the description of the API', async () => {
  const { body } = await server.call(cookie, 'GET', '/api/openapi.json')
  expect(Object.keys(body.paths['/items/{id}/files'].post.requestBody.content)).toEqual(['application/octet-stream'])
})

describe('handing out', () => {
  test('who has the bytes is told so, and who asks for the headers gets those', async () => {
    const { body } = await send('a.pdf', pdf)
    const etag = `"${sha256Hex(pdf)}"`
    expect((await fetchFile(body.id)).headers.get('etag')).toBe(etag)
    expect((await fetchFile(body.id, cookie, { 'if-none-match': etag })).status).toBe(304)
    const head = await fetchFile(body.id, cookie, {}, 'HEAD')
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(pdf.length)])
  })

  test('a damaged file is told, not sent; handed in again it is whole', async () => {
    const content = `${pdf} that will be damaged`
    const { body } = await send('a.pdf', content)
    const path = join(folder, sha256Hex(content))
    const bytes = await readFile(path)
    bytes[3] = 0
    await writeFile(path, bytes)
    const answer = await fetchFile(body.id)
    expect(answer.headers.get('content-disposition')).toBeNull()
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status: 409,
      body: { type: '/problems/file-damaged', expected: sha256Hex(content), found: sha256Hex(new Uint8Array(bytes)) },
    })
    await send('a.pdf', content)
    expect(await (await fetchFile(body.id)).text()).toBe(content)
  })

  test('fifty readers at once get the same bytes', async () => {
    const { body } = await send('a.pdf', pdf)
    const texts = await Promise.all(Array.from({ length: 50 }, async () => (await fetchFile(body.id)).text()))
    expect(new Set(texts)).toEqual(new Set([pdf]))
  })
})
