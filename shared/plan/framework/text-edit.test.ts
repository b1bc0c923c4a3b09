import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyEdit, caretAfter, rebaseEdit, setText, textEdit } from './text-edit.ts'

function applied(previous: string, next: string, caret?: number): string {
  const edit = textEdit(previous, next, caret)
  if (!edit) return previous
  return previous.slice(0, edit.at) + edit.inserted + previous.slice(edit.at + edit.removed)
}

describe('the smallest edit', () => {
  test.each([
    { previous: 'helo', next: 'hello', caret: 4, edit: { at: 3, removed: 0, inserted: 'l' } },
    { previous: 'aaaa', next: 'aaaaa', caret: 2, edit: { at: 1, removed: 0, inserted: 'a' } },
    { previous: 'aaaa', next: 'aaa', caret: 0, edit: { at: 0, removed: 1, inserted: '' } },
    { previous: 'one two', next: 'one 2', caret: 5, edit: { at: 4, removed: 3, inserted: '2' } },
    { previous: '', next: 'x', caret: 1, edit: { at: 0, removed: 0, inserted: 'x' } },
    { previous: '😀', next: '😁', caret: 2, edit: { at: 0, removed: 2, inserted: '😁' } },
    { previous: 'a😀', next: 'b😀', caret: 1, edit: { at: 0, removed: 1, inserted: 'b' } },
    { previous: 'same', next: 'same', caret: 2, edit: null },
  ])('[P3] from $previous to $next with the caret at $caret', ({ previous, next, caret, edit }) => {
    expect(textEdit(previous, next, caret)).toEqual(edit)
  })

  const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', ' '), maxLength: 12 })

  test('[P3] any text becomes any other, wherever the caret stands, and no pair is cut', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), (previous, next, at) => {
        const caret = at % (next.length + 1)
        expect(applied(previous, next, caret)).toBe(next)
        const doc = new Y.Doc()
        const shared = doc.getText('text')
        shared.insert(0, previous)
        setText(shared, next, caret)
        expect(shared.toJSON()).toBe(next)
      }),
    )
  })

  test('[P3] two people who type in one field keep every character', () => {
    fc.assert(
      fc.property(text, text, text, (start, one, two) => {
        const [here, there] = [new Y.Doc(), new Y.Doc()]
        here.getText('text').insert(0, start)
        Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
        setText(here.getText('text'), one + start, one.length)
        setText(there.getText('text'), start + two, start.length + two.length)
        Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
        Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
        expect(here.getText('text').toJSON()).toBe(there.getText('text').toJSON())
        expect(Array.from(here.getText('text').toJSON()).toSorted()).toEqual(Array.from(one + start + two).toSorted())
      }),
    )
  })
})

describe('an edit composed while somebody else edits', () => {
  test.each([
    { theirs: 'They: one two three', mine: 'one 2 three', both: 'They: one 2 three' },
    { theirs: 'one two three, four', mine: 'One two three', both: 'One two three, four' },
    { theirs: 'one three', mine: 'one two, three', both: 'one, three' },
    { theirs: 'one 2 three', mine: 'three', both: '2 three' },
    { theirs: 'one two three', mine: 'one two 3', both: 'one two 3' },
    { theirs: '', mine: 'one two three!', both: '!' },
  ])('[P3] $theirs and $mine become $both', ({ theirs, mine, both }) => {
    const start = 'one two three'
    const text = new Y.Doc().getText('text')
    text.insert(0, theirs)
    const [edit, change] = [textEdit(start, mine), textEdit(start, theirs)]
    if (edit) applyEdit(text, change ? rebaseEdit(edit, change) : edit)
    expect(text.toJSON()).toBe(both)
  })
})

describe('a caret while somebody else edits', () => {
  test.each([
    { where: 'before it', edit: { at: 2, removed: 0, inserted: 'xy' }, caret: 5, after: 7 },
    { where: 'behind it', edit: { at: 7, removed: 1, inserted: '' }, caret: 5, after: 5 },
    { where: 'around it', edit: { at: 3, removed: 4, inserted: 'z' }, caret: 5, after: 3 },
    { where: 'right at it', edit: { at: 5, removed: 0, inserted: 'z' }, caret: 5, after: 5 },
  ])('[P3] $where', ({ edit, caret, after }) => {
    expect(caretAfter(edit, caret)).toBe(after)
  })
})
