// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { isWritingPlace, keyOf, roomKeyNames, roomKeys } from './keys.ts'

const press = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  defaultPrevented: false,
  ...more,
})

test.each([
  [press('g'), 'follow'],
  [press('G'), 'follow'],
  [press('?'), 'help'],
  [press('n'), 'callNext'],
  [press('x'), null],
  [press('n', { ctrlKey: true }), null],
  [press('n', { metaKey: true }), null],
  [press('n', { altKey: true }), null],
  // Held down: one press, one act.
  [press('n', { repeat: true }), null],
  [press('n', { defaultPrevented: true }), null],
])('%o is %s', (event, name) => {
  expect(keyOf(event)).toBe(name)
})

test('no two acts share a key', () => {
  expect(new Set(roomKeyNames.map(name => roomKeys[name].key)).size).toBe(Object.keys(roomKeys).length)
})

test.each([
  ['<textarea></textarea>', true],
  ['<div contenteditable="true"><p></p></div>', true],
  ['<input type="radio">', true],
  ['<button></button>', false],
])('whether a key in %s writes: %s', (html, writes) => {
  document.body.innerHTML = html
  expect(isWritingPlace(document.body.querySelector('p') ?? document.body.firstElementChild)).toBe(writes)
})
