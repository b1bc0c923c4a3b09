// @vitest-environment jsdom
import fc from 'fast-check'
import { EditorState } from 'prosemirror-state'
import { afterEach, describe, expect, test } from 'vitest'
import { initProseMirrorDoc, ySyncPlugin } from 'y-prosemirror'
import type * as Y from 'yjs'
import { narrativeSchema } from '#shared/narrative'
import { openRoom, type Peer, type Room } from '../testing/peers.ts'

const rooms: Room[] = []
const room: typeof openRoom = (...args) => {
  const made = openRoom(...args)
  rooms.push(made)
  return made
}
afterEach(() => {
  for (const made of rooms.splice(0)) made.close()
})

function yps(fragment: Y.XmlFragment): EditorState {
  const { doc, mapping } = initProseMirrorDoc(fragment, narrativeSchema)
  return EditorState.create({ doc, plugins: [ySyncPlugin(fragment, { mapping })] })
}
const kind = process.env['BASE'] === 'y' ? yps : undefined

const stepsFor = (n: number, kinds: string[]) =>
  fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(n - 1), fc.nat(n - 1)), { minLength: 5, maxLength: 60 })

const starts = {
  'one empty': [{ type: 'empty' as const }],
  text: [{ type: 'paragraph' as const, text: '0123456789' }],
  list: [{ type: 'list' as const, items: [''] }],
}
describe.each(Object.keys(starts))('start %s', name => {
  for (const kinds of [
    ['type', 'type', 'type', 'deliver', 'deliver'],
    ['type', 'type', 'type', 'enter', 'deliver', 'deliver'],
    ['type', 'type', 'type', 'bold', 'deliver', 'deliver'],
  ])
    test(
      kinds.join(),
      () => {
        let bad = 0,
          total = 0,
          firstBad = ''
        fc.assert(
          fc.property(
            fc.integer({ min: 2, max: 3 }).chain(n => fc.tuple(fc.constant(n), stepsFor(n, kinds), fc.nat(10))),
            ([n, steps, at]) => {
              const r = room(n, starts[name as keyof typeof starts], kind as never)
              r.peers.forEach(p => p.caret(1 + at))
              const typed = r.peers.map(() => '')
              for (const [k, i, j] of steps) {
                const p = r.peers[i] as Peer
                if (k === 'type') {
                  const c = String.fromCharCode(0x4e00 + i * 0x400 + typed[i]!.length)
                  typed[i] += c
                  p.type(c)
                } else if (k === 'enter') p.enter()
                else if (k === 'bold') p.bold()
                else if (i !== j) r.deliver(i, j)
              }
              r.settle()
              total++
              const text = r.peers[0]!.text()
              let ok = r.converged()
              let why = ok ? '' : 'diverged'
              typed.forEach((s, i) => {
                const mine = [...text]
                  .filter(c => c.charCodeAt(0) >= 0x4e00 + i * 0x400 && c.charCodeAt(0) < 0x4e00 + (i + 1) * 0x400)
                  .join('')
                if (mine !== s) {
                  ok = false
                  why ||= [...mine].sort().join('') === s ? 'order' : mine.length > s.length ? 'doubled' : 'lost'
                }
              })
              const digits = text.replace(/[^0-9]/g, '')
              if (name === 'text' && digits !== '0123456789') {
                ok = false
                why ||= 'base'
              }
              if (!ok) {
                bad++
                firstBad ||= why + ' ' + JSON.stringify(steps) + r.peers.map(p => p.html()).join('\n')
                counts[why] ??= 0
                counts[why]!++
              }
              r.close()
              rooms.length = 0
            },
          ),
          { numRuns: 150, seed: 7 },
        )
        console.log(name, kinds.join(), 'bad', bad, 'of', total, JSON.stringify(counts), firstBad.slice(0, 600))
        counts = {}
      },
      120000,
    )
})
let counts: Record<string, number> = {}
void expect
