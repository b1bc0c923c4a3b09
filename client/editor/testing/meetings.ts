/** What two people may do to one text at the same moment, and what has to come of it. */
import type { NarrativeBlock } from '#shared/narrative'
import { actions } from '../commands.ts'
import { toHeading, type Peer } from './peers.ts'

export const paragraph = (text: string): NarrativeBlock => ({ type: 'paragraph', text })

/** Both act before either hears of the other. */
export const meetings: readonly {
  readonly story: string
  readonly start: readonly NarrativeBlock[]
  readonly ana: (peer: Peer) => void
  readonly bo: (peer: Peer) => void
  /** Acceptable outcomes: where nothing decides who comes first, both orders are right. */
  readonly end: readonly string[]
}[] = [
  {
    story: 'both begin in one empty paragraph',
    start: [],
    ana: peer => peer.type('abc'),
    bo: peer => peer.type('xyz'),
    end: ['abcxyz', 'xyzabc'],
  },
  {
    story: 'both begin in one empty list item',
    start: [{ type: 'list', items: ['one', ''] }],
    ana: peer => {
      peer.caretToEnd()
      peer.type('abc')
    },
    bo: peer => {
      peer.caretToEnd()
      peer.type('xyz')
    },
    end: ['one|abcxyz', 'one|xyzabc'],
  },
  {
    story: 'both type at one place within a text',
    start: [paragraph('one two')],
    ana: peer => {
      peer.caretIn('one ')
      peer.type('aaa ')
    },
    bo: peer => {
      peer.caretIn('one ')
      peer.type('xxx ')
    },
    end: ['one aaa xxx two', 'one xxx aaa two'],
  },
  {
    story: 'one splits the paragraph while the other types in its second half',
    start: [paragraph('one two three')],
    ana: peer => {
      peer.caretIn('one ')
      peer.enter()
    },
    bo: peer => {
      peer.caretIn('two')
      peer.type('abc')
    },
    end: ['one |twoabc three'],
  },
  {
    story: 'one splits a list item while the other types at its end',
    start: [{ type: 'list', items: ['one two'] }],
    ana: peer => {
      peer.caretIn('one ')
      peer.enter()
    },
    bo: peer => {
      peer.caretIn('two')
      peer.type('abc')
    },
    end: ['one |twoabc'],
  },
  {
    story: 'one joins two paragraphs while the other types in the second',
    start: [paragraph('one'), paragraph('two')],
    ana: peer => {
      peer.caretIn('two', 0)
      peer.backspace()
    },
    bo: peer => {
      peer.caretIn('tw')
      peer.type('abc')
    },
    end: ['onetwabco'],
  },
  {
    story: 'one makes a heading of what the other types in',
    start: [paragraph('one two')],
    ana: peer => peer.run(toHeading),
    bo: peer => {
      peer.caretIn('one')
      peer.type('abc')
    },
    end: ['oneabc two'],
  },
  {
    story: 'one makes a list of what the other types in',
    start: [paragraph('one two')],
    ana: peer => peer.run(actions.bulletList.command),
    bo: peer => {
      peer.caretIn('two')
      peer.type('abc')
    },
    end: ['one twoabc'],
  },
  {
    story: 'both make a heading of one paragraph',
    start: [paragraph('one two')],
    ana: peer => peer.run(toHeading),
    bo: peer => {
      peer.run(toHeading)
      peer.caretIn('one')
      peer.type('abc')
    },
    end: ['oneabc two'],
  },
  {
    story: 'both split one paragraph, at different places',
    start: [paragraph('one two three')],
    ana: peer => {
      peer.caretIn('one ')
      peer.enter()
      peer.type('A')
    },
    bo: peer => {
      peer.caretIn('two ')
      peer.enter()
      peer.type('B')
    },
    end: ['one |Atwo |Bthree'],
  },
  {
    story: 'both split one paragraph at the same place',
    start: [paragraph('one two')],
    ana: peer => {
      peer.caretIn('one ')
      peer.enter()
    },
    bo: peer => {
      peer.caretIn('one ')
      peer.enter()
    },
    end: ['one |two'],
  },
  {
    story: 'one splits the paragraph, the other begins a new one after it',
    start: [paragraph('one two')],
    ana: peer => {
      peer.caretIn('one ')
      peer.enter()
    },
    bo: peer => {
      peer.caretToEnd()
      peer.enter()
      peer.type('abc')
    },
    end: ['one |two|abc'],
  },
  {
    story: 'one makes bold what the other writes into',
    start: [paragraph('one two')],
    ana: peer => {
      peer.select(1, 8)
      peer.bold()
    },
    bo: peer => {
      peer.caretIn('one')
      peer.type('abc')
    },
    end: ['oneabc two'],
  },
  {
    story: 'one deletes the paragraph in which the other has begun to type',
    start: [paragraph('one'), { type: 'empty' }],
    ana: peer => {
      peer.caretToEnd()
      peer.backspace()
    },
    bo: peer => {
      peer.caretToEnd()
      peer.type('abc')
    },
    end: ['one|abc', 'oneabc'],
  },
  {
    story: 'one leaves the list with the item in which the other types',
    start: [{ type: 'list', items: ['one', ''] }],
    ana: peer => {
      peer.caretToEnd()
      peer.enter()
    },
    bo: peer => {
      peer.caretToEnd()
      peer.type('abc')
    },
    end: ['one|abc'],
  },
]
