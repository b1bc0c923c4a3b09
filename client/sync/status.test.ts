import { closeCodes } from '#shared/wire'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialSync, losesWords, nextSync, statusOf, type SyncEvent, type SyncStatus } from './status.ts'

const opened: SyncEvent = { type: 'opened' }
const received: SyncEvent = { type: 'received' }
const answer: SyncEvent = { type: 'sent', step: 'answer' }
const edit: SyncEvent = { type: 'sent', step: 'edit' }
const edited: SyncEvent = { type: 'edited' }
const stored = (frames: number): SyncEvent => ({ type: 'stored', frames })
const lost = (at: number): SyncEvent => ({ type: 'closed', code: 1006, at })
const closedWith = (code: number): SyncEvent => ({ type: 'closed', code, at: 9 })

const after = (events: readonly SyncEvent[], readOnly = false): SyncStatus =>
  statusOf(events.reduce(nextSync, initialSync(readOnly)))

const joined = [opened, received, answer, stored(1)]

describe('what the page says', () => {
  test.each<[string, readonly SyncEvent[], SyncStatus]>([
    ['nothing has happened', [], { kind: 'connecting' }],
    ['the socket is open', [opened], { kind: 'connecting' }],
    ['the text is here, the answer not yet stored', [opened, received, answer], { kind: 'connecting' }],
    ['the answer is stored, the text not yet here', [opened, answer, stored(1)], { kind: 'connecting' }],
    ['all is here and stored', joined, { kind: 'saved' }],
    ['a letter is typed', [...joined, edit, edited], { kind: 'unsaved' }],
    ['and stored', [...joined, edit, edited, stored(2)], { kind: 'saved' }],
    ['the first of two letters is stored', [...joined, edit, edited, edit, edited, stored(2)], { kind: 'unsaved' }],
    ['a letter is typed before there is a connection', [edited], { kind: 'unsaved' }],
    [
      'an edit is stored before the answer that carries the rest',
      [edited, opened, edit, edited, received, stored(1)],
      { kind: 'unsaved' },
    ],
    ['the connection goes', [...joined, lost(5)], { kind: 'offline', unsaved: false, since: 5 }],
    ['and does not come back', [...joined, lost(5), lost(7)], { kind: 'offline', unsaved: false, since: 5 }],
    [
      'it goes with a letter under way',
      [...joined, edit, edited, lost(5)],
      { kind: 'offline', unsaved: true, since: 5 },
    ],
    ['a letter is typed while it is away', [...joined, lost(5), edited], { kind: 'offline', unsaved: true, since: 5 }],
    ['it is back, and the answer not yet stored', [edited, lost(5), opened, received, answer], { kind: 'unsaved' }],
    ['it is back, and the answer stored', [edited, lost(5), opened, received, answer, stored(1)], { kind: 'saved' }],
    [
      'what was counted on another socket does not count',
      [...joined, edit, edited, lost(5), opened],
      { kind: 'unsaved' },
    ],
    [
      'the commit failed',
      [...joined, edit, edited, closedWith(closeCodes.notStored)],
      { kind: 'offline', unsaved: true, since: 9 },
    ],
    [
      'the right is lost',
      [...joined, closedWith(closeCodes.notPermitted)],
      { kind: 'refused', code: 4403, unsaved: false },
    ],
    [
      'the right is lost with a letter under way',
      [...joined, edit, edited, closedWith(closeCodes.notPermitted), lost(12)],
      { kind: 'refused', code: 4403, unsaved: true },
    ],
  ])('%s', (_name, events, status) => {
    expect(after(events)).toEqual(status)
  })

  test.each<[string, readonly SyncEvent[], SyncStatus['kind']]>([
    ['connecting', [opened], 'connecting'],
    ['here', [opened, received], 'readOnly'],
    ['here, and tidied by the editor', [opened, received, edited], 'readOnly'],
    ['away', [opened, received, edited, lost(1)], 'offline'],
  ])('to somebody who only reads: %s', (_name, events, kind) => {
    const status = after(events, true)
    expect([status.kind, losesWords(status)]).toEqual([kind, false])
  })
})

test('after an edit it never says saved before every frame sent is stored', () => {
  const event = fc.oneof(
    fc.constantFrom(opened, received, answer, lost(1)),
    fc.constant([edit, edited]),
    fc.nat(6).map(stored),
  )
  fc.assert(
    fc.property(fc.array(event), steps => {
      const events = steps.flat()
      let state = initialSync(false)
      let sent = 0
      for (const happened of events) {
        // The server never acknowledges more than it got.
        if (happened.type === 'stored' && happened.frames > sent) continue
        state = nextSync(state, happened)
        if (happened.type === 'opened' || happened.type === 'closed') sent = 0
        if (happened.type === 'sent') sent++
        if (statusOf(state).kind !== 'saved') continue
        expect(state.socket).toMatchObject({ kind: 'open', received: true, answered: true, stored: sent })
      }
    }),
  )
})

test.each<[SyncStatus, boolean]>([
  [{ kind: 'saved' }, false],
  [{ kind: 'unsaved' }, true],
  [{ kind: 'offline', unsaved: true, since: 0 }, true],
  [{ kind: 'offline', unsaved: false, since: 0 }, false],
  [{ kind: 'refused', code: 4403, unsaved: true }, true],
  [{ kind: 'connecting' }, false],
])('leaving while %o loses words: %s', (status, loses) => {
  expect(losesWords(status)).toBe(loses)
})
