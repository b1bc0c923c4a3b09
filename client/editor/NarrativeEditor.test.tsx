// @vitest-environment jsdom
import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { seedNarrative, type NarrativeBlock, type NarrativeHeading } from '#shared/narrative'
import type { EditorHandle } from './handle.ts'
import { NarrativeEditor } from './NarrativeEditor.tsx'

beforeAll(() => {
  // jsdom lays nothing out
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect = () => new DOMRect()
})

const awarenesses: Awareness[] = []
afterEach(() => {
  cleanup()
  for (const awareness of awarenesses.splice(0)) awareness.destroy()
})

function open(editable: boolean, blocks: readonly NarrativeBlock[] = []) {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('narrative')
  seedNarrative(fragment, blocks)
  const awareness = new Awareness(doc)
  awarenesses.push(awareness)
  const onHeadings = vi.fn<(headings: readonly NarrativeHeading[]) => void>()
  let handle: EditorHandle | undefined
  render(() => (
    <>
      <h2 id="title">Aims</h2>
      <NarrativeEditor
        fragment={fragment}
        awareness={awareness}
        author={{ id: 'p1', name: 'Ana', organisation: 'Ministry of Labour' }}
        editable={editable}
        labelledBy="title"
        lang="en"
        onReady={ready => (handle = ready)}
        onHeadings={onHeadings}
      />
    </>
  ))
  return { fragment, awareness, onHeadings, handle: () => handle }
}

describe('the editor', () => {
  test('is a text box named by its heading, with spelling and language', () => {
    open(true)
    const box = screen.getByRole('textbox', { name: 'Aims' })
    expect(box.getAttribute('aria-multiline')).toBe('true')
    expect(box.getAttribute('spellcheck')).toBe('true')
    expect(box.getAttribute('lang')).toBe('en')
  })

  test('has one stop for Tab in its toolbar', () => {
    open(true)
    const buttons = [...screen.getByRole('toolbar', { name: 'Formatting' }).querySelectorAll('button')]
    expect(buttons.filter(button => button.tabIndex === 0)).toHaveLength(1)
    expect(buttons.every(button => button.getAttribute('aria-label') !== null)).toBe(true)
  })

  test('is an article without tools for those who read', () => {
    open(false, [{ type: 'paragraph', text: 'Text' }])
    expect(screen.getByRole('article', { name: 'Aims' }).textContent).toBe('Text')
    expect(screen.queryByRole('toolbar')).toBeNull()
  })

  test('tells the outline, and again when it changes', () => {
    const { fragment, onHeadings } = open(true, [{ type: 'heading', level: 2, text: 'One' }])
    expect(onHeadings).toHaveBeenLastCalledWith([{ level: 2, text: 'One' }])
    seedNarrative(fragment, [{ type: 'heading', level: 3, text: 'Two' }])
    expect(onHeadings).toHaveBeenLastCalledWith([
      { level: 2, text: 'One' },
      { level: 3, text: 'Two' },
    ])
  })

  test('inserts text at the caret, a paragraph for each line', () => {
    const { fragment, handle } = open(true)
    handle()?.insertText('one\ntwo')
    expect(fragment.toString()).toBe('<paragraph>one</paragraph><paragraph>two</paragraph>')
  })

  test('says who writes here', () => {
    const { awareness } = open(true)
    expect(awareness.getLocalState()).toMatchObject({ user: { name: 'Ana', organisation: 'Ministry of Labour' } })
  })

  test('shows another’s cursor by name and body, as text only, and not to screen readers', async () => {
    const { awareness } = open(false, [{ type: 'paragraph', text: 'Text' }])
    const other = new Awareness(new Y.Doc())
    awarenesses.push(other)
    const start = Y.relativePositionToJSON(
      Y.createRelativePositionFromTypeIndex(awareness.doc.getXmlFragment('narrative'), 0),
    )
    awareness.states.set(99, {
      user: { name: '<b>Bo</b>', organisation: 'NGO', color: 'url(x)' },
      cursor: { anchor: start, head: start },
    })
    awareness.emit('change', [{ added: [99], updated: [], removed: [] }, 'test'])
    await vi.waitFor(() =>
      expect(document.querySelector<HTMLElement>('.narrative-cursor')?.dataset).toMatchObject({
        name: '<b>Bo</b>',
        organisation: 'NGO',
      }),
    )
    const cursor = document.querySelector<HTMLElement>('.narrative-cursor')
    expect(cursor?.getAttribute('aria-hidden')).toBe('true')
    expect(cursor?.style.getPropertyValue('--who')).toMatch(/^#[0-9a-f]{6}$/)
  })

  test('says when a part of the text cannot be shown, and keeps it', () => {
    const { fragment } = open(true)
    fragment.insert(0, [new Y.XmlElement('video')])
    expect(screen.getByText(/cannot be shown here/)).toBeTruthy()
    expect(fragment.toString()).toContain('<video>')
  })
})
