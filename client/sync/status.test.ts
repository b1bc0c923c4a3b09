import { closeCodes } from '#shared/wire'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  initialSync,
  isUnderWay,
  losesWords,
  nextSync,
  statusOf,
  type SyncEvent,
  type SyncStatus,
  type Words,
} from './status.ts'

const opened: SyncEvent = { type: 'opened' }
const received: SyncEvent = { type: 'received' }
const answer: SyncEvent = { type: 'sent', step: 'answer' }
const edit: SyncEvent = { type: 'sent', step: 'edit' }
const edited: SyncEvent = { type: 'edited' }
const found: SyncEvent = { type: 'found' }
const returned: SyncEvent = { type: 'returned' }
const stored = (frames: number): SyncEvent => ({ type: 'stored', frames })
const kept = (edits: number): SyncEvent => ({ type: 'kept', edits })
const lost = (at: number): SyncEvent => ({ type: 'closed', code: 1006, at })
const closedWith = (code: number, reason = ''): SyncEvent => ({ type: 'closed', code, reason, at: 9 })

const after = (events: readonly SyncEvent[], readOnly = false): SyncStatus =>
  statusOf(events.reduce(nextSync, initialSync(readOnly)))

const joined = [opened, received, answer, stored(1)]
const notStored = closedWith(closeCodes.notStored)
const saved: SyncStatus = { kind: 'saved', afresh: null }
const unsaved = (words: Words, confirmed = 1): SyncStatus => ({ kind: 'unsaved', words, confirmed })
const onPage = unsaved('page')

describe('what the page says', () => {
  test.each<[string, readonly SyncEvent[], SyncStatus]>([
    ['nothing has happened', [], { kind: 'connecting' }],
    ['the socket is open', [opened], { kind: 'connecting' }],
    ['the text is here, the answer not yet stored', [opened, received, answer], { kind: 'connecting' }],
    ['the answer is stored, the text not yet here', [opened, answer, stored(1)], { kind: 'connecting' }],
    ['all is here and stored', joined, saved],
    ['a letter is typed', [...joined, edit, edited], onPage],
    ['and kept', [...joined, edit, edited, kept(1)], unsaved('device')],
    ['the first of two letters is kept', [...joined, edited, edited, kept(1)], onPage],
    ['and stored', [...joined, edit, edited, stored(2)], saved],
    ['the first of two letters is stored', [...joined, edit, edited, edit, edited, stored(2)], unsaved('page', 2)],
    ['a letter is typed before there is a connection', [edited], unsaved('page', 0)],
    [
      'an edit is stored before the answer that carries the rest',
      [edited, opened, edit, edited, received, stored(1)],
      onPage,
    ],
    ['the connection never comes', [lost(5)], { kind: 'offline', words: 'none', since: 5 }],
    ['the connection goes', [...joined, lost(5)], { kind: 'offline', words: 'stored', since: 5 }],
    ['and does not come back', [...joined, lost(5), lost(7)], { kind: 'offline', words: 'stored', since: 5 }],
    [
      'it goes with a letter under way',
      [...joined, edit, edited, lost(5)],
      { kind: 'offline', words: 'page', since: 5 },
    ],
    [
      'a letter is typed and kept while it is away',
      [...joined, lost(5), edited, kept(1)],
      { kind: 'offline', words: 'device', since: 5 },
    ],
    ['words of an earlier page wait for it', [found, lost(5)], { kind: 'offline', words: 'device', since: 5 }],
    ['words of an earlier page have gone out', [found, ...joined], saved],
    ['it is back, and the answer not yet stored', [edited, lost(5), opened, received, answer], unsaved('page', 0)],
    ['it is back, and the answer stored', [edited, lost(5), opened, received, answer, stored(1)], saved],
    [
      'what was counted on another socket does not count',
      [...joined, edit, edited, lost(5), opened],
      unsaved('page', 0),
    ],
    ['the commit failed', [...joined, edit, edited, notStored], { kind: 'hindered', by: 'notStored', words: 'page' }],
    [
      'the commit failed, and it is tried again',
      [...joined, edit, edited, kept(1), notStored, opened, received, answer],
      { kind: 'hindered', by: 'notStored', words: 'device' },
    ],
    ['the commit failed, and the next one did not', [...joined, edit, edited, notStored, ...joined], saved],
    [
      'the network goes after a failed commit',
      [edited, notStored, lost(12)],
      { kind: 'offline', words: 'page', since: 9 },
    ],
    [
      'there are too many windows',
      [opened, closedWith(closeCodes.tryAgainLater, 'too many connections')],
      { kind: 'hindered', by: 'tooManyWindows', words: 'none' },
    ],
    [
      'the server has too much to do',
      [...joined, closedWith(closeCodes.tryAgainLater, 'reads too slowly')],
      { kind: 'hindered', by: 'busy', words: 'stored' },
    ],
    [
      'the right is lost',
      [...joined, closedWith(closeCodes.notPermitted)],
      { kind: 'refused', code: 4403, words: 'stored' },
    ],
    [
      'the right is lost with a letter under way',
      [...joined, edit, edited, closedWith(closeCodes.notPermitted), lost(12)],
      { kind: 'refused', code: 4403, words: 'page' },
    ],
    [
      'and the letter is given back',
      [...joined, edit, edited, closedWith(closeCodes.notPermitted), returned],
      { kind: 'refused', code: 4403, words: 'returned' },
    ],
  ])('%s', (_name, events, status) => {
    expect(after(events)).toEqual(status)
  })

  test.each<[string, readonly SyncEvent[], SyncStatus['kind']]>([
    ['connecting', [opened], 'connecting'],
    ['here', [opened, received], 'readOnly'],
    ['here, and tidied by the editor', [opened, received, edited], 'readOnly'],
    ['away', [opened, received, edited, lost(1)], 'offline'],
    ['back after the server was busy', [closedWith(closeCodes.tryAgainLater), opened, received], 'readOnly'],
  ])('to somebody who only reads: %s', (_name, events, kind) => {
    const status = after(events, true)
    expect([status.kind, losesWords(status)]).toEqual([kind, false])
  })

  test('a copy that was opened afresh says so until that was noticed', () => {
    const state = joined.reduce(nextSync, initialSync(false, 'differed'))
    expect(statusOf(state)).toEqual({ kind: 'saved', afresh: 'differed' })
    expect(statusOf(nextSync(state, { type: 'noticed' }))).toEqual(saved)
  })
})

/** Any story of a socket, an editor and a device, in which nobody confirms what they did not get. */
const story = fc
  .array(
    fc.oneof(
      fc.constantFrom([opened], [received], [answer], [lost(1)], [notStored], [edit, edited], [edited], [found]),
      fc.nat(6).map(frames => [stored(frames)]),
      fc.nat(6).map(edits => [kept(edits)]),
    ),
  )
  .map(steps => {
    let sent = 0
    let edits = 0
    return steps.flat().filter(event => {
      if (event.type === 'opened' || event.type === 'closed') sent = 0
      if (event.type === 'sent') sent++
      if (event.type === 'edited') edits++
      return !(event.type === 'stored' && event.frames > sent) && !(event.type === 'kept' && event.edits > edits)
    })
  })

test('after an edit it never says saved before every frame sent is stored', () => {
  fc.assert(
    fc.property(story, events => {
      let state = initialSync(false)
      let sent = 0
      for (const event of events) {
        state = nextSync(state, event)
        if (event.type === 'opened' || event.type === 'closed') sent = 0
        if (event.type === 'sent') sent++
        if (statusOf(state).kind !== 'saved') continue
        expect(state.socket).toMatchObject({ kind: 'open', received: true, answered: true, stored: sent })
      }
    }),
  )
})

test('it never says that words are kept before the device has every edit that is not stored', () => {
  fc.assert(
    fc.property(story, events => {
      let state = initialSync(false)
      let [edits, onDevice, isStored] = [0, 0, true]
      for (const event of events) {
        state = nextSync(state, event)
        if (event.type === 'edited') edits++
        if (event.type === 'kept') onDevice = Math.max(onDevice, event.edits)
        if (event.type === 'edited' || event.type === 'found') isStored = false
        const status = statusOf(state)
        if (status.kind === 'saved') isStored = true
        if ('words' in status && status.words === 'device') expect([onDevice, isStored]).toEqual([edits, false])
        if (losesWords(status)) expect(onDevice).toBeLessThan(edits)
      }
    }),
  )
})

test.each<[SyncStatus, boolean, boolean]>([
  [saved, false, false],
  [onPage, true, true],
  [unsaved('device'), false, true],
  [{ kind: 'offline', words: 'page', since: 0 }, true, true],
  [{ kind: 'offline', words: 'device', since: 0 }, false, true],
  [{ kind: 'offline', words: 'stored', since: 0 }, false, false],
  [{ kind: 'hindered', by: 'notStored', words: 'device' }, false, true],
  [{ kind: 'refused', code: 4401, words: 'page' }, true, false],
  [{ kind: 'refused', code: 4403, words: 'returned' }, false, false],
  [{ kind: 'connecting' }, false, false],
])('leaving while %o loses words: %s; something is under way: %s', (status, loses, isGoing) => {
  expect([losesWords(status), isUnderWay(status)]).toEqual([loses, isGoing])
})
