/** Structs that name neighbours which never stood side by side: of those the order of hearing decides the place. */
import { messageRest, restHash } from '#shared/wire'
import * as fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { forge, mark, words } from '../../tests/integration/sync/hostile/forge.ts'
import { change, copyOf, docOf, openLoneRoom, type Guest, type LoneRoom } from '../../tests/support/sync-room.ts'

type Id = readonly [client: number, clock: number]

const base = new Y.Doc()
base.clientID = 5
base.getText('t').insert(0, 'What Ana wrote')

/** The letters of the text, also those that were deleted, as this replica has them. */
function lettersOf(doc: Y.Doc): readonly Id[] {
  const letters: Id[] = []
  for (let item = doc.getText('t')._start; item; item = item.right) {
    for (let at = 0; at < item.length; at++) letters.push([item.id.client, item.id.clock + at])
  }
  return letters
}

/** What the text's rest was told with. */
function toldAtRest(guest: Guest): string | undefined {
  for (const frame of guest.frames.toReversed()) {
    const decoder = decoding.createDecoder(frame.subarray(frame.length < 128 ? 2 : 4))
    if (decoding.readVarUint(decoder) !== messageRest) continue
    decoding.readVarUint(decoder)
    return decoding.readVarString(decoder)
  }
  return undefined
}

const strange = fc.record({
  client: fc.constantFrom(10, 20, 30),
  left: fc.option(fc.nat(40)),
  apart: fc.nat(3),
  content: fc.constantFrom(words('a'), words('z'), mark('strong', 'true'), mark('strong', 'null')),
  commit: fc.boolean(),
})

test('a text at rest is compared with what whoever joins reads, whatever neighbours were named', () => {
  fc.assert(
    fc.property(fc.array(strange, { minLength: 4, maxLength: 14 }), all => {
      const lone = openLoneRoom({ text: Y.encodeStateAsUpdate(base) })
      const guests = new Map([10, 20, 30].map(client => [client, lone.enter(`person ${client}`)]))
      const witness = lone.enter('witness')
      const reader = copyOf(base)
      const clocks = new Map<number, number>()
      for (const { client, left, apart, content, commit } of all) {
        const letters = lettersOf(reader)
        const at = left === null ? -1 : left % letters.length
        const clock = clocks.get(client) ?? 0
        const update = forge([
          { client, clock, structs: [{ content, left: letters[at], right: letters[at + 1 + apart] }] },
        ])
        if (guests.get(client)?.codes.length === 0) guests.get(client)?.send(update)
        clocks.set(client, clock + 1)
        if (commit) hear(lone, reader)
      }
      hear(lone, reader)
      lone.room.rest()
      const joined = docOf(lone.room.snapshot()?.bytes ?? new Uint8Array())
      if (joined.store.clients.size > 1) expect(toldAtRest(witness)).toBe(restHash(joined))
    }),
    { numRuns: 300 },
  )
})

function hear(lone: LoneRoom, reader: Y.Doc): void {
  const { update } = lone.commit()
  if (update) Y.applyUpdate(reader, update)
}

/** What an editor does: words, paragraphs, marks, and taking them back, also inside what was taken back before. */
const act = fc.record({
  who: fc.nat(1),
  what: fc.constantFrom('type', 'delete', 'split', 'cut', 'mark', 'undo', 'redo', 'hear'),
  at: fc.nat(12),
})

test('no editor’s neighbours are called wrong, not even those of an undo', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 5, maxLength: 60 }), acts => {
      const lone = openLoneRoom()
      const editors = [editor(lone, 'ana'), editor(lone, 'ben')] as const
      for (const { who, what, at } of acts) editors[who === 0 ? 0 : 1].act(what, at)
      for (const one of editors) one.act('hear', 0)
      for (const one of editors) one.act('hear', 0)
      expect(editors.map(({ guest }) => guest.codes)).toEqual([[], []])
    }),
    { numRuns: 150 },
  )
})

function editor(lone: LoneRoom, person: string) {
  const guest = lone.enter(person)
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('narrative')
  const manager = new Y.UndoManager(fragment, { captureTimeout: 0 })
  const log: Uint8Array[] = committed.get(lone) ?? []
  committed.set(lone, log)
  let heard = 0
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') guest.send(update)
  })
  return {
    guest,
    act(what: string, at: number): void {
      const paragraph = fragment.length === 0 ? null : fragment.get(at % fragment.length)
      const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
      if (what === 'hear') {
        const { update } = lone.commit()
        if (update) log.push(update)
        for (; heard < log.length; heard++) Y.applyUpdate(doc, log[heard] ?? new Uint8Array(), 'server')
      } else if (what === 'undo') manager.undo()
      else if (what === 'redo') manager.redo()
      else if (what === 'split' || !(text instanceof Y.XmlText)) {
        const element = new Y.XmlElement('p')
        fragment.insert(at % (fragment.length + 1), [element])
        element.insert(0, [new Y.XmlText('words')])
      } else if (what === 'cut') fragment.delete(at % fragment.length, 1)
      else if (what === 'type') text.insert(Math.min(at, text.length), 'ab')
      else if (what === 'mark') text.format(0, Math.min(2, text.length), { strong: at % 2 === 0 ? true : null })
      else if (text.length > 0) text.delete(at % text.length, 1)
    },
  }
}

const committed = new WeakMap<LoneRoom, Uint8Array[]>()

test.each<[string, Id, Id]>([
  ['the wrong way round', [5, 9], [5, 2]],
  ['one letter as both', [5, 3], [5, 3]],
  ['of two texts', [5, 3], [6, 1]],
])('neighbours named %s are refused', (_name, left, right) => {
  const other = change(new Y.Doc(), doc => {
    doc.clientID = 6
    doc.getText('elsewhere').insert(0, 'other')
  })
  const lone = openLoneRoom({ text: Y.encodeStateAsUpdate(docOf(Y.encodeStateAsUpdate(base), other)) })
  const mal = lone.enter('mal')
  mal.send(forge([{ client: 9, structs: [{ content: words('x'), left, right }] }]))
  expect([lone.commit().update, mal.codes]).toEqual([null, [4400]])
})
