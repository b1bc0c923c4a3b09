// @vitest-environment jsdom
import { afterAll, beforeEach, expect, test } from 'vitest'
import { wordsSelectedIn } from './selected-words.ts'

beforeEach(() => {
  document.body.innerHTML =
    '<p id="before">Before.</p><div id="text"><p>Forty-one took part.</p></div><p id="after">After.</p>'
  // jsdom lays nothing out
  Range.prototype.getBoundingClientRect = () => new DOMRect()
})

afterAll(() => document.body.replaceChildren())

const element = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}
const letters = (selector: string): Node => {
  const found = element(selector).firstChild
  if (!found) throw new Error(`${selector} is empty`)
  return found
}

function select(from: readonly [Node, number], until: readonly [Node, number]): string | null {
  const selection = document.getSelection()
  selection?.setBaseAndExtent(...from, ...until)
  return wordsSelectedIn(element('#text'), selection)?.text ?? null
}

test('[M5] words selected within a text are its words', () => {
  expect(select([letters('#text p'), 0], [letters('#text p'), 9])).toBe('Forty-one')
})

test('[M5] a selection that runs on into what follows ends with the text', () => {
  expect(select([letters('#text p'), 10], [element('#after'), 0])).toBe('took part.')
})

test('[M5] nothing is selected of a text before which the selection begins, nor by a caret', () => {
  expect(select([letters('#before'), 0], [letters('#text p'), 9])).toBeNull()
  expect(select([letters('#text p'), 3], [letters('#text p'), 3])).toBeNull()
})
