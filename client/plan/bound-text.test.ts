// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { bindText } from './bound-text.ts'

interface Writer {
  readonly doc: Y.Doc
  readonly field: HTMLTextAreaElement
  readonly release: () => void
}

let here: Writer
let there: Writer

beforeEach(() => {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'one two three')
  here = writerOn(doc)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  there = writerOn(copy)
})
afterEach(() => {
  here.release()
  there.release()
  document.body.replaceChildren()
})

describe('a field bound to a shared text', () => {
  test('[P3] shows the text, sends what is typed and takes in what others type', () => {
    type(here, 'zero ', 0)
    exchange()
    type(there, ' four', 18)
    exchange()
    expect([here.field.value, there.field.value]).toEqual(['zero one two three four', 'zero one two three four'])
  })

  test('[P3] two who type at once keep every character', () => {
    type(here, 'A', 0)
    type(there, 'B', 13)
    type(here, 'a', 1)
    type(there, 'b', 14)
    exchange()
    expect(here.field.value).toBe('Aaone two threeBb')
    expect(there.field.value).toBe('Aaone two threeBb')
  })

  test('[P3] the caret stays with its words while somebody else types before it', () => {
    here.field.focus()
    here.field.setSelectionRange(4, 7)
    type(there, 'zero ', 0)
    exchange()
    expect([here.field.selectionStart, here.field.selectionEnd]).toEqual([9, 12])
  })

  test('[P3] what an input method composes meets what others wrote meanwhile, and neither is lost', () => {
    here.field.dispatchEvent(new CompositionEvent('compositionstart'))
    type(here, '二', 4)
    type(there, 'zero ', 0)
    exchange()
    expect(here.field.value).toBe('one 二two three')
    here.field.dispatchEvent(new CompositionEvent('compositionend'))
    exchange()
    expect([here.field.value, there.field.value]).toEqual(['zero one 二two three', 'zero one 二two three'])
  })

  test('[P3] a released field neither sends nor takes in', () => {
    here.release()
    here = { ...here, release: () => undefined }
    type(here, 'x', 0)
    type(there, 'y', 0)
    exchange()
    expect(there.field.value).toBe('yone two three')
    expect(here.field.value).toBe('xone two three')
  })
})

function writerOn(doc: Y.Doc): Writer {
  const field = document.createElement('textarea')
  document.body.append(field)
  return { doc, field, release: bindText(field, doc.getText('text'), 'me', () => undefined) }
}

/** As a keyboard would: the browser changes the field, then tells. */
function type({ field }: Writer, words: string, at: number): void {
  field.value = field.value.slice(0, at) + words + field.value.slice(at)
  field.setSelectionRange(at + words.length, at + words.length)
  field.dispatchEvent(new InputEvent('input'))
}

function exchange(): void {
  Y.applyUpdate(there.doc, Y.encodeStateAsUpdate(here.doc))
  Y.applyUpdate(here.doc, Y.encodeStateAsUpdate(there.doc))
}
