// @vitest-environment jsdom
import fc from 'fast-check'
import { wrapIn } from 'prosemirror-commands'
import { EditorState } from 'prosemirror-state'
import { afterEach, describe, expect, test } from 'vitest'
import { initProseMirrorDoc, ySyncPlugin } from 'y-prosemirror'
import * as Y from 'yjs'
import { narrativeSchema, type NarrativeBlock } from '#shared/narrative'
import { actions, type ActionId } from '../commands.ts'
import { meetings, paragraph } from '../testing/meetings.ts'
import { openRoom, openRoomState, toHeading, type Peer, type Room } from '../testing/peers.ts'

const rooms: Room[] = []
afterEach(() => {
  for (const room of rooms.splice(0)) room.close()
})

function enter(...args: Parameters<typeof openRoom>): { room: Room; ana: Peer; bo: Peer } {
  const room = openRoom(...args)
  rooms.push(room)
  const [ana, bo] = room.peers
  if (ana === undefined || bo === undefined) throw new Error('a room has at least two')
  return { room, ana, bo }
}

describe('two people at once', () => {
  test.each(meetings)('$story: nothing is lost, doubled or displaced', ({ start, ana: doAna, bo: doBo, end }) => {
    for (const swapped of [false, true]) {
      const { room, ana, bo } = enter(2, start)
      doAna(swapped ? bo : ana)
      doBo(swapped ? ana : bo)
      room.settle()
      expect(end).toContain(ana.text())
      expect(room.converged()).toBe(true)
    }
  })

  test('who types in what another moved goes on typing there', () => {
    const { room, ana, bo } = enter(2, [paragraph('one two three')])
    ana.caretIn('one ')
    bo.caretIn('two')
    bo.type('ab')
    ana.enter()
    room.deliver(0, 1)
    bo.type('cd')
    room.settle()
    expect(ana.text()).toBe('one |twoabcd three')
  })

  test('a letter typed beside its like is the one before the caret', () => {
    const { room, ana, bo } = enter(2, [paragraph('hello')])
    ana.caretIn('hel')
    ana.type('lX')
    bo.caretIn('hell')
    bo.type('Y')
    room.settle()
    expect(ana.text()).toBe('hellXlYo')
  })

  test('a paragraph just made has a text node in the same update', () => {
    const { room, ana } = enter(2, [paragraph('one')])
    ana.caretToEnd()
    ana.enter()
    room.deliver(0, 1)
    const made = room.peers[1]?.doc.getXmlFragment('narrative').get(1)
    expect(made instanceof Y.XmlElement && made.get(0) instanceof Y.XmlText).toBe(true)
  })

  test.each<ActionId>(['table', 'footnote', 'bulletList'])('so has every new place to write in: %s', id => {
    const { room, ana, bo } = enter(2, [])
    ana.run(actions[id].command)
    room.settle()
    const empty = [...bo.doc.getXmlFragment('narrative').createTreeWalker(type => type instanceof Y.XmlElement)].filter(
      type => type instanceof Y.XmlElement && type.length === 0,
    )
    expect(empty).toEqual([])
  })
})

describe('undo', () => {
  test('takes back only what oneself wrote', () => {
    const { room, ana, bo } = enter(2, [paragraph('one')])
    ana.caretToEnd()
    ana.type(' ana')
    room.settle()
    bo.caretToEnd()
    bo.type(' bo')
    room.settle()
    ana.undo()
    room.settle()
    expect(bo.text()).toBe('one bo')
    ana.redo()
    room.settle()
    expect(bo.text()).toBe('one ana bo')
  })

  test('of a new paragraph leaves what another wrote in it', () => {
    const { room, ana, bo } = enter(2, [paragraph('one')])
    ana.caretToEnd()
    ana.enter()
    room.settle()
    bo.caretToEnd()
    bo.type('bo')
    room.settle()
    ana.undo()
    room.settle()
    expect(bo.text()).toBe('one|bo')
  })
})

describe('a reader', () => {
  test('writes nothing, whatever arrives', () => {
    const { room, bo } = enter(2, fragment => {
      const list = new Y.XmlElement('bullet_list')
      const unknown = new Y.XmlElement('video')
      const split = new Y.XmlElement('paragraph')
      split.insert(0, [new Y.XmlText('a'), new Y.XmlText('b')])
      fragment.insert(0, [list, unknown, split, new Y.XmlElement('table')])
    })
    bo.view.setProps({ editable: () => false })
    let updates = 0
    bo.doc.on('update', (_: Uint8Array, origin: unknown) => {
      if (origin !== 'network') updates++
    })
    const [ana] = room.peers
    ana?.caretToEnd()
    ana?.type('c')
    ana?.enter()
    room.settle()
    expect(bo.text()).toBe('abc|')
    expect(updates).toBe(0)
    expect(bo.doc.getXmlFragment('narrative').toString()).toContain('<video>')
  })
})

describe('an unmodified y-prosemirror at the other end', () => {
  const foreign = (fragment: Y.XmlFragment): EditorState => {
    const { doc, mapping } = initProseMirrorDoc(fragment, narrativeSchema)
    return EditorState.create({ doc, plugins: [ySyncPlugin(fragment, { mapping })] })
  }

  test('reads and writes the same document', () => {
    const room = openRoom(
      2,
      [
        { type: 'heading', level: 2, text: 'Aim' },
        { type: 'list', items: ['one'] },
      ],
      (f, index) => (index === 0 ? openRoomState(f) : foreign(f)),
    )
    rooms.push(room)
    const [ana, bo] = room.peers
    ana?.caretIn('Aim')
    ana?.type('s')
    ana?.enter()
    ana?.type('text')
    room.settle()
    bo?.caretIn('one')
    bo?.type('!')
    bo?.bold()
    bo?.type('bold')
    room.settle()
    expect(ana?.html()).toBe(
      'doc(heading("Aims"), paragraph("text"), bullet_list(list_item(paragraph("one!", strong("bold")))))',
    )
    expect(room.converged()).toBe(true)
  })
})

type Step = readonly [act: string, who: number, whom: number]

function anySteps(count: number, acts: readonly string[]): fc.Arbitrary<Step[]> {
  const peer = fc.nat(count - 1)
  return fc.array(fc.tuple(fc.constantFrom(...acts), peer, peer), { minLength: 5, maxLength: 60 })
}

/** Letters by which the writer is known, and the order of writing. */
const letterOf = (who: number, index: number): string => String.fromCharCode(0x4e00 + who * 0x400 + index)

function play(room: Room, steps: readonly Step[], act: (peer: Peer, name: string) => void): readonly string[] {
  const typed = room.peers.map(() => '')
  for (const [name, who, whom] of steps) {
    const peer = room.peers[who]
    if (peer === undefined) continue
    if (name === 'type') {
      const letter = letterOf(who, typed[who]?.length ?? 0)
      typed[who] += letter
      peer.type(letter)
    } else if (name === 'deliver') {
      if (who !== whom) room.deliver(who, whom)
    } else act(peer, name)
  }
  room.settle()
  return typed
}

const lettersIn = (text: string, who: number): string =>
  [...text].filter(letter => letter >= letterOf(who, 0) && letter < letterOf(who + 1, 0)).join('')

const starts: Readonly<Record<string, readonly NarrativeBlock[]>> = {
  'a fresh section': [],
  'a text': [paragraph('0123456789')],
  'an empty list item': [{ type: 'list', items: [''] }],
}

describe('any meeting of three people, delivered at any time', () => {
  test.each(Object.entries(starts))('%s: every letter is there once and each person’s in order', (_, start) => {
    fc.assert(
      fc.property(anySteps(3, ['type', 'type', 'type', 'bold', 'deliver', 'deliver']), fc.nat(10), (steps, place) => {
        const room = openRoom(3, start)
        for (const peer of room.peers) peer.caret(1 + place)
        const typed = play(room, steps, peer => peer.bold())
        const text = room.peers[0]?.text() ?? ''
        expect(typed.map((__, who) => lettersIn(text, who))).toEqual(typed)
        expect(text.replaceAll(/[^0-9]/g, '')).toBe(start[0]?.type === 'paragraph' ? '0123456789' : '')
        expect(room.converged()).toBe(true)
        room.close()
      }),
      { numRuns: 50 },
    )
  })

  test.each(Object.entries(starts))(
    '%s, while one of them also begins paragraphs: every letter is there once and each person’s in order',
    (_, start) => {
      fc.assert(
        fc.property(
          anySteps(3, ['type', 'type', 'type', 'enter', 'deliver', 'deliver']),
          fc.nat(10),
          (steps, place) => {
            const room = openRoom(3, start)
            for (const peer of room.peers) peer.caret(1 + place)
            const typed = play(room, steps, peer => {
              if (peer === room.peers[0]) peer.enter()
            })
            const text = room.peers[0]?.text() ?? ''
            expect(typed.map((__, who) => lettersIn(text, who))).toEqual(typed)
            expect(text.replaceAll(/[^0-9]/g, '')).toBe(start[0]?.type === 'paragraph' ? '0123456789' : '')
            expect(room.converged()).toBe(true)
            room.close()
          },
        ),
        { numRuns: 50 },
      )
    },
  )

  // Two who each begin several paragraphs at one place, unheard, can find whole paragraphs in another order.
  test.each(Object.entries(starts))('%s, while all of them begin paragraphs: no letter is lost', (_, start) => {
    fc.assert(
      fc.property(anySteps(3, ['type', 'type', 'type', 'enter', 'deliver', 'deliver']), fc.nat(10), (steps, place) => {
        const room = openRoom(3, start)
        for (const peer of room.peers) peer.caret(1 + place)
        const typed = play(room, steps, peer => peer.enter())
        const letters = new Set(room.peers[0]?.text())
        expect([...typed.join('')].filter(letter => !letters.has(letter))).toEqual([])
        expect(room.converged()).toBe(true)
        room.close()
      }),
      { numRuns: 50 },
    )
  })

  test('with every change of form: all see the same, and what they see is what is stored', () => {
    const forms: Readonly<Record<string, (peer: Peer) => void>> = {
      enter: peer => peer.enter(),
      backspace: peer => peer.backspace(),
      bold: peer => peer.bold(),
      heading: peer => peer.run(toHeading),
      list: peer => peer.run(actions.bulletList.command),
      numbers: peer => peer.run(actions.orderedList.command),
      quote: peer => peer.run(wrapIn(narrativeSchema.nodes.blockquote)),
      table: peer => peer.run(actions.table.command),
      row: peer => peer.run(actions.rowAfter.command),
      column: peer => peer.run(actions.columnAfter.command),
      footnote: peer => peer.run(actions.footnote.command),
      undo: peer => peer.undo(),
      home: peer => peer.caret(1),
      end: peer => peer.caretToEnd(),
    }
    fc.assert(
      fc.property(anySteps(3, ['type', 'type', 'deliver', 'deliver', ...Object.keys(forms)]), steps => {
        const room = openRoom(3, [paragraph('one two three'), { type: 'list', items: ['a', 'b'] }])
        play(room, steps, (peer, name) => forms[name]?.(peer))
        expect(room.converged()).toBe(true)
        room.close()
      }),
      { numRuns: 50 },
    )
  })
})
