import { closeCodes } from '#shared/wire'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change, copyOf, docOf, openLoneRoom } from '../../tests/support/sync-room.ts'

const wordsOf = (doc: Y.Doc): Y.XmlText => doc.getXmlFragment('narrative').get(0) as Y.XmlText

function paragraph(words: string): Y.Doc {
  const doc = new Y.Doc()
  const text = new Y.XmlText()
  doc.getXmlFragment('narrative').insert(0, [text])
  text.insert(0, words)
  return doc
}

function tooDeep(doc: Y.Doc): Uint8Array {
  return change(doc, () => {
    let parent: Y.XmlFragment = doc.getXmlFragment('narrative')
    for (let level = 0; level < 200; level++) {
      const child = new Y.XmlElement('x')
      parent.insert(0, [child])
      parent = child
    }
  })
}

const typed = (words: string): Uint8Array => change(new Y.Doc(), doc => doc.getText('t').insert(0, words))

describe('what is stored of a batch', () => {
  test('all the words, where two people mark the same passage and Yjs would tidy their marks', () => {
    const first = paragraph('some words')
    const [ana, ben] = [copyOf(first), copyOf(first)]
    const room = openLoneRoom({ text: Y.encodeStateAsUpdate(first) })
    room.enter('ana').send(change(ana, () => wordsOf(ana).format(0, 6, { strong: true })))
    room.enter('ben').send(
      change(ben, () => {
        wordsOf(ben).format(0, 8, { strong: true })
        wordsOf(ben).insert(4, 'BEN')
      }),
    )
    const { update } = room.commit()
    const log = docOf(Y.encodeStateAsUpdate(first), update ?? new Uint8Array())
    expect(wordsOf(log).toString()).toBe('<strong>someBEN w</strong>ords')
    expect(Y.getState(log.store, ben.clientID)).toBe(Y.getState(ben.store, ben.clientID))
  })

  test('nothing of an update that is refused while it is applied', () => {
    const room = openLoneRoom()
    const ana = room.enter('ana')
    ana.send(tooDeep(new Y.Doc()))
    const batch = room.commit()
    expect([batch.update, ana.codes]).toEqual([null, [closeCodes.malformed]])
  })

  test.each([
    ['before', 0],
    ['after', 1],
  ])('what came %s such an update, and nothing of it', (_name, place) => {
    const room = openLoneRoom()
    const [ana, ben] = [room.enter('ana'), room.enter('ben')]
    const hostile = new Y.Doc()
    const sends = [() => ana.send(tooDeep(hostile)), () => undefined]
    sends.splice(place === 0 ? 0 : 1, 0, () => ben.send(typed('kept')))
    for (const send of sends) send()
    const { update } = room.commit()
    const log = docOf(update ?? new Uint8Array())
    expect([log.getText('t').toJSON(), Y.getState(log.store, hostile.clientID)]).toEqual(['kept', 0])
    expect([ana.codes, ben.codes]).toEqual([[closeCodes.malformed], []])
  })

  test('[A5] a number is not to be had for an update that is refused', () => {
    const room = openLoneRoom()
    const doc = new Y.Doc()
    room.enter('eve').send(tooDeep(doc))
    room.commit()
    expect(room.room.authors?.ownerOf(doc.clientID)).toBeUndefined()
  })

  test('[A5] of two who write under one number in the same moment the first has it, and the other is refused', () => {
    const room = openLoneRoom()
    const [ana, eve] = [room.enter('ana'), room.enter('eve')]
    const write = (words: string): Uint8Array => {
      const doc = new Y.Doc()
      doc.clientID = 7
      return change(doc, () => doc.getText('t').insert(0, words))
    }
    ana.send(write('a'))
    eve.send(write('ab'))
    room.commit()
    expect([ana.codes, eve.codes, room.room.authors?.ownerOf(7)]).toEqual([[], [closeCodes.malformed], 'ana'])
  })
})

describe('[A5] text under another’s number', () => {
  /** Ana's page, with a word of Ben's that is stored, and a word of hers that is not. */
  function withBensWord() {
    const room = openLoneRoom()
    const [ana, ben] = [room.enter('ana'), room.enter('ben')]
    const bens = typed('ben')
    ben.send(bens)
    room.commit()
    const page = docOf(bens)
    const words = page.getText('t')
    return { room, ana, page, words }
  }

  test('may come along when it is there already', () => {
    const { room, ana, page, words } = withBensWord()
    change(page, () => words.insert(3, ' and ana'))
    ana.send(Y.encodeStateAsUpdate(page))
    expect([room.commit().update === null, ana.codes]).toEqual([false, []])
  })

  test('is refused when any of it is new', () => {
    const { room, ana, page, words } = withBensWord()
    const [bensNumber] = page.store.clients.keys()
    const forger = copyOf(page, bensNumber)
    forger.getText('t').insert(words.length, ' forged')
    ana.send(Y.encodeStateAsUpdate(forger))
    expect([room.commit().update, ana.codes]).toEqual([null, [closeCodes.malformed]])
  })
})

describe('how far the text reaches', () => {
  test('never goes back when what is there is sent again along with something new', () => {
    const doc = new Y.Doc()
    const room = openLoneRoom()
    const ana = room.enter('ana')
    const first = change(doc, () => doc.getText('t').insert(0, 'abc'))
    ana.send(first)
    room.commit()
    ana.send(change(doc, () => doc.getText('t').insert(3, 'def')))
    room.commit()
    ana.send(Y.mergeUpdates([first, change(doc, () => doc.getText('t').delete(0, 1))]))
    room.commit()
    const { stateVector } = room.room.snapshot() ?? { stateVector: new Uint8Array([0]) }
    expect(Y.decodeStateVector(stateVector)).toEqual(new Map([[doc.clientID, 6]]))
  })
})

describe('who goes while their words wait for the disk', () => {
  test('[G8] words of somebody who has gone are not stored when the right to write them is lost', () => {
    const room = openLoneRoom()
    const ana = room.enter('ana')
    ana.send(typed('too late'))
    ana.connection.state = 'left'
    ana.connection.close(closeCodes.notPermitted, 'access lost')
    expect(room.commit().update).toBeNull()
  })

  test('and are stored otherwise', () => {
    const room = openLoneRoom()
    const ana = room.enter('ana')
    ana.send(typed('last words'))
    ana.connection.state = 'left'
    expect(
      docOf(room.commit().update ?? new Uint8Array())
        .getText('t')
        .toJSON(),
    ).toBe('last words')
  })
})
