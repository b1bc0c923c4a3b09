import { asId, type PersonId } from '#shared/core'
import { seedNarrative } from '#shared/narrative'
import { closeCodes, restHash } from '#shared/wire'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { makeDocuments, type DocumentConnection, type Documents } from './documents.ts'
import { refusalOf } from './refusal.ts'
import { makeFakeServer, type FakeServer } from './testing/fake-server.ts'
import { makeMemoryWords, type MemoryWords } from './testing/memory-words.ts'
import { missingWords, writtenWords } from './written-words.ts'

const ana = asId<PersonId>('ana')
const ben = asId<PersonId>('ben')

let server: FakeServer
let device: MemoryWords
let page: EventTarget
let documents: Documents
const connections: DocumentConnection[] = []

beforeEach(() => {
  server = makeFakeServer()
  server.doc.getText('t').insert(0, 'one ')
  device = makeMemoryWords()
  load()
})
afterEach(() => {
  for (const connection of connections.splice(0)) connection.destroy()
})

/** A page with nothing in its memory; the device stays. */
function load(): void {
  page = new EventTarget()
  const here = { origin: 'ws://host', socket: server.socket, page, words: device }
  documents = makeDocuments(() => here)
}

/** As a page that is closed or crashes: nothing of it goes out any more. */
function leave(connection: DocumentConnection): void {
  documents.endSession()
  connection.destroy()
}

function open(personId: PersonId = ana, readOnly = false): DocumentConnection {
  const connection = documents.connect('d1', { personId, readOnly })
  connections.push(connection)
  return connection
}

const until = (condition: () => void): Promise<void> => vi.waitFor(condition, { timeout: 5_000, interval: 1 })
const shows = (connection: DocumentConnection, status: object): Promise<void> =>
  until(() => expect(connection.status()).toMatchObject(status))
const says = (doc: Y.Doc): string => doc.getText('t').toJSON()
const write = ({ doc }: DocumentConnection, words: string): void => doc.getText('t').insert(says(doc).length, words)
const back = ({ returned }: DocumentConnection): string =>
  writtenWords(
    returned.words().map(({ update }) => update),
    null,
  )
    .map(({ text }) => text)
    .join('|')
const leaving = (): boolean => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))
const comeBack = (): boolean => page.dispatchEvent(new Event('online'))

/** Ana has written these words while the server could not be reached, and they are on the device. */
async function writtenApart(words: string): Promise<DocumentConnection> {
  const connection = open()
  await shows(connection, { kind: 'saved' })
  server.reachable = false
  server.end(1006)
  write(connection, words)
  await shows(connection, { kind: 'offline', words: 'device' })
  return connection
}

describe('words on the device', () => {
  test('are kept as they are written, go when they are stored, and only unkept ones hold up whoever leaves', async () => {
    const connection = open()
    await shows(connection, { kind: 'saved' })
    device.hold(true)
    write(connection, 'two')
    expect([connection.status(), leaving()]).toEqual([
      expect.objectContaining({ kind: 'unsaved', words: 'page' }),
      true,
    ])
    await shows(connection, { kind: 'saved' })
    device.hold(false)
    await until(() => expect(device.all()).toEqual([]))
    expect(leaving()).toBe(false)
  })

  test('outlive the page, go out with the next one, and appear in its text', async () => {
    leave(await writtenApart('two'))
    load()
    const later = open()
    await shows(later, { kind: 'offline', words: 'device' })
    expect([says(later.doc), leaving()]).toEqual(['', false])
    server.reachable = true
    comeBack()
    await shows(later, { kind: 'saved' })
    expect([says(server.doc), says(later.doc)]).toEqual(['one two', 'one two'])
    await until(() => expect(device.all()).toEqual([]))
  })

  test('hold nothing that others wrote', async () => {
    const connection = open()
    await shows(connection, { kind: 'saved' })
    server.refusal = { code: closeCodes.notStored }
    write(connection, 'two')
    await shows(connection, { kind: 'hindered', words: 'device' })
    const texts = writtenWords(
      device.all().map(({ update }) => update),
      null,
    ).map(({ text }) => text)
    expect(texts).toEqual(['two'])
  })

  test('of two windows both go out, and neither clears what the other has not stored', async () => {
    const first = await writtenApart('two ')
    const window = documents
    load()
    const second = open()
    await until(() => expect(second.status().kind).toBe('offline'))
    write(second, 'three ')
    await shows(second, { words: 'device' })
    // The first window adds something that the second one does not know of.
    write(first, 'four ')
    await shows(first, { words: 'device' })
    server.reachable = true
    comeBack()
    await shows(second, { kind: 'saved' })
    await until(() => expect(device.all()).toHaveLength(1))
    await shows(first, { kind: 'saved' })
    for (const words of ['one', 'two', 'three', 'four']) expect(says(server.doc)).toContain(words)
    await until(() => expect(device.all()).toEqual([]))
    window.endSession()
  })

  test('are shown and sent for nobody else', async () => {
    leave(await writtenApart('two'))
    server.reachable = true
    load()
    const other = open(ben)
    await shows(other, { kind: 'saved' })
    expect([says(server.doc), back(other), device.all().length]).toEqual(['one ', '', 1])
  })

  test('wait, when another person signs in on the same page', async () => {
    const first = await writtenApart('two')
    const other = open(ben)
    server.reachable = true
    comeBack()
    await shows(other, { kind: 'saved' })
    expect(first.status()).toMatchObject({ kind: 'refused', code: closeCodes.signInAgain, words: 'device' })
    expect([says(server.doc), back(other)]).toEqual(['one ', ''])
  })

  test('without room on the device the page works, and says that they are only here', async () => {
    device.fill(true)
    const connection = open()
    await shows(connection, { kind: 'saved' })
    server.reachable = false
    server.end(1006)
    write(connection, 'two')
    await until(() => expect(connection.status()).toMatchObject({ kind: 'offline', words: 'page' }))
    expect(leaving()).toBe(true)
    server.reachable = true
    await shows(connection, { kind: 'saved' })
    expect([says(server.doc), leaving()]).toEqual(['one two', false])
  })

  test('that turn out to be stored are forgotten, by whom may not write any more as well', async () => {
    leave(await writtenApart('two'))
    for (const { update } of device.all()) Y.applyUpdate(server.doc, update)
    server.reachable = true
    load()
    const reader = open(ana, true)
    await shows(reader, { kind: 'readOnly' })
    await until(() => expect(device.all()).toEqual([]))
    expect(back(reader)).toBe('')
  })
})

describe('words given back', () => {
  test.each([
    closeCodes.malformed,
    closeCodes.notPermitted,
    closeCodes.noSuchDocument,
    closeCodes.otherEpoch,
    closeCodes.tooLarge,
    closeCodes.frozen,
  ])('after %i they are not merged and not lost, now and on the next page', async code => {
    const connection = open()
    await shows(connection, { kind: 'saved' })
    server.refusal = { code }
    write(connection, 'two')
    await shows(connection, { kind: 'refused', code, words: 'returned' })
    expect(back(connection)).toBe('two')
    await until(() => expect(device.all()).toMatchObject([{ returned: refusalOf(code) }]))
    server.refusal = null
    load()
    const later = open()
    await shows(later, { kind: 'saved' })
    expect([back(later), says(later.doc), says(server.doc)]).toEqual(['two', 'one ', 'one '])
  })

  test('what is typed after the refusal joins them', async () => {
    const connection = open()
    await shows(connection, { kind: 'saved' })
    server.end(closeCodes.frozen)
    write(connection, 'two')
    write(connection, ' three')
    await shows(connection, { kind: 'refused', words: 'returned' })
    expect(back(connection)).toBe('two three')
  })

  test('who may not write any more on the next page gets them back', async () => {
    leave(await writtenApart('two'))
    server.reachable = true
    load()
    const reader = open(ana, true)
    await shows(reader, { kind: 'readOnly' })
    expect([back(reader), says(reader.doc), says(server.doc)]).toEqual(['two', 'one ', 'one '])
    await until(() => expect(device.all()).toMatchObject([{ returned: 'notPermitted' }]))
  })

  test('of a text set back meanwhile nothing is merged, and the page opens the new one', async () => {
    leave(await writtenApart('two'))
    server.doc = new Y.Doc()
    server.doc.getText('t').insert(0, 'new ')
    server.epoch = 2
    server.reachable = true
    load()
    const first = open()
    await until(() => expect(first.isStale()).toBe(true))
    first.destroy()
    const fresh = open()
    await shows(fresh, { kind: 'saved', afresh: 'otherEpoch' })
    expect([back(fresh), says(fresh.doc), says(server.doc)]).toEqual(['two', 'new ', 'new '])
    expect(server.urls.slice(-2).map(url => url.searchParams.get('epoch'))).toEqual(['1', null])
  })

  test('who cannot open the text any more gets them back, and nobody else', async () => {
    leave(await writtenApart('two'))
    load()
    const { words } = documents.leftBehind('d1', ana)
    await until(() => expect(words()).toMatchObject([{ returned: 'noSuchDocument' }]))
    const others = documents.leftBehind('d1', ben)
    await until(() => expect(device.all()).toMatchObject([{ returned: 'noSuchDocument' }]))
    expect(others.words()).toEqual([])
  })

  test('are gone, on the device too, when they are discarded', async () => {
    const connection = open()
    await shows(connection, { kind: 'saved' })
    server.refusal = { code: closeCodes.frozen }
    write(connection, 'two')
    await shows(connection, { kind: 'refused' })
    connection.returned.discard()
    expect(back(connection)).toBe('')
    await until(() => expect(device.all()).toEqual([]))
  })

  test('hold up whoever leaves only while they are not on the device', async () => {
    const connection = open()
    await shows(connection, { kind: 'saved' })
    device.fill(true)
    server.refusal = { code: closeCodes.frozen }
    write(connection, 'two')
    await shows(connection, { kind: 'refused', words: 'returned' })
    expect([back(connection), connection.returned.areLoose(), leaving()]).toEqual(['two', true, true])
    connection.returned.discard()
    expect(leaving()).toBe(false)
  })

  test('when the right goes while words are under way, the reader of the same page has them', async () => {
    const writer = open()
    await shows(writer, { kind: 'saved' })
    device.hold(true)
    server.refusal = { code: closeCodes.notPermitted }
    write(writer, 'two')
    // The page has heard of it, and opens the text for reading, before the socket has.
    writer.destroy()
    const reader = open(ana, true)
    device.hold(false)
    await shows(reader, { kind: 'readOnly' })
    await until(() => expect(back(reader)).toBe('two'))
    expect([says(reader.doc), says(server.doc)]).toEqual(['one ', 'one '])
  })

  test('when the right goes while words are under way that are stored after all, nothing is given back', async () => {
    const writer = await writtenApart('two')
    writer.destroy()
    const reader = open(ana, true)
    server.reachable = true
    comeBack()
    await until(() => expect(says(server.doc)).toBe('one two'))
    await until(() => expect([back(reader), device.all()]).toEqual(['', []]))
  })
})

describe('words that went into a part that others had removed', () => {
  const narrative = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('narrative')
  const block = (fragment: Y.XmlFragment): Y.XmlText => (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
  const given = ({ doc, returned }: DocumentConnection): readonly string[] =>
    missingWords(
      returned.words().map(({ update }) => update),
      doc,
    ).map(({ text }) => text)

  beforeEach(() => seedNarrative(narrative(server.doc), [{ type: 'paragraph', text: 'Callers say' }]))

  async function writtenIntoIt(): Promise<DocumentConnection> {
    const connection = open()
    await shows(connection, { kind: 'saved' })
    server.reachable = false
    server.end(1006)
    block(narrative(connection.doc)).insert(11, ' more than before')
    await shows(connection, { kind: 'offline', words: 'device' })
    return connection
  }

  test('are given back, by the same page', async () => {
    const connection = await writtenIntoIt()
    narrative(server.doc).delete(0, 1)
    server.reachable = true
    comeBack()
    await shows(connection, { kind: 'saved' })
    expect(connection.returned.words()).toMatchObject([{ returned: 'removed' }])
    expect(given(connection)).toEqual(['more than before'])
    await until(() => expect(connection.returned.areLoose()).toBe(false))
  })

  test('are given back by the next page, and by the one after it', async () => {
    leave(await writtenIntoIt())
    narrative(server.doc).delete(0, 1)
    server.reachable = true
    for (let visit = 0; visit < 2; visit++) {
      load()
      const later = open()
      await shows(later, { kind: 'saved' })
      await until(() => expect(given(later)).toEqual(['more than before']))
    }
  })

  test('are not given back when they stand in the text', async () => {
    const connection = await writtenIntoIt()
    server.reachable = true
    comeBack()
    await shows(connection, { kind: 'saved' })
    await until(() => expect([connection.returned.words(), device.all()]).toEqual([[], []]))
  })

  test('are not given back when they were carried over to where the text is now', async () => {
    const connection = await writtenIntoIt()
    narrative(server.doc).delete(0, 1)
    seedNarrative(narrative(server.doc), [{ type: 'paragraph', text: 'Callers say more than before' }])
    server.reachable = true
    comeBack()
    await shows(connection, { kind: 'saved' })
    expect(connection.returned.words()).toEqual([])
  })
})

describe('the epoch of a text', () => {
  test('is told on return', async () => {
    server.epoch = 7
    const connection = open()
    await shows(connection, { kind: 'saved' })
    server.end(1006)
    await until(() => expect(server.urls).toHaveLength(2))
    expect(server.urls.map(url => url.searchParams.get('epoch'))).toEqual([null, '7'])
    expect(server.urls.map(url => url.searchParams.get('person'))).toEqual(['ana', 'ana'])
  })

  test('when it is another one and nothing is unsaved, the page opens afresh with an empty document', async () => {
    const connection = open()
    await shows(connection, { kind: 'saved' })
    server.doc = new Y.Doc()
    server.doc.getText('t').insert(0, 'new ')
    server.epoch = 2
    server.end(1006)
    await until(() => expect(connection.isStale()).toBe(true))
    connection.destroy()
    const fresh = open()
    await shows(fresh, { kind: 'saved', afresh: 'otherEpoch' })
    expect([says(fresh.doc), says(server.doc), back(fresh)]).toEqual(['new ', 'new ', ''])
  })
})

test('the size of the text is known, and follows it', async () => {
  const connection = open()
  await until(() => expect(connection.standing()).toEqual({ bytes: 10, limit: 1_000 }))
  server.bytes = 850
  server.standing()
  await until(() => expect(connection.standing()).toEqual({ bytes: 850, limit: 1_000 }))
})

describe('a text at rest', () => {
  /** The server's text has something that this page was not told of. */
  async function differing(): Promise<DocumentConnection> {
    const connection = open()
    await shows(connection, { kind: 'saved' })
    server.doc.getText('t').insert(0, 'zero ')
    return connection
  }

  test('that is the same says nothing and changes nothing', async () => {
    const connection = open()
    await shows(connection, { kind: 'saved' })
    server.rest()
    server.bytes = 11
    server.standing()
    await until(() => expect(connection.standing()?.bytes).toBe(11))
    expect([server.told, connection.isStale()]).toEqual([[], false])
  })

  test('that differs is reported, and opened afresh', async () => {
    const connection = await differing()
    const own = restHash(connection.doc)
    server.rest()
    await until(() => expect(connection.isStale()).toBe(true))
    expect(server.told).toEqual([own])
    connection.destroy()
    const fresh = open()
    await shows(fresh, { kind: 'saved', afresh: 'differed' })
    expect(says(fresh.doc)).toBe('zero one ')
  })

  test('that differs while words are unsaved is left alone', async () => {
    const connection = await differing()
    server.refusal = { code: closeCodes.notStored }
    write(connection, 'two')
    server.rest()
    await shows(connection, { kind: 'hindered', words: 'device' })
    expect([connection.isStale(), server.told, says(connection.doc)]).toEqual([false, [], 'one two'])
  })

  test('that a fresh copy does not have either is reported, and not opened again and again', async () => {
    const connection = await differing()
    server.rest('another')
    await until(() => expect(connection.isStale()).toBe(true))
    connection.destroy()
    const fresh = open()
    await shows(fresh, { kind: 'saved' })
    server.rest('another')
    await until(() => expect(server.told).toHaveLength(2))
    await Promise.resolve()
    expect(fresh.isStale()).toBe(false)
  })

  test('is opened afresh by who only reads as well', async () => {
    const reader = open(ana, true)
    await shows(reader, { kind: 'readOnly' })
    server.doc.getText('t').insert(0, 'zero ')
    server.rest()
    await until(() => expect(reader.isStale()).toBe(true))
  })
})

describe('presence', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  test('a cursor that runs goes out ten times a second, its last place too, and nothing of others comes back', async () => {
    const connection = open()
    await shows(connection, { kind: 'saved' })
    vi.advanceTimersByTime(200)
    const before = server.presenceFrames
    for (let place = 0; place < 100; place++) {
      connection.awareness.setLocalStateField('cursor', place)
      vi.advanceTimersByTime(10)
    }
    vi.advanceTimersByTime(100)
    const sent = server.presenceFrames - before
    expect(sent).toBeGreaterThan(8)
    expect(sent).toBeLessThanOrEqual(11)
    expect(server.presence).toEqual({ cursor: 99 })
    const other = new Awareness(new Y.Doc())
    applyAwarenessUpdate(connection.awareness, encodeAwarenessUpdate(other, [other.clientID]), 'server')
    vi.advanceTimersByTime(1_000)
    expect(server.presenceFrames - before).toBe(sent)
  })
})
